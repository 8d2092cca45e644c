import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBooksToBalance } from '../../../../test/support/payments.ts';
import { type SchedulingWorld, startSchedulingWorld } from '../../../../test/support/scheduling.ts';
import type { Ctx } from '../../../platform/context.ts';
import { captureCharge, getCharge } from '../../payments/index.ts';
import { cancelBooking, quoteCancellation } from '../index.ts';
import { getBookingForMail } from './booking-for-mail.ts';
import { viewBooking } from './view-booking.ts';

let world: SchedulingWorld;
beforeAll(async () => {
  world = await startSchedulingWorld();
});
afterAll(async () => {
  await expectBooksToBalance(world);
  await world?.close();
});

async function booked({ days = 2, priceMinor = 3801 } = {}) {
  const teacher = await world.newTeacher({ services: [{ priceMinor }] });
  const learner = await world.newLearner();
  const startsAt = world.inDays(days);
  return { teacher, learner, startsAt, id: await world.book(learner, teacher, startsAt) };
}

const quoted = async (ctx: Ctx, id: string) => (await quoteCancellation(ctx, id)).refund.minor;
const charge = async (id: string) => getCharge(world.ctx, await world.chargeOf(id));

describe('cancelling as the learner', () => {
  it.each<[string, Temporal.DurationLike, number]>([
    ['a day before', { hours: 24 }, 3801],
    [
      'a millisecond less than a day before',
      { hours: 23, minutes: 59, seconds: 59, milliseconds: 999 },
      1900,
    ],
    ['two hours before', { hours: 2 }, 1900],
    [
      'a millisecond less than two hours before',
      { hours: 1, minutes: 59, seconds: 59, milliseconds: 999 },
      0,
    ],
    ['a minute before', { minutes: 1 }, 0],
  ])('%s gives back what the policy says, to the penny (SC-06)', async (_when, before, refund) => {
    const { id, learner, startsAt } = await booked();
    world.clock.set(startsAt.subtract(before));
    expect(await quoteCancellation(learner, id)).toMatchObject({
      money: 'reserved',
      refund: { minor: refund },
    });
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: refund });
    await world.deliverAll();
    const settled = await charge(id);
    expect(settled.captured.minor - settled.refunded.minor).toBe(3801 - refund);
    expect(await viewBooking(learner, id)).toMatchObject({
      status: 'cancelled',
      cancellation: {
        by: 'learner',
        refund: { minor: refund, currency: 'GBP' },
        money: refund === 0 ? 'taken' : 'reserved',
      },
      actions: { cancel: false, calendar: true },
    });
    expect(await world.movesOf(id)).toContain(
      'confirmed → cancelled: cancelled_by_learner by person',
    );
    expect(world.toldOf(id)).toEqual(['held', 'confirmed', 'cancelled']);
  });

  it('costs nothing while only a card was saved, and says that nothing was taken (SC-06, PY-04)', async () => {
    const { id, learner } = await booked({ days: 10 });
    expect((await quoteCancellation(learner, id)).money).toBe('untouched');
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: 3801 });
    await world.deliverAll();
    expect(await charge(id)).toMatchObject({
      status: 'voided',
      captured: { minor: 0, currency: 'GBP' },
    });
    expect((await viewBooking(learner, id)).cancellation?.money).toBe('untouched');
  });

  it('gives back what was taken already, and says so before and after (SC-06, PY-04)', async () => {
    const { id, learner, startsAt } = await booked();
    await captureCharge(world.ctx, await world.chargeOf(id));
    await world.deliverAll();
    await world.deliverAll();
    world.clock.set(startsAt.subtract({ hours: 3 }));
    expect((await quoteCancellation(learner, id)).money).toBe('taken');
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: 1900 });
    expect((await viewBooking(learner, id)).cancellation?.money).toBe('taken');
    await world.deliverAll();
    expect((await viewBooking(learner, id)).cancellation?.money).toBe('taken');
    expect(await charge(id)).toMatchObject({ refunded: { minor: 1900 } });
  });

  it('frees the slot at once', async () => {
    const { id, learner, teacher, startsAt } = await booked();
    await cancelBooking(learner, { bookingId: id, expectedRefundMinor: 3801 });
    await world.hold(learner, teacher, startsAt);
    await world.deliverAll();
  });

  it('never happens for another amount than the one shown', async () => {
    const { id, learner, startsAt } = await booked();
    const shown = await quoted(learner, id);
    world.clock.set(startsAt.subtract({ hours: 3 }));
    await expect(
      cancelBooking(learner, { bookingId: id, expectedRefundMinor: shown }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      code: 'quote_changed',
      details: {
        quote: { refund: { minor: 1900, currency: 'GBP' }, kept: { minor: 1901, currency: 'GBP' } },
      },
    });
    expect(await world.statusOf(id)).toBe('confirmed');
  });

  it('counts once when submitted twice, also at the same moment', async () => {
    const { id, learner } = await booked();
    const cancel = () => cancelBooking(learner, { bookingId: id, expectedRefundMinor: 3801 });
    await Promise.all([cancel(), cancel()]);
    await cancel();
    await world.deliverAll();
    expect(world.toldOf(id)).toEqual(['held', 'confirmed', 'cancelled']);
    expect((await getBookingForMail(world.ctx, id)).sequence).toBe(1);
    await expect(
      cancelBooking(learner, { bookingId: id, expectedRefundMinor: 0 }),
    ).rejects.toMatchObject({ code: 'not_cancellable' });
  });
});

