import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie, signIn } from '../../../../test/support/people.ts';
import {
  type SchedulingWorld,
  startSchedulingWorld,
  type Teacher,
} from '../../../../test/support/scheduling.ts';
import { chooseMarket } from '../../markets/index.ts';
import { mediaDomain } from '../../media/index.ts';
import { notificationsDomain } from '../../notifications/index.ts';
import { practiceDomain } from '../index.ts';
import { erasePerson, exportPerson } from '../person-data.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld([mediaDomain, practiceDomain, notificationsDomain]);
}, 240_000);
afterAll(() => world?.close());

type Method = 'GET' | 'POST' | 'DELETE';
let people = 0;

/** Signed in, in a market, and able to call the API. */
async function join(roles: ('learner' | 'instructor')[]) {
  const email = `homework${(people += 1)}@example.com`;
  const { personId } = await signIn(world, email, roles);
  await chooseMarket(world.ctx, { personId, code: 'gb' });
  const call = async (method: Method, path: string, payload?: object) => {
    const answer = await world.inject({
      method,
      url: `/api/v1${path}`,
      // Signed in anew each time: days pass in these tests.
      headers: { cookie: await sessionCookie(world, email) },
      ...(payload && { payload }),
    });
    return { status: answer.statusCode, ...(answer.body ? answer.json() : {}) };
  };
  return { personId, email, call };
}

async function pair(): Promise<{
  teacher: Awaited<ReturnType<typeof join>> & { profile: Teacher };
  learner: Awaited<ReturnType<typeof join>>;
  bookingId: string;
}> {
  const teacher = await join(['learner', 'instructor']);
  const profile = await world.newTeacher({ personId: teacher.personId });
  const learner = await join(['learner']);
  const actor = { ...(await world.newLearner()).actor, id: learner.personId };
  const bookingId = await world.book(world.as(actor), profile, world.inDays(2));
  return { teacher: { ...teacher, profile }, learner, bookingId };
}

const dayIn = (days: number) =>
  world.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate().add({ days }).toString();
const homework = (bookingId: string, more: object = {}) => ({
  bookingId,
  sequence: 'morning-energizer',
  times: 2,
  dueOn: dayIn(7),
  note: 'Slowly.',
  ...more,
});
/** Lets the lesson begin. */
const meet = () => world.clock.set(world.inDays(2, '10:30'));

/** As the player sends it. */
const practised = (minutes: number, more: object = {}) => {
  const finishedAt = world.clock.now();
  return {
    id: randomUUID(),
    library: 'yoga',
    sequence: 'morning-energizer',
    startedAt: finishedAt.subtract({ minutes }).toString(),
    finishedAt: finishedAt.toString(),
    timeZone: 'Europe/London',
    steps: [
      {
        exercise: 'mountain',
        seconds: minutes * 60,
      },
    ],
    ...more,
  };
};

