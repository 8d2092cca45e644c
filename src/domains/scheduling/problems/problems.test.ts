import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectBooksToBalance } from '../../../../test/support/payments.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import { sql } from '../../../platform/db/index.ts';
import { getCharge } from '../../payments/index.ts';
import { advanceLessons } from '../bookings/advance-lessons.ts';
import { viewBooking } from '../bookings/view-booking.ts';
import { getProblem } from './get-problem.ts';
import { listOpenProblems } from './list-problems.ts';
import { reportNoShow } from './report-no-show.ts';
import { reportProblem } from './report-problem.ts';
import { settleProblem } from './settle-problem.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterEach(async () => {
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world?.close());

/** A lesson of an hour that has begun just now. */
async function begun() {
  const learner = await world.newLearner();
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(2);
  const id = await world.book(learner, teacher, startsAt);
  await pass(startsAt);
  return { id, learner, teacher, startsAt };
}

async function pass(to: Temporal.Instant): Promise<void> {
  await world.deliverAll();
  world.clock.set(to.toString());
  await advanceLessons(world.ctx);
  await world.deliverAll();
  await world.deliverAll();
}

const minutes = (start: Temporal.Instant, minutes: number) => start.add({ minutes });
const operator = () => world.newLearner({ roles: ['operator'], operatorScopes: ['payments'] });
const chargeOf = async (id: string) => getCharge(world.ctx, await world.chargeOf(id));
const isHeld = async (id: string) =>
  (
    await sql`select 1 from payments.transfer_holds
      where charge_id = ${await world.chargeOf(id)} and lifted_at is null`.execute(world.ctx.db)
  ).rows.length > 0;

describe('a learner who does not come', () => {
  it('is waited for 15 minutes, and pays as if they had (PY-03, SC-05)', async () => {
    const { id, learner, teacher, startsAt } = await begun();
    const note = 'Called twice, nobody there.';
    await pass(minutes(startsAt, 14));
    await expect(reportNoShow(teacher.ctx, { bookingId: id, note })).rejects.toMatchObject({
      code: 'no_show_too_early',
    });
    await pass(minutes(startsAt, 15));
    expect((await viewBooking(teacher.ctx, id)).actions.reportNoShow).toBe(true);
    await expect(reportNoShow(learner, { bookingId: id, note })).rejects.toMatchObject({
      code: 'only_the_instructor',
    });
    await reportNoShow(teacher.ctx, { bookingId: id, note });
    await reportNoShow(teacher.ctx, { bookingId: id, note });
    await world.deliverAll();
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'no_show',
      noShowBy: 'learner',
    });
    expect(await chargeOf(id)).toMatchObject({ status: 'captured', captured: { minor: 3800 } });
    expect(world.toldOf(id)).toEqual(['held', 'confirmed', 'missed']);
  });

  it('can be told of until 48 hours after the end, and has a say as long (PY-03)', async () => {
    const { id, learner, teacher, startsAt } = await begun();
    await pass(minutes(startsAt, 60 + 48 * 60));
    await reportNoShow(teacher.ctx, { bookingId: id, note: 'Not there.' });
    await reportProblem(learner, { bookingId: id, kind: 'instructor_absent', text: 'I was!' });
    const late = await begun();
    await pass(minutes(late.startsAt, 60 + 48 * 60 + 1));
    const wish = { bookingId: late.id, note: 'Not there.' };
    await expect(reportNoShow(late.teacher.ctx, wish)).rejects.toMatchObject({
      code: 'report_too_late',
    });
    await expect(
      reportProblem(late.learner, { bookingId: late.id, kind: 'quality', text: 'Hm.' }),
    ).rejects.toMatchObject({ code: 'report_too_late' });
  });
});

