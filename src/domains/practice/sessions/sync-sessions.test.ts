import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  newPractiser,
  practice as practiceIn,
  spanFrom,
} from '../../../../test/support/practice.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import { identityDomain } from '../../identity/index.ts';
import { practiceDomain } from '../index.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, practiceDomain] });
}, 120_000);
afterAll(() => world?.close());

const newPerson = () => newPractiser(world);
const practice = (more?: object, endedMinutesAgo?: number) =>
  practiceIn(world, more, endedMinutesAgo);

describe('sessions at the same time', () => {
  it('of two devices are two, and the time of both counts once (PR-07)', async () => {
    const { send } = await newPerson();
    const [phone, tablet] = [practice(), practice()];
    const answers = await Promise.all(
      [phone, tablet].map((sent) => send('POST', '/practice-sessions', sent)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(new Set(answers.map(({ session }) => session.countedSeconds))).toEqual(
      new Set([0, 1200]),
    );
    expect(await send('GET', '/progress')).toMatchObject({ sessions: 2, seconds: 1200 });
    const half = await send('POST', '/practice-sessions', practice({}, 10));
    expect(half.session).toMatchObject({ seconds: 1200, countedSeconds: 600 });
  });

  it('does not take from a practice that was made while another one paused (PR-07)', async () => {
    const { send } = await newPerson();
    const now = world.clock.now();
    await send('POST', '/practice-sessions', practice(spanFrom(now.subtract({ hours: 10 }), 600)));
    const between = practice(spanFrom(now.subtract({ hours: 5 }), 20));
    expect((await send('POST', '/practice-sessions', between)).session.countedSeconds).toBe(1200);
  });
});

describe('what was practised offline', () => {
  it('is sent at once, and each session is answered for itself (PR-07)', async () => {
    const [ada, bob] = [await newPerson(), await newPerson()];
    const foreign = practice();
    await bob.send('POST', '/practice-sessions', foreign);
    const known = practice({}, 60);
    await ada.send('POST', '/practice-sessions', known);
    const first = practice({}, 200);
    const sessions = [first, known, practice({}, -60), foreign, first, practice({}, 120)];
    const answer = await ada.send('POST', '/practice-sessions/sync', { sessions });
    expect(
      answer.items.map(
        ({ status, error }: { status: string; error?: { code: string } }) => error?.code ?? status,
      ),
    ).toEqual(['saved', 'known', 'clock_ahead', 'session_id_taken', 'known', 'saved']);
    expect(answer.items.map(({ id }: { id: string }) => id)).toEqual(sessions.map(({ id }) => id));
    expect(answer.items[2].error).toMatchObject({
      field: 'finishedAt',
      detail: expect.any(String),
    });
    const again = await ada.send('POST', '/practice-sessions/sync', { sessions });
    expect(again.items.map(({ status }: { status: string }) => status)).toEqual([
      'known',
      'known',
      'refused',
      'refused',
      'known',
      'known',
    ]);
    expect(again.earned).toEqual([]);
    expect(await ada.send('GET', '/progress')).toMatchObject({ sessions: 3, seconds: 3600 });
  });

  it('may be fifty sessions, and is refused by the place of a malformed one (PR-07)', async () => {
    const { send } = await newPerson();
    const sessions = Array.from({ length: 51 }, (_, at) => practice({}, at * 30));
    const path = '/practice-sessions/sync';
    expect((await send('POST', path, { sessions })).status).toBe(400);
    const fifty = await send('POST', path, { sessions: sessions.slice(1) });
    expect(fifty.items.every(({ status }: { status: string }) => status === 'saved')).toBe(true);
    const broken = [practice(), { ...practice(), steps: [{ exercise: 'mountain' }] }];
    const answer = await send('POST', path, { sessions: broken });
    expect([answer.status, answer.errors[0].field]).toEqual([400, 'sessions.1.steps.0.seconds']);
    expect((await send('POST', path, { sessions: [] })).status).toBe(400);
  });

  it('arrives from two devices at once without a session lost or doubled (PR-07)', async () => {
    const { send } = await newPerson();
    const shared = Array.from({ length: 10 }, (_, at) => practice({}, at * 30));
    const [one, other] = [practice({}, 400), practice({}, 430)];
    await Promise.all([
      send('POST', '/practice-sessions/sync', { sessions: [...shared, one] }),
      send('POST', '/practice-sessions/sync', { sessions: [...shared.toReversed(), other] }),
    ]);
    expect(await send('GET', '/progress')).toMatchObject({ sessions: 12, seconds: 12 * 1200 });
  });

  it('of one day is fifty sessions at most (PR-07)', async () => {
    const { send } = await newPerson();
    const noon = Temporal.Instant.from('2026-11-18T00:00:00Z');
    const sessions = Array.from({ length: 51 }, (_, at) =>
      practice({
        ...spanFrom(noon.add({ minutes: at * 10 }), 5),
        steps: [{ exercise: 'mountain', seconds: 200 }],
      }),
    );
    await send('POST', '/practice-sessions/sync', { sessions: sessions.slice(0, 50) });
    const last = await send('POST', '/practice-sessions', sessions[50]);
    expect([last.status, last.code]).toEqual([409, 'day_full']);
  });
});
