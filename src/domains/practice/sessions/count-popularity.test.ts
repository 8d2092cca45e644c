import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPractiser, practice as practiceIn } from '../../../../test/support/practice.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { identityDomain } from '../../identity/index.ts';
import { practiceDomain } from '../index.ts';
import { tables } from '../tables.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, practiceDomain] });
}, 120_000);
afterAll(() => world?.close());

const newPerson = () => newPractiser(world);
const practice = (more?: object, endedMinutesAgo?: number) =>
  practiceIn(world, more, endedMinutesAgo);

describe('how often an exercise was practised', () => {
  it('is counted by night: each person once a day, for ninety days (PR-07)', async () => {
    const people = [await newPerson(), await newPerson()];
    const steps = [{ exercise: 'crow', seconds: 60 }];
    const daysAgo = (days: number) => practice({ steps }, days * 24 * 60);
    for (const { send } of people)
      for (const sent of [
        daysAgo(0),
        practice({ steps }, 30),
        daysAgo(3),
        daysAgo(89),
        daysAgo(91),
      ])
        await send('POST', '/practice-sessions', sent);
    const first = async () =>
      (await world.inject({ url: '/api/v1/poses?sort=popularity&limit=1' })).json().items[0].slug;
    expect(await first()).not.toBe('crow');
    const popularity = async () =>
      (
        await tables(world.ctx)
          .selectFrom('practice.exercises')
          .select('popularity')
          .where('slug', '=', 'crow')
          .where('library', '=', 'yoga')
          .executeTakeFirstOrThrow()
      ).popularity;
    await world.ctx.jobs.enqueue(world.ctx, 'practice.count-popularity', {});
    await world.runJobs();
    expect(await popularity()).toBe(6);
    world.clock.advance({ hours: 24 * 91 });
    await world.ctx.jobs.enqueue(world.ctx, 'practice.count-popularity', {});
    await world.runJobs();
    expect(await popularity()).toBe(0);
  });
});