describe('a problem with a lesson', () => {
  it('holds its money until an operator has decided, and gives back what they say (PY-03, PY-04)', async () => {
    const { id, learner, teacher, startsAt } = await begun();
    await pass(minutes(startsAt, 60));
    const wish = {
      bookingId: id,
      kind: 'cut_short' as const,
      text: 'It ended after half an hour.',
    };
    await expect(reportProblem(teacher.ctx, wish)).rejects.toMatchObject({ code: 'not_yours' });
    const problemId = await reportProblem(learner, wish);
    await expect(reportProblem(learner, wish)).rejects.toMatchObject({ code: 'problem_open' });
    expect(await isHeld(id)).toBe(true);
    expect((await viewBooking(learner, id)).problem).toMatchObject({
      kind: 'cut_short',
      text: wish.text,
      settledAt: null,
    });
    expect((await viewBooking(teacher.ctx, id)).problem).toMatchObject({
      kind: 'cut_short',
      text: null,
      settledAt: null,
    });
    const { items } = await listOpenProblems(world.ctx, {});
    expect(items.find((item) => item.id === problemId)).toMatchObject({
      bookingId: id,
      description: wish.text,
      price: { minor: 3800, currency: 'GBP' },
    });
    const judge = await operator();
    await expect(
      settleProblem(judge, { problemId, refundMinor: 3801, note: 'More than it cost.' }),
    ).rejects.toMatchObject({ code: 'refund_too_high', field: 'refundMinor' });
    await settleProblem(judge, { problemId, refundMinor: 1900, note: 'Half of it was given.' });
    await world.deliverAll();
    await world.deliverAll();
    expect(await chargeOf(id)).toMatchObject({
      captured: { minor: 3800 },
      refunded: { minor: 1900 },
    });
    expect(await isHeld(id)).toBe(false);
    for (const side of [learner, teacher.ctx])
      expect((await viewBooking(side, id)).problem).toMatchObject({ refund: { minor: 1900 } });
    expect(await getProblem(judge, problemId)).toMatchObject({
      refund: { minor: 1900 },
      settlement: 'Half of it was given.',
      chargeId: await world.chargeOf(id),
    });
    await expect(getProblem(judge, id)).rejects.toMatchObject({ code: 'problem_not_found' });
    await expect(
      settleProblem(judge, { problemId, refundMinor: 0, note: 'Again.' }),
    ).rejects.toMatchObject({ code: 'problem_settled' });
  });

  it('that is not upheld lets the money go, all of it (PY-03)', async () => {
    const { id, learner, startsAt } = await begun();
    await pass(minutes(startsAt, 60));
    const problemId = await reportProblem(learner, { bookingId: id, kind: 'quality', text: 'Hm.' });
    await settleProblem(await operator(), { problemId, refundMinor: 0, note: 'As described.' });
    await world.deliverAll();
    expect(await chargeOf(id)).toMatchObject({ status: 'captured', refunded: { minor: 0 } });
    expect(await isHeld(id)).toBe(false);
    expect((await viewBooking(learner, id)).actions.reportProblem).toBe(true);
  });

  it('that the instructor never came gives everything back and is remembered (PY-04, SC-05)', async () => {
    const { id, learner, startsAt } = await begun();
    const wish = { bookingId: id, kind: 'instructor_absent' as const, text: 'Nobody came.' };
    await expect(reportProblem(learner, wish)).rejects.toMatchObject({ code: 'no_show_too_early' });
    const early = { reportProblem: true, reportNoShow: false };
    expect((await viewBooking(learner, id)).actions).toMatchObject(early);
    await pass(minutes(startsAt, 15));
    expect((await viewBooking(learner, id)).actions.reportNoShow).toBe(true);
    const problemId = await reportProblem(learner, wish);
    await pass(minutes(startsAt, 60));
    await settleProblem(await operator(), {
      problemId,
      refundMinor: 3800,
      note: 'No trace of them.',
    });
    await world.deliverAll();
    await world.deliverAll();
    expect(await chargeOf(id)).toMatchObject({ status: 'refunded' });
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'no_show',
      noShowBy: 'instructor',
    });
  });

  it('cannot be told before the lesson, nor about one that is none (PY-03)', async () => {
    const learner = await world.newLearner();
    const teacher = await world.newTeacher();
    const id = await world.book(learner, teacher, world.inDays(2));
    const wish = { bookingId: id, kind: 'other' as const, text: 'I worry.' };
    await expect(reportProblem(learner, wish)).rejects.toMatchObject({ code: 'report_too_early' });
    await expect(reportProblem(await world.newLearner(), wish)).rejects.toMatchObject({
      kind: 'not_found',
    });
  });
});

describe('what a lesson brought', () => {
  it('goes to its instructor 48 hours after the end, in their first 30 days after 7 (PY-03)', async () => {
    const dueOf = async (id: string) =>
      (
        await sql<{ due_at: Temporal.Instant }>`
          select due_at from payments.transfers where charge_id = ${await world.chargeOf(id)}`.execute(
          world.ctx.db,
        )
      ).rows[0]!.due_at;
    const { id, startsAt, teacher } = await begun();
    expect((await dueOf(id)).since(startsAt).total('hours')).toBe(1 + 7 * 24);
    await sql`update catalog.instructors set published_at = ${world.clock
      .now()
      .subtract({ hours: 24 * 30 })
      .toString()}
      where id = ${teacher.instructorId}`.execute(world.ctx.db);
    const later = world.inDays(3);
    const next = await world.hold(await world.newLearner(), teacher, later);
    expect((await dueOf(next)).since(later).total('hours')).toBe(1 + 48);
  });
});