describe('homework', () => {
  it('is given after a first lesson, and counts what is practised by itself (PR-08)', async () => {
    const { teacher, learner, bookingId } = await pair();
    expect(await teacher.call('POST', '/homework', homework(bookingId))).toMatchObject({
      status: 409,
      code: 'not_met_yet',
    });
    meet();
    const given = await teacher.call('POST', '/homework', homework(bookingId));
    expect(given).toMatchObject({
      status: 201,
      items: [{ mayAssign: true, homework: [{ times: 2, done: 0, state: 'open' }] }],
    });
    const mine = await learner.call('GET', '/me/homework');
    expect(mine.items).toMatchObject([
      {
        sequence: { slug: 'morning-energizer', available: true },
        note: 'Slowly.',
        from: { slug: teacher.profile.slug },
      },
    ]);
    const first = practised(15);
    await learner.call('POST', '/me/practice-sessions', first);
    await learner.call('POST', '/me/practice-sessions', first);
    // Another device finished the same practice at the same time.
    await learner.call('POST', '/me/practice-sessions', { ...first, id: randomUUID() });
    world.clock.set(world.clock.now().add({ hours: 1 }));
    await learner.call('POST', '/me/practice-sessions', practised(3));
    const seen = await teacher.call('GET', `/homework?bookingId=${bookingId}`);
    expect(seen.items[0].homework).toMatchObject([{ done: 1, state: 'open' }]);
    world.clock.set(world.clock.now().add({ hours: 24 }));
    await learner.call('POST', '/me/practice-sessions', practised(15));
    const done = await teacher.call('GET', `/homework?bookingId=${bookingId}`);
    expect(done.items[0].homework).toMatchObject([{ done: 2, late: 0, state: 'done' }]);
  });

  it('that is late says so, and shows what was done afterwards (PR-08)', async () => {
    const { teacher, learner, bookingId } = await pair();
    meet();
    await teacher.call('POST', '/homework', homework(bookingId, { dueOn: dayIn(1) }));
    world.clock.set(world.clock.now().add({ hours: 72 }));
    expect((await learner.call('GET', '/me/homework')).items).toMatchObject([{ state: 'overdue' }]);
    await learner.call('POST', '/me/practice-sessions', practised(15));
    expect((await learner.call('GET', '/me/homework')).items).toMatchObject([{ done: 0, late: 1 }]);
  });

  it('is nobody’s business but the two’s (PR-08)', async () => {
    const { teacher, learner, bookingId } = await pair();
    meet();
    await teacher.call('POST', '/homework', homework(bookingId));
    const other = await pair();
    expect((await other.teacher.call('POST', '/homework', homework(bookingId))).code).toBe(
      'lesson_not_found',
    );
    expect((await other.teacher.call('GET', `/homework?bookingId=${bookingId}`)).items).toEqual([]);
    expect((await other.learner.call('GET', '/me/homework')).items).toEqual([]);
    const [{ id }] = (await learner.call('GET', '/me/homework')).items;
    expect((await other.teacher.call('DELETE', `/homework/${id}`)).status).toBe(404);
    expect((await learner.call('POST', '/homework', homework(bookingId))).status).toBe(403);
    expect((await teacher.call('DELETE', `/homework/${id}`)).status).toBe(204);
    expect((await learner.call('GET', '/me/homework')).items).toEqual([]);
  });

  it('is told to the learner by mail, once, unless it was taken back at once (PR-08 NT-04)', async () => {
    const { teacher, learner, bookingId } = await pair();
    meet();
    const mails = () => world.mails.filter(({ subject }) => subject.startsWith('Homework: '));
    const before = mails().length;
    await teacher.call('POST', '/homework', homework(bookingId));
    await world.deliverAll();
    await world.deliverAll();
    const [mail, ...others] = mails().slice(before);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: learner.email, subject: 'Homework: Morning Energizer' });
    const due = Temporal.PlainDate.from(dayIn(7)).toLocaleString('en-GB', { weekday: 'long' });
    for (const part of ['15 minutes', '2 times', 'Slowly.', '/practice#homework', due])
      expect(mail!.text).toContain(part);

    const [{ id }] = (await learner.call('GET', '/me/homework')).items;
    await teacher.call('DELETE', `/homework/${id}`);
    await teacher.call('POST', '/homework', homework(bookingId, { sequence: 'power-flow' }));
    const taken = (await learner.call('GET', '/me/homework')).items[0].id;
    await teacher.call('DELETE', `/homework/${taken}`);
    await world.deliverAll();
    expect(mails()).toHaveLength(before + 1);
  });

  it('says plainly what is wrong with it (PR-08)', async () => {
    const { teacher, bookingId } = await pair();
    meet();
    const give = async (more: object) => {
      const { status, code, errors } = await teacher.call(
        'POST',
        '/homework',
        homework(bookingId, more),
      );
      return `${status} ${code} ${errors?.[0]?.field ?? ''}`;
    };
    expect(await give({ dueOn: dayIn(-1) })).toBe('422 due_wrong dueOn');
    expect(await give({ dueOn: dayIn(400) })).toBe('422 due_wrong dueOn');
    expect(await give({ dueOn: '2026-02-30' })).toBe('400 invalid_request dueOn');
    expect(await give({ sequence: 'nowhere' })).toBe('404 sequence_not_found ');
    expect(await give({ times: 0 })).toBe('400 invalid_request times');
    expect(await give({ bookingId: randomUUID() })).toBe('404 lesson_not_found ');
    expect(await give({})).toBe('201 undefined ');
    expect(await give({})).toBe('409 homework_given sequence');
  });

  it('is exported by both, and leaves with either (PR-08)', async () => {
    const { teacher, learner, bookingId } = await pair();
    meet();
    await teacher.call('POST', '/homework', homework(bookingId));
    for (const { personId } of [teacher, learner])
      expect(await exportPerson(world.ctx, personId)).toMatchObject({
        homework: [{ sequence: 'Morning Energizer', note: 'Slowly.' }],
      });
    await erasePerson(world.ctx, teacher.personId);
    expect(await exportPerson(world.ctx, learner.personId)).toMatchObject({ homework: [] });
  });
});
