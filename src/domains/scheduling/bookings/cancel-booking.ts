import { getCharge, type PayersMoney, settleCancelledCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { mayNotCancel, notCancellable, quoteChanged } from '../errors.ts';
import { bookingCancelled, slotsChanged } from '../events.ts';
import type { BookingRole } from '../policy.ts';
import type { CancelledBy } from '../tables.ts';
import { priceOf } from './booking.ts';
import type { Booking } from './bookings.queries.ts';
import { quoteRefund, type RefundQuote } from './cancellation-policy.ts';
import { getBookingAs } from './get-booking.ts';
import { moveBooking } from './transitions.queries.ts';

type Canceller = Exclude<CancelledBy, 'system'>;

export interface CancellationQuote extends RefundQuote {
  by: Canceller;
  /** Where the learner's money is: what is not taken yet can't be given back. */
  money: PayersMoney;
}

/** What cancelling now gives back, for the learner or the instructor who asks. Throws not_cancellable. */
export async function quoteCancellation(ctx: Ctx, bookingId: string): Promise<CancellationQuote> {
  const { booking, role } = await getBookingAs(ctx, bookingId);
  return quoteFor(ctx, booking, canceller(role));
}

/** Only these two; an operator's cancellation needs rules of its own. */
function canceller(role: BookingRole): Canceller {
  if (role === 'learner' || role === 'instructor') return role;
  throw mayNotCancel();
}

async function quoteFor(ctx: Ctx, booking: Booking, by: Canceller): Promise<CancellationQuote> {
  const now = ctx.clock.now();
  const { status, policy, startsAt, createdAt } = booking;
  if (status !== 'confirmed' || Temporal.Instant.compare(now, startsAt) >= 0)
    throw notCancellable();
  return {
    by,
    money: booking.chargeId ? (await getCharge(ctx, booking.chargeId)).money : 'untouched',
    ...quoteRefund({ policy, price: priceOf(booking), startsAt, bookedAt: createdAt, by, now }),
  };
}

export interface CancelBooking {
  bookingId: string;
  /** The refund that was shown, in minor units. */
  expectedRefundMinor: number;
}

/**
 * Cancels a confirmed lesson and gives back what the policy says; everything when the instructor
 * cancels. Nobody cancels for another amount than the one shown: throws conflict quote_changed with
 * the new quote. A repeated submit finds the lesson cancelled as asked.
 */
export async function cancelBooking(
  outer: Ctx,
  { bookingId, expectedRefundMinor }: CancelBooking,
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { booking, role } = await getBookingAs(ctx, bookingId, { lock: true });
    const by = canceller(role);
    if (booking.cancelledBy === by && booking.refundMinor === expectedRefundMinor) return;
    const quote = await quoteFor(ctx, booking, by);
    if (quote.refund.minor !== expectedRefundMinor) throw quoteChanged({ ...viewQuote(quote) });
    await cancel(ctx, booking, quote);
  });
}

async function cancel(
  ctx: Ctx,
  booking: Booking,
  { by, refund, kept }: CancellationQuote,
): Promise<void> {
  const { id, instructorId, chargeId } = booking;
  const set = {
    cancelled_at: ctx.clock.now(),
    cancelled_by: by,
    refund_minor: refund.minor,
    sequence: booking.sequence + 1,
  };
  const trigger = by === 'learner' ? 'cancelled_by_learner' : 'cancelled_by_instructor';
  if (!(await moveBooking(ctx, { id, trigger, set }))) throw notCancellable();
  if (chargeId)
    await settleCancelledCharge(ctx, { chargeId, keepMinor: kept.minor, reason: trigger });
  await ctx.events.publish(ctx, bookingCancelled, { bookingId: id });
  await ctx.events.publish(ctx, slotsChanged, { instructorId });
}

export function viewQuote({ by, money, refund, kept, until }: CancellationQuote) {
  return { by, money, refund, kept, until: until?.toString() ?? null };
}
