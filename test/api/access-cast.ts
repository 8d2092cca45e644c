import { placesDomain } from '../../src/domains/places/index.ts';
import { chooseMarket } from '../../src/domains/markets/index.ts';
import { notificationsDomain } from '../../src/domains/notifications/index.ts';
import { reviewsDomain } from '../../src/domains/reviews/index.ts';
import { searchDomain } from '../../src/domains/search/index.ts';
import type { OperatorScope, Role } from '../../src/platform/context.ts';
import { signIn } from '../support/people.ts';
import { type SchedulingWorld, startSchedulingWorld, type Teacher } from '../support/scheduling.ts';
import type { WorldOptions } from '../support/world.ts';

/** The whole product, with the payment provider's stand-in. */
export const startProduct = (options: Omit<WorldOptions, 'domains'> = {}) =>
  startSchedulingWorld([placesDomain, reviewsDomain, searchDomain, notificationsDomain], options);

export interface Member {
  email: string;
  personId: string;
  cookie: string;
}

/** People who have nothing to do with those of another cast; each comes when first asked for. */
export interface Cast {
  world: SchedulingWorld;
  learner(): Promise<Member>;
  /** Teaches, and is the other party of the learner's bookings. */
  teacher(): Promise<Member & { profile: Teacher }>;
  /** Learns and teaches too, but has no part in what the others do. */
  stranger(): Promise<Member>;
  /** An operator with just these scopes. */
  operator(scopes: OperatorScope[]): Promise<Member>;
  /** Registered, without a confirmed address. */
  unconfirmed(): Promise<{ email: string }>;
  /** Posts as that member; throws what is refused. */
  send(as: { cookie: string }, path: string, body?: object, method?: Method): Promise<Sent>;
  /** A start that nobody has taken. */
  nextHour(): Temporal.Instant;
  newEmail(): string;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Sent = Awaited<ReturnType<SchedulingWorld['inject']>>;

let count = 0;

export function newCast(world: SchedulingWorld): Cast {
  const newEmail = () => `cast${(count += 1)}@example.org`;
  let hours = 0;

  async function join(roles: Role[], scopes?: OperatorScope[]): Promise<Member> {
    const email = newEmail();
    const { cookie, personId } = await signIn(world, email, roles, scopes);
    await chooseMarket(world.ctx, { personId, code: 'gb' });
    return { email, personId, cookie };
  }
  async function teach() {
    const member = await join(['learner', 'instructor']);
    return { ...member, profile: await world.newTeacher({ personId: member.personId }) };
  }
  const operators = new Map<string, Promise<Member>>();

  const cast: Cast = {
    world,
    learner: once(() => join(['learner'])),
    teacher: once(teach),
    stranger: once(teach),
    operator(scopes) {
      const key = scopes.join();
      if (!operators.has(key)) operators.set(key, join(['learner', 'operator'], scopes));
      return operators.get(key)!;
    },
    async unconfirmed() {
      const email = newEmail();
      await cast.send({ cookie: '' }, '/auth/register', {
        email,
        password: 'Tidy-Garden-42',
        displayName: 'Ada Okoye',
      });
      return { email };
    },
    async send({ cookie }, path, body, method = 'POST') {
      const answer = await world.inject({
        method,
        url: `/api/v1${path}`,
        headers: { cookie },
        ...(body && { payload: body }),
      });
      if (answer.statusCode >= 400) throw new Error(`${method} ${path}: ${answer.body}`);
      return answer;
    },
    nextHour() {
      const [day, hour] = [2 + Math.floor(hours / 8), 9 + (hours % 8)];
      hours += 1;
      return world.inDays(day, `${String(hour).padStart(2, '0')}:00`);
    },
    newEmail,
  };
  return cast;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
