import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectBooksToBalance } from '../../../../test/support/payments.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import type { Ctx } from '../../../platform/context.ts';
import { getCharge } from '../../payments/index.ts';
import { cancelBooking, quoteCancellation } from './cancel-booking.ts';
import { getBookingForMail } from './booking-for-mail.ts';
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

const attachesThenFails = '4000000000000341';

/** A lesson ten days ahead, for which a card was saved. */
async function bookedAhead(card?: string) {
  const learner = await world.newLearner();
  const teacher = await world.newTeacher();
  const startsAt = world.inDays(10);
  const id = await world.hold(learner, teacher, startsAt);
  const { url } = await startBookingCheckout(learner, id);
  await world.pay(url, card ? { card } : {});
  await world.deliverAll();
  expect(await world.statusOf(id)).toBe('confirmed');
  return { id, learner, teacher, startsAt };
}

async function until(hours: number, startsAt: Temporal.Instant): Promise<void> {
  await world.deliverAll();
  world.clock.set(startsAt.subtract({ hours }).toString());
  await world.ctx.jobs.enqueue(world.ctx, 'payments.wake-charges', {});
  await world.deliverAll();
}

const chargeOf = async (id: string) => getCharge(world.ctx, await world.chargeOf(id));
const actionsOf = async (ctx: Ctx, id: string) => (await viewBooking(ctx, id)).actions;

describe('a lesson whose saved card is declined two days before', () => {
  it('asks its learner alone to pay, and is paid on the page (PY-03)', async () => {
    const { id, learner, teacher, startsAt } = await bookedAhead(attachesThenFails);
    expect(await viewBooking(learner, id)).toMatchObject({ paymentNeeded: false });
    await until(48, startsAt);
    expect(await viewBooking(learner, id)).toMatchObject({
      paymentNeeded: true,
      status: 'confirmed',
    });
    expect((await actionsOf(learner, id)).pay).toBe(true);
    expect(await viewBooking(teacher.ctx, id)).toMatchObject({ paymentNeeded: false });
    await world.pay((await startBookingCheckout(learner, id)).url);
    await world.deliverAll();
    expect(await viewBooking(learner, id)).toMatchObject({ paymentNeeded: false });
    expect((await chargeOf(id)).status).toBe('authorised');
    await expect(startBookingCheckout(learner, id)).rejects.toMatchObject({ code: 'already_paid' });
  });

  it('is cancelled 6 hours before when nobody has paid, and its hour is free again (PY-03)', async () => {
    const { id, learner, teacher, startsAt } = await bookedAhead(attachesThenFails);
    for (const hours of [48, 36, 24, 12, 6]) await until(hours, startsAt);
    expect((await chargeOf(id)).status).toBe('failed');
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'cancelled',
      paymentNeeded: false,
      cancellation: { by: 'system', refund: { minor: 0 } },
    });
    expect(world.toldOf(id)).toEqual(['held', 'confirmed', 'cancelled']);
    expect(await world.movesOf(id)).toContain('confirmed → cancelled: unpaid by system');
    await world.hold(world.guest(), teacher, startsAt);
  });

  it('can still be cancelled by either side before (PY-04)', async () => {
    const { id, learner, startsAt } = await bookedAhead(attachesThenFails);
    await until(48, startsAt);
    const { refund } = await quoteCancellation(learner, id);
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: refund.minor });
    await world.deliverAll();
    expect((await chargeOf(id)).status).toBe('voided');
  });
});

describe('a lesson whose saved card is good', () => {
  it('keeps the share of a late cancellation, of what was authorised two days before (PY-04)', async () => {
    const { id, learner, startsAt } = await bookedAhead();
    await until(3, startsAt);
    expect((await chargeOf(id)).status).toBe('authorised');
    const { refund } = await quoteCancellation(learner, id);
    expect(refund.minor).toBe(1900);
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: refund.minor });
    await world.deliverAll();
    await world.deliverAll();
    expect(await chargeOf(id)).toMatchObject({ status: 'captured', captured: { minor: 1900 } });
  });
});

describe('a lesson whose authorisation lapsed before its money was taken', () => {
  it('is paid by its learner afterwards, who is asked and has a week for it (PY-03)', async () => {
    const learner = await world.newLearner();
    const teacher = await world.newTeacher();
    const startsAt = world.inDays(2);
    const id = await world.hold(learner, teacher, startsAt);
    await world.pay((await startBookingCheckout(learner, id)).url);
    await world.deliverAll();
    // An outage from before the lesson until its bank has let go.
    world.clock.advance({ hours: 24 * 7 + 1 });
    for (let minute = 0; minute < 2; minute += 1) {
      await world.ctx.jobs.enqueue(world.ctx, 'scheduling.advance-lessons', {});
      await world.deliverAll();
    }
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'completed',
      paymentNeeded: true,
    });
    expect((await actionsOf(learner, id)).pay).toBe(true);
    const { paymentNeeded, payUntil } = await getBookingForMail(learner, id);
    expect(paymentNeeded).toBe(true);
    expect(payUntil).toEqual(world.clock.now().add({ hours: 24 * 7 }));
    await world.pay((await startBookingCheckout(learner, id)).url);
    await world.deliverAll();
    expect((await chargeOf(id)).status).toBe('captured');
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'completed',
      paymentNeeded: false,
    });
  });
});
