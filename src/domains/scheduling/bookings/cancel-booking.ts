import type { Updateable } from 'kysely';
import { getCharge, type PayersMoney, settleCancelledCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { mayNotCancel, notCancellable, quoteChanged } from '../errors.ts';
import { bookingCancelled, slotsChanged } from '../events.ts';
import type { BookingRole } from '../policy.ts';
import type { BookingsTable, CancelledBy } from '../tables.ts';
import { subtract } from '../../../platform/money/index.ts';
import { priceOf } from './booking.ts';
import type { Booking } from './bookings.queries.ts';
import { quoteRefund, type RefundQuote } from './cancellation-policy.ts';
import { endRequest } from './end-request.ts';
import { getBookingAs } from './get-booking.ts';
import { isOpenRequest } from './open-request.ts';
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
  const isAhead = status === 'confirmed' && Temporal.Instant.compare(now, startsAt) < 0;
  const isWithdrawal = by === 'learner' && isOpenRequest(booking, now);
  if (!isAhead && !isWithdrawal) throw notCancellable();
  const terms = { policy, price: priceOf(booking), startsAt, bookedAt: createdAt, by, now };
  return {
    by,
    money: booking.chargeId ? (await getCharge(ctx, booking.chargeId)).money : 'untouched',
    ...(isWithdrawal ? withdrawal(booking) : quoteRefund(terms)),
  };
}

/** A request that its learner withdraws costs nothing, until it is answered. */
function withdrawal(booking: Booking): RefundQuote {
  const price = priceOf(booking);
  return { refund: price, kept: subtract(price, price), until: booking.answerBy ?? undefined };
}

export interface CancelBooking {
  bookingId: string;
  /** The refund that was shown, in minor units. */
  expectedRefundMinor: number;
}

/**
 * Cancels a confirmed lesson and gives back what the policy says; everything when the instructor
 * cancels, or when the learner withdraws what was only asked for. Nobody cancels for another amount than the one shown: throws conflict quote_changed with
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

async function cancel(ctx: Ctx, booking: Booking, quote: CancellationQuote): Promise<void> {
  const set = {
    cancelled_at: ctx.clock.now(),
    cancelled_by: quote.by,
    refund_minor: quote.refund.minor,
    sequence: booking.sequence + 1,
  };
  const ended =
    booking.status === 'requested'
      ? await endRequest(ctx, booking, { trigger: 'withdrawn', set })
      : await endLesson(ctx, booking, quote, set);
  if (!ended) throw notCancellable();
  await ctx.events.publish(ctx, bookingCancelled, { bookingId: booking.id });
}

async function endLesson(
  ctx: Ctx,
  { id, instructorId, chargeId }: Booking,
  { by, kept }: CancellationQuote,
  set: Updateable<BookingsTable>,
): Promise<boolean> {
  const trigger = by === 'learner' ? 'cancelled_by_learner' : 'cancelled_by_instructor';
  if (!(await moveBooking(ctx, { id, trigger, set }))) return false;
  if (chargeId)
    await settleCancelledCharge(ctx, { chargeId, keepMinor: kept.minor, reason: trigger });
  await ctx.events.publish(ctx, slotsChanged, { instructorId });
  return true;
}

export function viewQuote({ by, money, refund, kept, until }: CancellationQuote) {
  return { by, money, refund, kept, until: until?.toString() ?? null };
}
