import { expect } from 'vitest';
import { chooseMarket } from '../../src/domains/markets/index.ts';
import type { Person } from '../../src/platform/context.ts';
import { signIn } from './people.ts';
import { type SchedulingWorld, startSchedulingWorld, type Teacher } from './scheduling.ts';

export interface Cast {
  world: SchedulingWorld;
  /** The profile of `instructor`. */
  teacher: Teacher;
  /** Cookie headers by name; tests may add their own. */
  cookies: Record<string, string>;
  get(who: string, path: string): ReturnType<SchedulingWorld['inject']>;
  send(
    who: string,
    path: string,
    payload?: object,
    method?: 'POST' | 'PUT',
  ): ReturnType<SchedulingWorld['inject']>;
  /** The body of a request for a slot of the instructor. */
  wish(
    startsAt: Temporal.Instant,
    serviceId?: string,
  ): { serviceId: string; startsAt: string; timeZone: string };
  /** Holds as the learner and pays on the payment page. */
  bookedByLearner(startsAt: Temporal.Instant): Promise<string>;
}

const parts: Record<string, Person['roles']> = {
  learner: ['learner'],
  other: ['learner'],
  operator: ['learner', 'operator'],
  instructor: ['learner', 'instructor'],
  colleague: ['learner', 'instructor'],
};

/** Everyone who could want something of a booking, signed in over HTTP. */
export async function startCast(): Promise<Cast> {
  const world = await startSchedulingWorld();
  const cookies: Record<string, string> = { anonymous: '' };
  const personIds: Record<string, string> = {};
  for (const [who, roles] of Object.entries(parts)) {
    const { cookie, personId } = await signIn(world, `${who}@example.org`, roles);
    await chooseMarket(world.ctx, { personId, code: 'gb' });
    cookies[who] = cookie;
    personIds[who] = personId;
  }
  const teacher = await world.newTeacher({ personId: personIds['instructor']! });
  await world.newTeacher({ personId: personIds['colleague']! });

  const cast: Cast = {
    world,
    teacher,
    cookies,
    get: (who, path) => world.inject({ url: `/api/v1${path}`, headers: { cookie: cookies[who] } }),
    send: (who, path, payload, method = 'POST') =>
      world.inject({
        method,
        url: `/api/v1${path}`,
        headers: { cookie: cookies[who] },
        ...(payload && { payload }),
      }),
    wish: (startsAt, serviceId = teacher.serviceId) => ({
      serviceId,
      startsAt: startsAt.toString(),
      timeZone: 'Europe/Paris',
    }),
    async bookedByLearner(startsAt) {
      const { id } = (await cast.send('learner', '/bookings', cast.wish(startsAt))).json();
      const { url } = (await cast.send('learner', `/bookings/${id}/checkout`)).json();
      expect((await world.pay(url)).outcome).toBe('paid');
      const checked = (await cast.send('learner', `/bookings/${id}/payment-check`)).json();
      expect(checked).toMatchObject({ declineCode: null, booking: { status: 'confirmed' } });
      return id;
    },
  };
  return cast;
}
