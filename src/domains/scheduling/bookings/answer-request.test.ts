import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectBooksToBalance } from '../../../../test/support/payments.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import type { Ctx } from '../../../platform/context.ts';
import { getCharge } from '../../payments/index.ts';
import { cancelBooking, quoteCancellation, setAvailability } from '../index.ts';
import { listSlots } from '../slots/list-slots.ts';
import { acceptBooking } from './accept-booking.ts';
import { confirmPaidBooking } from './confirm-paid-booking.ts';
import { declineBooking } from './decline-booking.ts';
import { expireHold } from './end-hold.ts';
import { expireRequests } from './expire-requests.ts';
import { startBookingCheckout } from './start-checkout.ts';
import { viewBooking } from './view-booking.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterEach(async () => {
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world?.close());

async function asked({ days = 2, time = '10:00' } = {}) {
  const teacher = await world.newTeacher({ confirmsByHand: true });
  const learner = await world.newLearner();
  const startsAt = world.inDays(days, time);
  const id = await world.book(learner, teacher, startsAt);
  expect(await world.statusOf(id)).toBe('requested');
  return { teacher, learner, startsAt, id };
}

const chargeOf = async (id: string) => getCharge(world.ctx, await world.chargeOf(id));
const withdraw = (learner: Ctx, id: string) =>
  cancelBooking(learner, { bookingId: id, expectedRefundMinor: 3800 });

/** Pays in time, but the news is read only later. */
async function paidUnnoticed(learner: Ctx, id: string): Promise<void> {
  await world.pay((await startBookingCheckout(learner, id)).url);
  for (const event of await world.takeEvents())
    expect((await world.deliver(event)).statusCode).toBe(200);
}

/** Events are signed when they are sent: what is on its way arrives first. */
async function moveTo(instant: Temporal.Instant): Promise<void> {
  for (let time = 0; time < 2; time += 1) await world.deliverAll();
  world.clock.set(instant.toString());
}

async function expectNothingKept(id: string): Promise<void> {
  await world.deliverAll();
  expect(await chargeOf(id)).toMatchObject({
    status: 'voided',
    captured: { minor: 0 },
    refunded: { minor: 0 },
  });
}

describe('a paid slot of an instructor who confirms by hand (SC-05, row 2)', () => {
  it('is asked for, blocks the hour, and takes no money (PY-03)', async () => {
    const { id, learner, teacher, startsAt } = await asked();
    const answerBy = world.clock.now().add({ hours: 24 }).toString();
    expect((await chargeOf(id)).status).toBe('authorised');
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'requested',
      answerBy,
      byHand: true,
      actions: { accept: false, decline: false, cancel: true, calendar: false },
    });
    expect(await viewBooking(teacher.ctx, id)).toMatchObject({
      status: 'requested',
      counterpart: { name: learner.actor.displayName },
      actions: { accept: true, decline: true, cancel: false, calendar: false },
    });
    expect(await world.movesOf(id)).toEqual([
      'none → held: slot_picked by person',
      'held → requested: asked by system',
    ]);
    expect(world.toldOf(id)).toEqual(['held', 'requested']);
    await expect(world.hold(await world.newLearner(), teacher, startsAt)).rejects.toMatchObject({
      code: 'slot_taken',
    });
    await confirmPaidBooking(world.ctx, id);
    expect(await world.statusOf(id)).toBe('requested');
  });

  it('is asked for with a saved card too, where the lesson is far ahead (row 2b)', async () => {
    const { id, teacher, learner } = await asked({ days: 10 });
    expect((await chargeOf(id)).status).toBe('card_saved');
    await acceptBooking(teacher.ctx, id);
    expect(await viewBooking(learner, id)).toMatchObject({ status: 'confirmed' });
  });

  it('is judged as its instructor had it when the slot was picked', async () => {
    const learner = await world.newLearner();
    const teacher = await world.newTeacher({ confirmsByHand: true });
    const other = await world.newTeacher();
    const held = await world.hold(learner, teacher, world.inDays(2));
    const free = await world.hold(learner, other, world.inDays(2, '14:00'));
    for (const { instructorId } of [teacher, other])
      await setAvailability(world.ctx, {
        instructorId,
        timeZone: 'Europe/London',
        rules: [],
        confirmsByHand: instructorId === other.instructorId,
      });
    for (const id of [held, free]) await world.pay((await startBookingCheckout(learner, id)).url);
    await world.deliverAll();
    expect([await world.statusOf(held), await world.statusOf(free)]).toEqual([
      'requested',
      'confirmed',
    ]);
  });

  it('leaves two hours to answer: nearer starts are not offered', async () => {
    const options = { noticeOnlineMinutes: 0 };
    const byHand = await world.newTeacher({ ...options, confirmsByHand: true });
    const atOnce = await world.newTeacher(options);
    const first = async ({ instructorId, serviceId }: typeof byHand) =>
      (await listSlots(world.ctx, { instructorId, serviceId, days: 2 })).days.flatMap(
        ({ slots }) => slots,
      )[0]!.startsAt;
    const [later, sooner] = [await first(byHand), await first(atOnce)].map((text) =>
      Temporal.Instant.from(text),
    );
    expect(later!.since(world.clock.now()).total('minutes')).toBeGreaterThanOrEqual(120);
    expect(sooner!.since(world.clock.now()).total('minutes')).toBeLessThan(120);
  });

  it('is asked for after its hold has ended, when the hour is still free', async () => {
    const learner = await world.newLearner();
    const teacher = await world.newTeacher({ confirmsByHand: true });
    const id = await world.hold(learner, teacher, world.inDays(2));
    await paidUnnoticed(learner, id);
    world.clock.advance({ minutes: 16 });
    await expireHold(world.ctx, id);
    await world.deliverAll();
    expect(await world.statusOf(id)).toBe('requested');
    expect(await world.movesOf(id)).toContain('expired → requested: asked_after_expiry by system');
  });

  it('is given back when it was paid too late to be answered', async () => {
    const learner = await world.newLearner();
    const teacher = await world.newTeacher({ confirmsByHand: true });
    const startsAt = world.inDays(2);
    const id = await world.hold(learner, teacher, startsAt);
    await paidUnnoticed(learner, id);
    world.clock.set(startsAt.subtract({ hours: 2 }).toString());
    await expireHold(world.ctx, id);
    await world.deliverAll();
    expect(await viewBooking(learner, id)).toMatchObject({ status: 'expired', paidTooLate: true });
    await expectNothingKept(id);
  });
});

