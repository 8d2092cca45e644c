import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../../../../test/support/people.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { advanceLessons } from '../bookings/advance-lessons.ts';
import { reportNoShow } from './report-no-show.ts';
import { reportProblem } from './report-problem.ts';
import { settleProblem } from './settle-problem.ts';
import { notificationsDomain } from '../../notifications/index.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld([notificationsDomain]);
  await signIn(world, 'money@etude.example', ['operator'], ['payments']);
});
afterAll(() => world?.close());

const operator = () => world.newLearner({ roles: ['operator'], operatorScopes: ['payments'] });

/** A lesson whose hour has passed; the mails of its booking are read already. */
async function given() {
  const learner = await world.newLearner();
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(2);
  const bookingId = await world.book(learner, teacher, startsAt);
  for (const at of [startsAt, startsAt.add({ hours: 1 })]) {
    world.clock.set(at.toString());
    await advanceLessons(world.ctx);
    await world.deliverAll();
  }
  world.mails.length = 0;
  return { bookingId, learner: learner.actor, learnerCtx: learner, teacher };
}

async function told(): Promise<Record<string, string>> {
  await world.deliverAll();
  await world.runJobs();
  return Object.fromEntries(world.mails.splice(0).map(({ to, subject }) => [to, subject]));
}

it('a learner who was reported absent is told, and until when they can say otherwise (PY-03)', async () => {
  const { bookingId, learner, teacher } = await given();
  await reportNoShow(teacher.ctx, { bookingId, note: 'Called twice.' });
  await world.deliverAll();
  const [mail, ...others] = world.mails.splice(0);
  expect(others).toEqual([]);
  expect(mail!.to).toBe(learner.email);
  expect(mail!.subject).toMatch(/ says that you did not come$/);
  expect(mail!.text).toContain('tell us until Fri, Nov 27, 11:00');
  expect(mail!.text).not.toContain('Called twice');
});

it.each([
  [0, 'Your problem is settled', 'The reported problem is settled'],
  [1900, '£19.00 goes back to you', '£19.00 went back to '],
  [3800, '£38.00 goes back to you', '£38.00 went back to '],
])(
  'both sides and the operators hear of a complaint, and both sides of its outcome: %i (PY-04)',
  async (refundMinor, toLearner, toTeacher) => {
    const { bookingId, learner, learnerCtx, teacher } = await given();
    const judge = await operator();
    const text = 'The line broke after ten minutes.';
    const problemId = await reportProblem(learnerCtx, { bookingId, kind: 'technical', text });
    expect(await told()).toMatchObject({
      [learner.email]: 'We are looking into your problem',
      [teacher.person.email]: `${learner.displayName} has reported a problem`,
      'money@etude.example': expect.stringMatching(/^A complaint waits: /),
    });
    await settleProblem(judge, { problemId, refundMinor, note: 'Heard both.' });
    await world.deliverAll();
    expect(world.mails.map((mail) => mail.text).join()).not.toContain(text);
    const outcome = await told();
    expect(outcome[learner.email]).toBe(toLearner);
    expect(outcome[teacher.person.email]).toContain(toTeacher);
    expect(Object.keys(outcome)).toHaveLength(2);
  },
);
