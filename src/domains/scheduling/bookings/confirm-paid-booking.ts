import {
  type ChargeView,
  getCharge,
  noteEarning,
  settleCancelledCharge,
} from '../../payments/index.ts';
import { type Ctx, systemCtx } from '../../../platform/context.ts';
import { inTransaction, isConstraint } from '../../../platform/db/index.ts';
import { bookingConfirmed, bookingPaidTooLate, slotsChanged } from '../events.ts';
import { type Booking, findBooking, markPaidTooLate, selectBlocked } from './bookings.queries.ts';
import { endStaleHolds } from './end-hold.ts';
import { moveBooking } from './transitions.queries.ts';

const secured: readonly ChargeView['lastKnownStatus'][] = [
  'card_saved',
  'action_needed',
  'authorised',
  'captured',
  'partly_refunded',
];

/**
 * Confirms a booking whose payment is secured. When its hold has ended, takes the slot again if it
 * is still free; else gives the money back in full. Any number of calls come to the same, in any
 * order with expiry and cancellation: each step is a compare-and-set.
 */
export async function confirmPaidBooking(asked: Ctx, bookingId: string): Promise<void> {
  const ctx = systemCtx(asked, 'scheduling.confirm-paid-booking');
  const booking = await findBooking(ctx, bookingId);
  if (!booking?.chargeId) return;
  // An old event must not confirm a booking whose money has gone back since.
  const { lastKnownStatus } = await getCharge(ctx, booking.chargeId);
  if (!secured.includes(lastKnownStatus)) return;
  if (await confirmHeld(ctx, booking)) return;
  if (await takeAgain(ctx, booking)) return;
  await giveBack(ctx, booking, booking.chargeId);
}

function confirmHeld(outer: Ctx, booking: Booking): Promise<boolean> {
  const { id } = booking;
  return inTransaction(outer, async (ctx) => {
    const set = { confirmed_at: ctx.clock.now(), hold_expires_at: null };
    if (!(await moveBooking(ctx, { id, trigger: 'paid', set }))) return false;
    await noteEarningOf(ctx, booking);
    await ctx.events.publish(ctx, bookingConfirmed, { bookingId: id });
    return true;
  });
}

/** In a transaction of its own: the exclusion constraint ends it when the slot is gone. */
async function takeAgain(outer: Ctx, booking: Booking): Promise<boolean> {
  const { id, instructorId, learnerId, startsAt, endsAt } = booking;
  if (Temporal.Instant.compare(startsAt, outer.clock.now()) <= 0) return false;
  try {
    return await inTransaction(outer, async (ctx) => {
      const blocked = await selectBlocked(ctx, id);
      await endStaleHolds(ctx, {
        instructorId,
        learnerId,
        blocked,
        lesson: { from: startsAt, until: endsAt },
      });
      const set = { confirmed_at: ctx.clock.now(), hold_expires_at: null };
      if (!(await moveBooking(ctx, { id, trigger: 'paid_after_expiry', set }))) return false;
      await noteEarningOf(ctx, booking);
      await ctx.events.publish(ctx, bookingConfirmed, { bookingId: id });
      await ctx.events.publish(ctx, slotsChanged, { instructorId });
      return true;
    });
  } catch (error) {
    const gone = ['bookings_instructor_no_overlap', 'bookings_learner_no_overlap'];
    if (gone.some((constraint) => isConstraint(error, constraint))) return false;
    throw error;
  }
}

/** From now on the instructor sees what the lesson is to bring. */
async function noteEarningOf(ctx: Ctx, booking: Booking): Promise<void> {
  const { chargeId, instructorPersonId: personId, title, startsAt, endsAt } = booking;
  if (chargeId) await noteEarning(ctx, { chargeId, personId, title, startsAt, endsAt });
}

async function giveBack(outer: Ctx, { id }: Booking, chargeId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    if (!(await markPaidTooLate(ctx, id))) return;
    await settleCancelledCharge(ctx, { chargeId, keepMinor: 0, reason: 'paid_too_late' });
    await ctx.events.publish(ctx, bookingPaidTooLate, { bookingId: id });
  });
}
