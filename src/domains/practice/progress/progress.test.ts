import { randomUUID } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newPractiser } from '../../../../test/support/practice.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Person } from '../../../platform/context.ts';
import { identityDomain } from '../../identity/index.ts';
import { practiceDomain } from '../index.ts';
import { tables } from '../tables.ts';
import { achievements, doneOf, isEarned } from './achievements.ts';
import { getProgress } from './get-progress.ts';
import type { Stats } from './stats.ts';

// A Monday morning.
const startAt = '2026-11-23T09:00:00Z';
let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, practiceDomain], startAt });
}, 120_000);
afterAll(() => world?.close());

async function newPerson() {
  const { email, personId, send } = await newPractiser(world);
  /** Practises for so many minutes, so many days ago at nine. */
  const practise = async (daysAgo: number, minutes = 20, more: object = {}) => {
    const finishedAt = Temporal.Instant.from(startAt).subtract({ hours: 24 * daysAgo });
    const answer = await send('POST', '/practice-sessions', {
      id: randomUUID(),
      title: 'Practice',
      startedAt: finishedAt.subtract({ minutes }).toString(),
      finishedAt: finishedAt.toString(),
      timeZone: 'Europe/London',
      steps: [{ exercise: 'mountain', seconds: minutes * 60 }],
      ...more,
    });
    expect(answer.status).toBe(201);
    return answer;
  };
  const person: Person = {
    kind: 'person',
    id: personId,
    sessionId: personId,
    email,
    displayName: 'Test Person',
    roles: ['learner'],
    operatorScopes: [],
    timeZone: 'Europe/London',
    authenticatedAt: world.clock.now(),
    client: 'browser',
  };
  return { personId, send, practise, person };
}

