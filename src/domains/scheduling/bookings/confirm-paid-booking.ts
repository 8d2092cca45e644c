import { type ChargeView, getCharge, settleCancelledCharge } from '../../payments/index.ts';
import { type Ctx, systemCtx } from '../../../platform/context.ts';
import { inTransaction, isConstraint } from '../../../platform/db/index.ts';
import { bookingPaidTooLate, bookingRequested, slotsChanged } from '../events.ts';
import { type Booking, findBooking, markPaidTooLate, selectBlocked } from './bookings.queries.ts';
import { confirm } from './confirm.ts';
import { endStaleHolds } from './end-hold.ts';
import { answerByOf } from './request-times.ts';
import { isSecured } from './secured-charge.ts';
import { moveBooking } from './transitions.queries.ts';

/**
 * Confirms a booking whose payment is secured, or asks the instructor who confirms by hand. When its
 * hold has ended, takes the slot again if it is still free; else gives the money back in full. Any
 * number of calls come to the same, in any order with expiry, answer and cancellation: each step is
 * a compare-and-set.
 */
export async function confirmPaidBooking(asked: Ctx, bookingId: string): Promise<void> {
  const ctx = systemCtx(asked, 'scheduling.confirm-paid-booking');
  const booking = await findBooking(ctx, bookingId);
  if (!booking?.chargeId) return;
  // An old event must not confirm a booking whose money has gone back since.
  const charge = await getCharge(ctx, booking.chargeId);
  if (!isSecured(charge)) return;
  if (await secureHeld(ctx, booking, charge)) return;
  if (await takeAgain(ctx, booking, charge)) return;
  await giveBack(ctx, booking, booking.chargeId);
}

function secureHeld(outer: Ctx, booking: Booking, charge: ChargeView): Promise<boolean> {
  return inTransaction(outer, (ctx) =>
    booking.byHand ? ask(ctx, booking, charge, 'asked') : confirm(ctx, booking, 'paid'),
  );
}

/** From now on the instructor is asked. False when someone else was first. */
async function ask(
  ctx: Ctx,
  booking: Booking,
  charge: ChargeView,
  trigger: 'asked' | 'asked_after_expiry',
): Promise<boolean> {
  const { id } = booking;
  const set = { answer_by: answerBy(ctx, booking, charge), hold_expires_at: null };
  if (!(await moveBooking(ctx, { id, trigger, set }))) return false;
  await ctx.events.publish(ctx, bookingRequested, { bookingId: id });
  return true;
}

const answerBy = ({ clock }: Ctx, booking: Booking, { captureBefore }: ChargeView) =>
  answerByOf({ ...booking, requestedAt: clock.now(), captureBefore });

/** In a transaction of its own: the exclusion constraint ends it when the slot is gone. */
async function takeAgain(outer: Ctx, booking: Booking, charge: ChargeView): Promise<boolean> {
  const { id, byHand, instructorId, learnerId, startsAt, endsAt } = booking;
  const last = byHand ? answerBy(outer, booking, charge) : startsAt;
  if (Temporal.Instant.compare(last, outer.clock.now()) <= 0) return false;
  try {
    return await inTransaction(outer, async (ctx) => {
      const blocked = await selectBlocked(ctx, id);
      await endStaleHolds(ctx, {
        instructorId,
        learnerId,
        blocked,
        lesson: { from: startsAt, until: endsAt },
      });
      const taken = byHand
        ? await ask(ctx, booking, charge, 'asked_after_expiry')
        : await confirm(ctx, booking, 'paid_after_expiry');
      if (taken) await ctx.events.publish(ctx, slotsChanged, { instructorId });
      return taken;
    });
  } catch (error) {
    const gone = ['bookings_instructor_no_overlap', 'bookings_learner_no_overlap'];
    if (gone.some((constraint) => isConstraint(error, constraint))) return false;
    throw error;
  }
}

async function giveBack(outer: Ctx, { id }: Booking, chargeId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    if (!(await markPaidTooLate(ctx, id))) return;
    await settleCancelledCharge(ctx, { chargeId, keepMinor: 0, reason: 'paid_too_late' });
    await ctx.events.publish(ctx, bookingPaidTooLate, { bookingId: id });
  });
}
