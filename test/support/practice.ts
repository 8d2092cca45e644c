import { randomUUID } from 'node:crypto';
import { signIn } from './people.ts';
import type { World } from './world.ts';

type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

let people = 0;

/** Someone who practises; `send` calls what is below /api/v1/me and answers with status and body. */
export async function newPractiser(world: World) {
  const email = `practiser${(people += 1)}@example.com`;
  const { cookie, personId } = await signIn(world, email, ['learner']);
  const send = async (method: Method, path: string, payload?: object) => {
    const answer = await world.inject({
      method,
      url: `/api/v1/me${path}`,
      headers: { cookie },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, ...(answer.body ? answer.json() : {}) };
  };
  return { email, personId, cookie, send };
}

/** Twenty minutes that ended so long ago, half of them for each of two poses. */
export function practice(world: World, more: object = {}, endedMinutesAgo = 0) {
  const finishedAt = world.clock.now().subtract({ minutes: endedMinutesAgo });
  return {
    id: randomUUID(),
    title: 'Morning',
    startedAt: finishedAt.subtract({ minutes: 20 }).toString(),
    finishedAt: finishedAt.toString(),
    timeZone: 'Europe/London',
    steps: [
      { exercise: 'mountain', seconds: 600 },
      { exercise: 'corpse', seconds: 600 },
    ],
    ...more,
  };
}

/** From that instant on, for so many minutes. */
export const spanFrom = (instant: Temporal.Instant, minutes: number) => ({
  startedAt: instant.toString(),
  finishedAt: instant.add({ minutes }).toString(),
});