describe('progress', () => {
  it('of a person who has not begun is all there and empty (PR-07)', async () => {
    const { send } = await newPerson();
    const progress = await send('GET', '/progress');
    expect(progress).toMatchObject({
      status: 200,
      today: '2026-11-23',
      sessions: 0,
      seconds: 0,
      streak: { current: 0, best: 0, atRisk: false },
      calendar: { from: '2026-09-07', to: '2026-11-23', days: [] },
      areas: [],
      goals: [],
    });
    expect(progress.weeks).toHaveLength(12);
    expect(progress.achievements.length).toBeGreaterThanOrEqual(15);
    expect(progress.achievements.every(({ done }: { done: number }) => done === 0)).toBe(true);
  });

  it('adds up sessions, minutes, days, weeks and the streak (PR-07)', async () => {
    const { send, practise } = await newPerson();
    for (const daysAgo of [0, 1, 2, 8, 90]) await practise(daysAgo);
    await practise(1, 10, {
      startedAt: '2026-11-22T20:00:00Z',
      finishedAt: '2026-11-22T20:10:00Z',
    });
    const progress = await send('GET', '/progress');
    expect(progress).toMatchObject({ sessions: 6, seconds: 6600, streak: { current: 3, best: 3 } });
    expect(progress.calendar.days).toEqual([
      { day: '2026-11-15', sessions: 1, seconds: 1200 },
      { day: '2026-11-21', sessions: 1, seconds: 1200 },
      { day: '2026-11-22', sessions: 2, seconds: 1800 },
      { day: '2026-11-23', sessions: 1, seconds: 1200 },
    ]);
    expect(progress.weeks.slice(-3)).toEqual([
      { week: '2026-11-09', days: 1, sessions: 1, seconds: 1200 },
      { week: '2026-11-16', days: 2, sessions: 3, seconds: 3000 },
      { week: '2026-11-23', days: 1, sessions: 1, seconds: 1200 },
    ]);
  });

  it('shows the days that are asked for, a leap year at most (PR-07)', async () => {
    const { send, practise } = await newPerson();
    for (const daysAgo of [0, 40, 300]) await practise(daysAgo);
    const days = async (query: string) => {
      const { calendar } = await send('GET', `/progress?${query}`);
      return [calendar.from, calendar.to, calendar.days.length];
    };
    expect(await days('from=2025-11-23&to=2026-11-23')).toEqual(['2025-11-23', '2026-11-23', 3]);
    expect(await days('from=2026-10-14&to=2026-10-14')).toEqual(['2026-10-14', '2026-10-14', 1]);
    expect(await days('to=2026-02-01')).toEqual(['2025-02-01', '2026-02-01', 1]);
    for (const [query, code] of [
      ['from=2026-11-02&to=2026-11-01', 'range_backwards'],
      ['from=2020-01-01', 'range_too_long'],
      ['from=9999-12-31', 'range_backwards'],
    ])
      expect((await send('GET', `/progress?${query}`)).code).toBe(code);
    for (const query of ['from=2026-02-30', 'to=soon', 'timeZone=Nowhere', 'from=1969-01-01'])
      expect((await send('GET', `/progress?${query}`)).errors[0].field).toBe(query.split('=')[0]);
  });

  it('begins a day where the person is, and takes none away on the way west (PR-07)', async () => {
    const { send, practise } = await newPerson();
    await practise(1);
    // Half an hour into the 23rd there, while London still has the 22nd.
    await practise(0, 20, {
      timeZone: 'Pacific/Kiritimati',
      startedAt: '2026-11-22T10:10:00Z',
      finishedAt: '2026-11-22T10:30:00Z',
    });
    world.clock.set('2026-11-22T10:40:00Z');
    const [at, home] = [
      await send('GET', '/progress?timeZone=Pacific/Kiritimati'),
      await send('GET', '/progress'),
    ];
    world.clock.set(startAt);
    expect([at.today, at.streak.current]).toEqual(['2026-11-23', 2]);
    expect([home.today, home.streak.current]).toEqual(['2026-11-23', 2]);
  });

  it.each([
    ['autumn', ['2026-10-24T22:50', '2026-10-25T23:50', '2026-10-26T00:30'], '2026-10-24'],
    ['spring', ['2026-03-28T23:50', '2026-03-29T22:50', '2026-03-29T23:30'], '2026-03-28'],
  ])(
    'takes the day from the clock on the wall when that changes in %s (PR-07)',
    async (_, ends, from) => {
      const { send, practise } = await newPerson();
      for (const end of ends) {
        const finishedAt = Temporal.Instant.from(`${end}Z`);
        const startedAt = finishedAt.subtract({ minutes: 20 }).toString();
        await practise(0, 20, { startedAt, finishedAt: finishedAt.toString() });
      }
      const first = Temporal.PlainDate.from(from);
      const days = [0, 1, 2].map((later) => first.add({ days: later }).toString());
      const { calendar, streak } = await send('GET', `/progress?from=${from}&to=${days[2]}`);
      expect(calendar.days.map(({ day }: { day: string }) => day)).toEqual(days);
      expect(streak.best).toBe(3);
    },
  );

  it('shares the time of these weeks among the areas of what was practised (PR-07)', async () => {
    const { send, practise } = await newPerson();
    const { items } = (await world.inject({ url: '/api/v1/poses?limit=100' })).json();
    const two = items.find(({ areas }: { areas: string[] }) => areas.length === 2);
    const steps = [
      { exercise: two.slug, seconds: 600 },
      { exercise: 'gone', seconds: 300 },
    ];
    await practise(0, 15, { steps });
    await practise(100, 15, { steps });
    const { areas } = await send('GET', '/progress');
    expect(areas).toHaveLength(3);
    expect(areas).toEqual(
      expect.arrayContaining([
        { area: two.areas[0], seconds: 300 },
        { area: two.areas[1], seconds: 300 },
        { area: null, seconds: 300 },
      ]),
    );
  });

  it('is read in the same few queries for a day as for a year (PR-07)', async () => {
    const { person, practise } = await newPerson();
    const queries: string[] = [];
    const counter: KyselyPlugin = {
      transformQuery: ({ node }) => {
        queries.push(node.kind);
        return node;
      },
      transformResult: async ({ result }) => result,
    };
    const ctx = { ...world.as(person), db: world.ctx.db.withPlugin(counter) };
    await practise(0);
    await getProgress(ctx, {});
    expect(queries).toHaveLength(6);
    await fillYear(person.id);
    queries.splice(0);
    expect((await getProgress(ctx, {})).sessions).toBe(366);
    expect(queries).toHaveLength(6);
  });
});

