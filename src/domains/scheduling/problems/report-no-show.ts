import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { getBookingAs } from '../bookings/get-booking.ts';
import { takeTheMoney } from '../bookings/take-the-money.ts';
import { moveBooking } from '../bookings/transitions.queries.ts';
import { noShowTooEarly, notReportable, onlyTheInstructor, reportTooLate } from '../errors.ts';
import { bookingMissed } from '../events.ts';
import { hasWaited, isOverForReports } from './report-window.ts';

export interface ReportNoShow {
  bookingId: string;
  /** How long one waited, what one tried. */
  note: string;
}

/**
 * The instructor says that the learner did not come: the lesson is paid as if it had been given.
 * From 15 minutes after the start until 48 hours after the end; saying it again changes nothing.
 * Throws forbidden only_the_instructor, conflict no_show_too_early, report_too_late, not_reportable.
 */
export async function reportNoShow(outer: Ctx, { bookingId, note }: ReportNoShow): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { booking, role } = await getBookingAs(ctx, bookingId, { lock: true });
    if (role !== 'instructor') throw onlyTheInstructor();
    if (booking.noShowBy === 'learner') return;
    const now = ctx.clock.now();
    if (!['in_progress', 'completed'].includes(booking.status)) throw notReportable();
    if (!hasWaited(booking, now)) throw noShowTooEarly();
    if (isOverForReports(booking, now)) throw reportTooLate();
    const trigger = booking.status === 'completed' ? 'learner_was_absent' : 'learner_absent';
    const set = { no_show_by: 'learner' as const, no_show_note: note };
    if (!(await moveBooking(ctx, { id: bookingId, trigger, set }))) throw notReportable();
    if (booking.chargeId) await takeTheMoney(ctx, booking.chargeId);
    await ctx.events.publish(ctx, bookingMissed, { bookingId });
  });
}
