import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPractiser, practice } from '../../../../test/support/practice.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { identityDomain } from '../../identity/index.ts';
import { practiceDomain } from '../index.ts';

// A Monday morning.
const startAt = '2026-11-23T09:00:00Z';
let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, practiceDomain], startAt });
}, 120_000);
afterAll(() => world?.close());

const newPerson = () => newPractiser(world);

describe('goals', () => {
  it('are set, changed, measured by this week, and dropped (PR-07)', async () => {
    const { send } = await newPerson();
    for (const daysAgo of [0, 1, 2])
      await send('POST', '/practice-sessions', practice(world, {}, daysAgo * 24 * 60));
    await send('PUT', '/practice-goals/days_per_week', { target: 1 });
    const { items } = await send('PUT', '/practice-goals/minutes_per_week', { target: 60 });
    const week = '2026-11-23';
    expect(items).toEqual([
      { kind: 'days_per_week', target: 1, since: startAt, week, done: 1, reached: true },
      { kind: 'minutes_per_week', target: 60, since: startAt, week, done: 20, reached: false },
    ]);
    expect((await send('GET', '/progress')).goals).toEqual(items);
    world.clock.advance({ minutes: 5 });
    await send('PUT', '/practice-goals/days_per_week', { target: 1 });
    const changed = await send('PUT', '/practice-goals/minutes_per_week', { target: 20 });
    expect(changed.items[0].since).toBe(startAt);
    expect(changed.items[1]).toMatchObject({ since: '2026-11-23T09:05:00Z', reached: true });
    world.clock.set(startAt);
    expect((await send('DELETE', '/practice-goals/days_per_week')).status).toBe(204);
    expect((await send('DELETE', '/practice-goals/days_per_week')).status).toBe(204);
    expect((await send('GET', '/practice-goals')).items).toHaveLength(1);
  });

  it.each([
    ['days_per_week', 8, 422],
    ['minutes_per_week', 4, 422],
    ['minutes_per_week', 2521, 400],
    ['days_per_week', 0, 400],
    ['days_per_week', 1.5, 400],
    ['hours_per_week', 1, 400],
  ])('of %s may not be %d (PR-07)', async (kind, target, status) => {
    const { send } = await newPerson();
    const answer = await send('PUT', `/practice-goals/${kind}`, { target });
    expect(answer.status).toBe(status);
    expect(answer.errors[0].field).toBe(kind === 'hours_per_week' ? 'kind' : 'target');
    expect((await send('GET', '/practice-goals')).items).toEqual([]);
  });

  it('are their own, and nobody has any without signing in (PR-07)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    await ada.send('PUT', '/practice-goals/days_per_week', { target: 3 });
    expect((await bob.send('GET', '/practice-goals')).items).toEqual([]);
    await bob.send('DELETE', '/practice-goals/days_per_week');
    expect((await ada.send('GET', '/practice-goals')).items).toHaveLength(1);
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const path = method === 'GET' ? '' : '/days_per_week';
      const url = `/api/v1/me/practice-goals${path}`;
      const answer = await world.inject({
        method,
        url,
        ...(method === 'PUT' && { payload: { target: 1 } }),
      });
      expect(answer.statusCode).toBe(401);
    }
  });
});
