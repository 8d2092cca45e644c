import { holdTransfer } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { getBookingAs } from '../bookings/get-booking.ts';
import {
  noShowTooEarly,
  notReportable,
  notYours,
  reportTooEarly,
  reportTooLate,
  translateConstraint,
} from '../errors.ts';
import { problemReported } from '../events.ts';
import { personOf } from '../policy.ts';
import type { ProblemKind } from '../tables.ts';
import { insertProblem } from './problems.queries.ts';
import { canReport, hasWaited, isOverForReports } from './report-window.ts';

export interface ReportProblem {
  bookingId: string;
  kind: ProblemKind;
  text: string;
}

/**
 * The learner says what went wrong, until 48 hours after the end: the lesson's money is held until
 * somebody has settled it. Throws forbidden not_yours, conflict report_too_early, report_too_late,
 * no_show_too_early, problem_open, not_reportable.
 */
export async function reportProblem(outer: Ctx, input: ReportProblem): Promise<string> {
  const problemId = newId(outer.clock);
  try {
    await inTransaction(outer, (ctx) => report(ctx, problemId, input));
  } catch (error) {
    throw translateConstraint(error);
  }
  return problemId;
}

async function report(
  ctx: Ctx,
  problemId: string,
  { bookingId, kind, text }: ReportProblem,
): Promise<void> {
  const { booking, role } = await getBookingAs(ctx, bookingId, { lock: true });
  if (role !== 'learner') throw notYours();
  const now = ctx.clock.now();
  if (Temporal.Instant.compare(now, booking.startsAt) < 0) throw reportTooEarly();
  if (isOverForReports(booking, now)) throw reportTooLate();
  if (!canReport(booking, now) || !booking.chargeId) throw notReportable();
  if (kind === 'instructor_absent' && !hasWaited(booking, now)) throw noShowTooEarly();
  const { id: personId } = personOf(ctx.actor);
  await insertProblem(ctx, { id: problemId, bookingId, kind, text, personId });
  await holdTransfer(ctx, { chargeId: booking.chargeId, reason: holdReason(problemId) });
  await ctx.events.publish(ctx, problemReported, { bookingId, problemId });
}

/** How payments calls the hold of a problem. */
export const holdReason = (problemId: string): string => `complaint:${problemId}`;
