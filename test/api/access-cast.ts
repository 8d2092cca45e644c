import { domains } from '../../src/domains.ts';
import { chooseMarket } from '../../src/domains/markets/index.ts';
import type { OperatorScope, Role } from '../../src/platform/context.ts';
import { signIn } from '../support/people.ts';
import { startTestProvider, type TestProvider } from '../support/openid.ts';
import { type SchedulingWorld, startSchedulingWorld, type Teacher } from '../support/scheduling.ts';
import type { WorldOptions } from '../support/world.ts';

export interface Product extends SchedulingWorld {
  /** The OpenID provider that one may sign in with. */
  openId: TestProvider;
}

/** The whole product, with the stand-ins of those it works with. */
export async function startProduct(options: Omit<WorldOptions, 'domains'> = {}): Promise<Product> {
  const openId = await startTestProvider();
  const known = new Set(['identity', 'markets', 'catalog', 'payments', 'scheduling']);
  const world = await startSchedulingWorld(
    domains.filter(({ name }) => !known.has(name)),
    { ...options, env: { ...openId.env, ...options.env } },
  );
  return {
    ...world,
    openId,
    async close() {
      await world.close();
      await openId.close();
    },
  };
}

/** What a call needs to succeed for whoever may make it. */
export interface Asked {
  params?: Record<string, string>;
  query?: string;
  body?: object;
  headers?: Record<string, string>;
  /** Whose the object is, and who is the other party; by default the learner and the teacher. */
  owner?: Member;
  other?: Member;
  /** More cookies of the owner's browser; with `instead`, all that it has. */
  ownersCookie?: string;
  instead?: boolean;
}

export type Ask = (cast: Cast) => Promise<Asked>;

export interface Member {
  email: string;
  personId: string;
  cookie: string;
}

/** People who have nothing to do with those of another cast; each comes when first asked for. */
export interface Cast {
  world: Product;
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

export function newCast(world: Product): Cast {
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

/** The secret in the last link that was mailed to that address. */
export async function mailedToken({ world }: Cast, email: string): Promise<string> {
  await world.runJobs();
  const mails = world.mails.filter(({ to }) => JSON.stringify(to).includes(email));
  return mails.flatMap(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? []).at(-1)!;
}
