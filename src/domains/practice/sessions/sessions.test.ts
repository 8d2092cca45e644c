import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newPractiser,
  practice as practiceIn,
  spanFrom,
} from '../../../../test/support/practice.ts';
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

describe('a finished practice', () => {
  it('is kept once, however often and from however many devices it is sent (PR-07)', async () => {
    const { send, personId } = await newPerson();
    const sent = practice();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send('POST', '/practice-sessions', sent)),
    );
    expect(answers.map(({ status }) => status).filter((one) => one === 201)).toHaveLength(1);
    expect(new Set(answers.map(({ session }) => JSON.stringify(session))).size).toBe(1);
    expect(answers.filter(({ earned }) => earned.length > 0)).toHaveLength(1);
    const changed = { ...sent, title: 'Another', id: sent.id.toUpperCase() };
    const again = await send('POST', '/practice-sessions', changed);
    expect([again.status, again.session.title]).toEqual([200, 'Morning']);
    const rows = await tables(world.ctx)
      .selectFrom('practice.sessions')
      .select('id')
      .where('person_id', '=', personId)
      .execute();
    expect(rows).toEqual([{ id: sent.id }]);
    expect(await send('GET', '/progress')).toMatchObject({ sessions: 1, seconds: 1200 });
  });

  it('is kept again after a year, when the device did not hear the answer (PR-07)', async () => {
    const { send } = await newPerson();
    const sent = practice({}, 366 * 24 * 60);
    expect((await send('POST', '/practice-sessions', sent)).status).toBe(201);
    world.clock.advance({ hours: 1 });
    expect((await send('POST', '/practice-sessions', sent)).status).toBe(200);
    const late = { ...sent, id: randomUUID() };
    expect((await send('POST', '/practice-sessions', late)).code).toBe('session_too_old');
  });

  it('is its own: another person neither sees it nor learns whose the id is (PR-07)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    const sent = practice();
    await ada.send('POST', '/practice-sessions', sent);
    const taken = await bob.send('POST', '/practice-sessions', { ...sent, title: 'Mine' });
    expect([taken.status, taken.code]).toEqual([409, 'session_id_taken']);
    expect(JSON.stringify(taken)).not.toContain(ada.personId);
    const path = `/practice-sessions/${sent.id}`;
    expect((await ada.send('GET', path)).title).toBe('Morning');
    const [foreign, unknown] = [
      await bob.send('GET', path),
      await bob.send('GET', `/practice-sessions/${randomUUID()}`),
    ];
    expect([foreign.status, foreign.code]).toEqual([404, 'practice_session_not_found']);
    expect(foreign.detail).toBe(unknown.detail);
    expect((await bob.send('GET', '/practice-sessions')).items).toEqual([]);
    for (const url of ['/practice-sessions', path, '/progress']) {
      const answer = await world.inject({ url: `/api/v1/me${url}` });
      expect([answer.statusCode, answer.json().code]).toEqual([401, 'sign_in_required']);
    }
    const anonymous = {
      method: 'POST',
      url: '/api/v1/me/practice-sessions',
      payload: sent,
    } as const;
    expect((await world.inject(anonymous)).statusCode).toBe(401);
  });

  it('belongs to the day on which it ended where the person was (PR-07)', async () => {
    const { send } = await newPerson();
    const span = spanFrom(Temporal.Instant.from('2026-11-20T10:50:00Z'), 20);
    const days: string[] = [];
    for (const timeZone of [
      'Pacific/Auckland',
      'Europe/London',
      'Pacific/Kiritimati',
      'Etc/GMT+12',
    ]) {
      const { session } = await send('POST', '/practice-sessions', practice({ ...span, timeZone }));
      days.push(session.localDay);
    }
    expect(days).toEqual(['2026-11-21', '2026-11-20', '2026-11-21', '2026-11-19']);
  });

  it('is told with what was done, also of an exercise that is gone (PR-07)', async () => {
    const { send } = await newPerson();
    const steps = [
      { exercise: 'mountain', seconds: 60 },
      { exercise: 'never-was', seconds: 30 },
      { exercise: 'triangle', seconds: 0 },
      { exercise: 'mountain', seconds: 40 },
    ];
    const sent = practice({ steps, sequence: 'gone-by-now', library: 'yoga' });
    const { session } = await send('POST', '/practice-sessions', sent);
    expect(session).toMatchObject({ seconds: 130, stepsDone: 3, sequence: 'gone-by-now' });
    expect(session.exercises).toEqual([
      { exercise: 'mountain', name: expect.stringContaining('Mountain'), times: 2, seconds: 100 },
      { exercise: 'never-was', name: null, times: 1, seconds: 30 },
    ]);
    expect(await send('GET', `/practice-sessions/${sent.id}`)).toMatchObject(session);
  });

  it('is called like its sequence when it brings no title (PR-07)', async () => {
    const { send } = await newPerson();
    const { items } = (await world.inject({ url: '/api/v1/sequences?library=yoga' })).json();
    const named = practice({ title: undefined, sequence: items[0].slug });
    expect((await send('POST', '/practice-sessions', named)).session.title).toBe(items[0].name);
    const unknown = await send('POST', '/practice-sessions', practice({ title: undefined }));
    expect([unknown.status, unknown.errors[0].field]).toEqual([422, 'title']);
  });

  it('may end up to five minutes ahead of our clock and then ends now (PR-07)', async () => {
    const { send } = await newPerson();
    const ahead = practice({}, -5);
    const { session } = await send('POST', '/practice-sessions', ahead);
    expect(session.finishedAt).toBe(world.clock.now().toString());
    expect(session.seconds).toBe(1200);
    expect(session.startedAt).toBe(world.clock.now().subtract({ minutes: 20 }).toString());
    const refused = await send('POST', '/practice-sessions', practice({}, -6));
    expect(refused).toMatchObject({
      code: 'clock_ahead',
      details: { now: world.clock.now().toString() },
    });
  });

  const absurd: [string, string, () => object][] = [
    [
      'ends before it starts',
      'ends_before_it_starts',
      () => ({ finishedAt: '2026-01-01T00:00:00Z' }),
    ],
    ['lasts no time', 'ends_before_it_starts', () => spanFrom(world.clock.now(), 0)],
    ['lasts more than a day', 'session_too_long', () => ({ startedAt: '2026-11-01T00:00:00Z' })],
    [
      'was skipped throughout',
      'nothing_practised',
      () => ({ steps: [{ exercise: 'mountain', seconds: 0 }] }),
    ],
    [
      'has more seconds than passed',
      'more_than_time_passed',
      () => ({ steps: [{ exercise: 'mountain', seconds: 1207 }] }),
    ],
    ['has a title of nothing', 'title_missing', () => ({ title: ' \t ' })],
  ];
  it.each(absurd)('that %s is refused with its reason (PR-07)', async (_what, code, more) => {
    const { send } = await newPerson();
    const answer = await send('POST', '/practice-sessions', practice(more()));
    expect([answer.status, answer.code]).toEqual([422, code]);
    expect(answer.errors[0].field).toMatch(/^(finishedAt|steps|title)$/);
  });

  const malformed: [string, object][] = [
    ['id', { id: 'mine' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['startedAt', { startedAt: 'yesterday' }],
    ['steps', { steps: [] }],
    ['steps.0.seconds', { steps: [{ exercise: 'mountain', seconds: -1 }] }],
    ['steps.0.exercise', { steps: [{ exercise: '../mountain', seconds: 1 }] }],
    ['title', { title: 'x'.repeat(81) }],
    ['sequence', { sequence: '../x' }],
  ];
  it.each(malformed)('with a wrong %s is refused by its name (PR-07)', async (field, more) => {
    const { send } = await newPerson();
    const answer = await send('POST', '/practice-sessions', practice(more));
    expect([answer.status, answer.errors[0].field]).toEqual([400, field]);
  });

  it('may have 500 steps and no more (PR-07)', async () => {
    const { send } = await newPerson();
    const steps = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ exercise: `exercise-${at}`, seconds: 2 }));
    const sent = practice({ steps: steps(500) });
    expect((await send('POST', '/practice-sessions', sent)).session.exercises).toHaveLength(500);
    expect((await send('POST', '/practice-sessions', practice({ steps: steps(501) }))).status).toBe(
      400,
    );
  });
});

describe('the list of sessions', () => {
  it('is paged newest first, each on one page, also those that end at the same moment (PR-07)', async () => {
    const { send } = await newPerson();
    const sessions = Array.from({ length: 7 }, (_, at) => practice({}, Math.floor(at / 3) * 30));
    await send('POST', '/practice-sessions/sync', { sessions });
    const seen: { id: string; finishedAt: string }[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `limit=2${cursor && `&cursor=${cursor}`}`;
      const page = await send('GET', `/practice-sessions?${query}`);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(seen.map(({ id }) => id).toSorted()).toEqual(sessions.map(({ id }) => id).toSorted());
    const times = seen.map(({ finishedAt }) => finishedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  it.each(['cursor=nonsense', 'cursor=WyJhIiwiYiJd', 'limit=0', 'limit=101'])(
    'refuses ?%s by its name (PR-07)',
    async (query) => {
      const { send } = await newPerson();
      const { status, errors } = await send('GET', `/practice-sessions?${query}`);
      expect([400, 422]).toContain(status);
      expect(errors[0].field).toBe(query.split('=')[0]);
    },
  );
});
