import { liftHold, settleCancelledCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { priceOf } from '../bookings/booking.ts';
import { type Booking, lockBooking } from '../bookings/bookings.queries.ts';
import { moveBooking } from '../bookings/transitions.queries.ts';
import {
  bookingNotFound,
  problemAlreadySettled,
  problemNotFound,
  refundTooHigh,
} from '../errors.ts';
import { problemSettled } from '../events.ts';
import { personOf } from '../policy.ts';
import { lockProblem, saveSettlement, type Problem } from './problems.queries.ts';
import { holdReason } from './report-problem.ts';

export interface SettleProblem {
  problemId: string;
  /** What the learner gets back, in minor units of the price; 0: the lesson is paid as it was. */
  refundMinor: number;
  /** Why, for the record. */
  note: string;
}

/**
 * An operator's end of a problem: gives back what they decide, and lets the rest go to the
 * instructor. An upheld absence of the instructor makes the lesson one that was missed. Throws
 * not_found problem_not_found, conflict problem_settled, charge_busy, invalid refund_too_high.
 */
export async function settleProblem(outer: Ctx, input: SettleProblem): Promise<void> {
  const { problemId, refundMinor, note } = input;
  await inTransaction(outer, async (ctx) => {
    const problem = await lockProblem(ctx, problemId);
    if (!problem) throw problemNotFound();
    if (problem.settledAt) throw problemAlreadySettled();
    const booking = await lockBooking(ctx, problem.bookingId);
    if (!booking?.chargeId) throw bookingNotFound();
    if (refundMinor > booking.priceMinor) throw refundTooHigh(priceOf(booking));
    const { id: personId } = personOf(ctx.actor);
    await saveSettlement(ctx, problemId, { personId, refundMinor, note });
    if (refundMinor > 0) await giveBack(ctx, { booking, problem, refundMinor });
    await liftHold(ctx, { chargeId: booking.chargeId, reason: holdReason(problemId) });
    await ctx.events.publish(ctx, problemSettled, { bookingId: booking.id, problemId });
  });
}

async function giveBack(
  ctx: Ctx,
  { booking, problem, refundMinor }: { booking: Booking; problem: Problem; refundMinor: number },
): Promise<void> {
  await settleCancelledCharge(ctx, {
    chargeId: booking.chargeId!,
    keepMinor: booking.priceMinor - refundMinor,
    reason: `problem_${problem.kind}`,
  });
  if (problem.kind !== 'instructor_absent') return;
  const set = { no_show_by: 'instructor' as const };
  await moveBooking(ctx, { id: booking.id, trigger: 'instructor_was_absent', set });
}