/** A session on every day of a year, but today. */
async function fillYear(personId: string): Promise<void> {
  const now = world.clock.now();
  const days = Array.from({ length: 365 }, (_, at) => now.subtract({ hours: 24 * (at + 1) }));
  await tables(world.ctx)
    .insertInto('practice.sessions')
    .values(
      days.map((finishedAt) => ({
        id: randomUUID(),
        person_id: personId,
        library: 'yoga',
        sequence: null,
        title: 'Practice',
        started_at: finishedAt.subtract({ minutes: 20 }),
        finished_at: finishedAt,
        seconds: 1200,
        counted_seconds: 1200,
        steps_done: 1,
        time_zone: 'UTC',
        local_day: finishedAt.toString().slice(0, 10),
        local_hour: 8,
        created_at: now,
      })),
    )
    .execute();
}

describe('achievements', () => {
  const nothing: Stats = {
    sessions: 0,
    minutes: 0,
    bestStreak: 0,
    exercises: 0,
    sequences: 0,
    areas: 0,
    longestMinutes: 0,
    mornings: 0,
    evenings: 0,
    steadyWeeks: 0,
  };

  it('are at least fifteen, each with a key of its own (PR-07)', () => {
    expect(achievements.length).toBeGreaterThanOrEqual(15);
    expect(new Set(achievements.map(({ key }) => key)).size).toBe(achievements.length);
    expect(achievements.every(({ key }) => /^[a-z0-9]+(_[a-z0-9]+)*$/.test(key))).toBe(true);
  });

  it.each(achievements)('$key is earned at its target and not one before (PR-07)', (one) => {
    const at = (value: number) => ({ ...nothing, [one.measure]: value });
    expect(isEarned(one, at(one.target - 1))).toBe(false);
    expect(isEarned(one, at(one.target))).toBe(true);
    expect(isEarned(one, nothing)).toBe(false);
    expect(doneOf(one, at(one.target * 2))).toBe(one.target);
  });

  it('can all be reached with what a library holds (PR-07)', async () => {
    const { items } = (await world.inject({ url: '/api/v1/libraries' })).json();
    const yoga = items.find(({ slug }: { slug: string }) => slug === 'yoga');
    const targetMax = (measure: keyof Stats) =>
      Math.max(
        ...achievements.filter((one) => one.measure === measure).map(({ target }) => target),
      );
    expect(yoga.exercises).toBeGreaterThanOrEqual(targetMax('exercises'));
    expect(yoga.sequences).toBeGreaterThanOrEqual(targetMax('sequences'));
    expect(yoga.areas.length).toBeGreaterThanOrEqual(targetMax('areas'));
  });

  it('are told with the session that earned them, once, and stay (PR-07)', async () => {
    const { send, practise } = await newPerson();
    const keysOf = ({ earned }: { earned: { key: string }[] }) => earned.map(({ key }) => key);
    expect(keysOf(await practise(3))).toEqual(['sessions_1']);
    expect(keysOf(await practise(2))).toEqual([]);
    expect(keysOf(await practise(1))).toEqual(['streak_3', 'minutes_60']);
    const early = { startedAt: '2026-11-01T06:59:00Z', finishedAt: '2026-11-01T07:50:00Z' };
    const long = { ...early, steps: [{ exercise: 'mountain', seconds: 45 * 60 }] };
    expect(keysOf(await practise(0, 0, long))).toEqual(['longest_45']);
    world.clock.advance({ hours: 2 });
    const { achievements: shown } = await send('GET', '/progress');
    world.clock.set(startAt);
    const shownOf = (key: string) => shown.find((one: { key: string }) => one.key === key);
    expect(shownOf('streak_3')).toMatchObject({ done: 3, target: 3, earnedAt: startAt });
    expect(shownOf('mornings_5')).toMatchObject({ done: 1, target: 5, earnedAt: null });
  });

  it('are kept once when two devices earn them at the same moment (PR-07)', async () => {
    const { personId, practise } = await newPerson();
    const answers = await Promise.all([practise(0), practise(0), practise(0)]);
    expect(answers.flatMap(({ earned }) => earned)).toHaveLength(1);
    const kept = await tables(world.ctx)
      .selectFrom('practice.achievements')
      .select('key')
      .where('person_id', '=', personId)
      .execute();
    expect(kept).toEqual([{ key: 'sessions_1' }]);
  });
});