describe('accepting a request (SC-05, row 4)', () => {
  it('makes it a lesson, once however often it is said', async () => {
    const { id, teacher, learner } = await asked();
    await acceptBooking(teacher.ctx, id);
    await acceptBooking(teacher.ctx, id);
    await world.deliverAll();
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'confirmed',
      actions: { cancel: true, calendar: true },
    });
    expect(await world.movesOf(id)).toContain('requested → confirmed: accepted by person');
    expect(world.toldOf(id)).toEqual(['held', 'requested', 'confirmed']);
    expect((await chargeOf(id)).status).toBe('authorised');
    await expect(declineBooking(teacher.ctx, { bookingId: id })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'request_answered',
    });
  });

  it('comes too late at the very instant of the deadline, though no job came by', async () => {
    const { id, teacher, learner } = await asked();
    world.clock.advance({ hours: 24 });
    for (const answer of [
      acceptBooking(teacher.ctx, id),
      declineBooking(teacher.ctx, { bookingId: id }),
    ])
      await expect(answer).rejects.toMatchObject({ kind: 'conflict', code: 'request_expired' });
    await expect(withdraw(learner, id)).rejects.toMatchObject({ code: 'not_cancellable' });
    expect((await viewBooking(teacher.ctx, id)).actions).toMatchObject({ accept: false });
    expect((await viewBooking(learner, id)).status).toBe('expired');
    await expireRequests(world.ctx);
  });

  it('is the instructor’s alone, as is declining', async () => {
    const { id, learner } = await asked();
    const operator = await world.newLearner({ roles: ['operator'], operatorScopes: ['people'] });
    for (const answer of [
      acceptBooking,
      (ctx: Ctx, bookingId: string) => declineBooking(ctx, { bookingId }),
    ]) {
      for (const ctx of [learner, operator])
        await expect(answer(ctx, id)).rejects.toMatchObject({ code: 'only_the_instructor' });
      const another = await world.newTeacher();
      for (const ctx of [another.ctx, world.guest()])
        await expect(answer(ctx, id)).rejects.toMatchObject({ kind: 'not_found' });
    }
    expect(await world.statusOf(id)).toBe('requested');
  });

  it('needs a request: a hold and a lesson that nobody had to confirm are none', async () => {
    const teacher = await world.newTeacher();
    const learner = await world.newLearner();
    const id = await world.hold(learner, teacher, world.inDays(3));
    await expect(acceptBooking(teacher.ctx, id)).rejects.toMatchObject({ code: 'not_requested' });
    const paid = await world.book(learner, teacher, world.inDays(3, '15:00'));
    await expect(acceptBooking(teacher.ctx, paid)).rejects.toMatchObject({ code: 'not_requested' });
  });
});

describe('declining a request (SC-05, row 5)', () => {
  it.each([2, 10])('%i days ahead keeps nothing, and frees the hour', async (days) => {
    const { id, teacher, learner, startsAt } = await asked({ days });
    const note = 'I am away that week.';
    await declineBooking(teacher.ctx, { bookingId: id, note });
    await declineBooking(teacher.ctx, { bookingId: id, note: 'Again' });
    await expectNothingKept(id);
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'declined',
      declineNote: note,
      actions: { cancel: false },
    });
    expect(await world.movesOf(id)).toContain('requested → declined: declined by person');
    expect(world.toldOf(id)).toEqual(['held', 'requested', 'declined']);
    await expect(acceptBooking(teacher.ctx, id)).rejects.toMatchObject({
      code: 'request_answered',
    });
    await confirmPaidBooking(world.ctx, id);
    expect(await world.statusOf(id)).toBe('declined');
    await world.hold(await world.newLearner(), teacher, startsAt);
  });
});