describe('cancelling as the instructor', () => {
  it('gives everything back, up to the last minute (SC-06)', async () => {
    const { id, teacher, learner, startsAt } = await booked();
    world.clock.set(startsAt.subtract({ minutes: 1 }));
    expect(await quoted(learner, id)).toBe(0);
    expect(await quoted(teacher.ctx, id)).toBe(3801);
    await cancelBooking(teacher.ctx, { bookingId: id, expectedRefundMinor: 3801 });
    await world.deliverAll();
    expect((await charge(id)).status).toBe('voided');
    expect(await viewBooking(learner, id)).toMatchObject({
      cancellation: { by: 'instructor', refund: { minor: 3801 } },
    });
  });

  it('and as the learner at the same moment ends with one of both', async () => {
    const { id, teacher, learner } = await booked();
    const results = await Promise.allSettled(
      [learner, teacher.ctx].map((ctx) =>
        cancelBooking(ctx, { bookingId: id, expectedRefundMinor: 3801 }),
      ),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await world.deliverAll();
    expect(world.toldOf(id)).toEqual(['held', 'confirmed', 'cancelled']);
  });
});

describe('what cannot be cancelled', () => {
  it('is a hold, and a lesson that has begun', async () => {
    const { id, learner, teacher, startsAt } = await booked();
    const held = await world.hold(learner, teacher, startsAt.add({ hours: 2 }));
    await expect(quoteCancellation(learner, held)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'not_cancellable',
    });
    world.clock.set(startsAt);
    await expect(quoteCancellation(learner, id)).rejects.toMatchObject({ code: 'not_cancellable' });
    await expect(
      cancelBooking(teacher.ctx, { bookingId: id, expectedRefundMinor: 3801 }),
    ).rejects.toMatchObject({ code: 'not_cancellable' });
  });

  it('is another’s lesson', async () => {
    const { id } = await booked();
    const stranger = await world.newLearner();
    await expect(quoteCancellation(stranger, id)).rejects.toMatchObject({ kind: 'not_found' });
    await expect(
      cancelBooking(world.guest(), { bookingId: id, expectedRefundMinor: 3801 }),
    ).rejects.toMatchObject({ kind: 'not_found' });
    const operator = await world.newLearner({
      roles: ['learner', 'operator'],
      operatorScopes: ['people'],
    });
    await expect(
      cancelBooking(operator, { bookingId: id, expectedRefundMinor: 3801 }),
    ).rejects.toMatchObject({ kind: 'forbidden', code: 'may_not_cancel' });
  });
});