describe('a request that nobody answers (SC-05, row 6)', () => {
  it('ends at its deadline and not before, keeps nothing, and stays ended', async () => {
    const { id, teacher, startsAt } = await asked();
    world.clock.advance({ hours: 23, minutes: 59 });
    await expireRequests(world.ctx);
    expect(await world.statusOf(id)).toBe('requested');
    world.clock.advance({ minutes: 1 });
    await world.ctx.jobs.enqueue(world.ctx, 'scheduling.expire-requests', {});
    await world.deliverAll();
    await expireRequests(world.ctx);
    await expectNothingKept(id);
    expect(await world.statusOf(id)).toBe('expired');
    expect(await world.movesOf(id)).toContain('requested → expired: unanswered by system');
    expect(world.toldOf(id)).toEqual(['held', 'requested', 'unanswered']);
    await confirmPaidBooking(world.ctx, id);
    expect(await world.statusOf(id)).toBe('expired');
    await expect(acceptBooking(teacher.ctx, id)).rejects.toMatchObject({ code: 'request_expired' });
    await world.hold(await world.newLearner(), teacher, startsAt);
  });

  it('does not come back when its payment is told again before it is let go', async () => {
    const { id } = await asked();
    world.clock.advance({ hours: 24 });
    await expireRequests(world.ctx);
    // The instruction to void is written, and not carried out yet: the charge is still authorised.
    expect((await chargeOf(id)).lastKnownStatus).toBe('authorised');
    await confirmPaidBooking(world.ctx, id);
    expect(await world.statusOf(id)).toBe('expired');
    await expectNothingKept(id);
    expect(world.toldOf(id)).not.toContain('paid_too_late');
  });
});

describe('withdrawing a request', () => {
  it('costs its learner nothing, however near the lesson is (PY-04)', async () => {
    const { id, learner, teacher } = await asked({ days: 0, time: '14:00' });
    expect(await quoteCancellation(learner, id)).toMatchObject({
      by: 'learner',
      money: 'reserved',
      refund: { minor: 3800 },
      kept: { minor: 0 },
    });
    await withdraw(learner, id);
    await withdraw(learner, id);
    await expectNothingKept(id);
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'cancelled',
      cancellation: { by: 'learner', refund: { minor: 3800 }, withdrawn: true },
      actions: { calendar: false },
    });
    expect(await world.movesOf(id)).toContain('requested → cancelled: withdrawn by person');
    await expect(acceptBooking(teacher.ctx, id)).rejects.toMatchObject({
      code: 'request_withdrawn',
    });
  });

  it('is not the instructor’s: they decline', async () => {
    const { id, teacher } = await asked();
    await expect(quoteCancellation(teacher.ctx, id)).rejects.toMatchObject({
      code: 'not_cancellable',
    });
  });
});

describe('answers at the same moment', () => {
  it.each(['before', 'at'] as const)(
    '%s the deadline, with the withdrawal and the clock, have one winner',
    async (when) => {
      for (let round = 0; round < 4; round += 1) {
        await moveTo(world.inDays(1, '09:00'));
        // Less than a day ahead: what was accepted can't be cancelled for everything any more.
        const { id, learner, teacher } = await asked({ days: 1, time: '08:00' });
        if (when === 'at') {
          const { answerBy } = await viewBooking(learner, id);
          await moveTo(Temporal.Instant.from(answerBy!));
        }
        const deeds = [
          () => acceptBooking(teacher.ctx, id),
          () => declineBooking(teacher.ctx, { bookingId: id }),
          () => withdraw(learner, id),
        ];
        const rotated = [...deeds.slice(round % 3), ...deeds.slice(0, round % 3)];
        const [, ...results] = await Promise.allSettled([
          expireRequests(world.ctx),
          ...rotated.map((deed) => deed()),
        ]);
        const refused = results.filter((result) => result.status === 'rejected');
        expect(refused.length).toBe(when === 'at' ? 3 : 2);
        for (const { reason } of refused) {
          expect(reason).toMatchObject({ kind: 'conflict' });
          expect(reason.code).toMatch(
            /^(request_(answered|withdrawn|expired)|not_cancellable|quote_changed)$/,
          );
        }
        await world.deliverAll();
        const status = await world.statusOf(id);
        const moves = (await world.movesOf(id)).filter((move) => move.startsWith('requested'));
        expect(moves).toHaveLength(1);
        expect(moves[0]).toContain(`requested → ${status}`);
        if (when === 'at') expect(status).toBe('expired');
        if (status === 'confirmed') expect((await chargeOf(id)).status).toBe('authorised');
        else await expectNothingKept(id);
      }
    },
  );
});
