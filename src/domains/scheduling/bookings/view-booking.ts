import { getCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { findLatestProblem } from '../problems/problems.queries.ts';
import { bookingView } from './booking-view.ts';
import { loadSides } from './sides.ts';
import { getBookingAs } from './get-booking.ts';

/** The booking as the caller may see it. Throws not_found for a stranger. */
export async function viewBooking(ctx: Ctx, bookingId: string) {
  const { booking, role } = await getBookingAs(ctx, bookingId);
  const sidesOf = await loadSides(ctx, [booking]);
  const isSide = role === 'learner' || role === 'instructor';
  return bookingView(booking, {
    role,
    sides: sidesOf(booking),
    problem: isSide ? await findLatestProblem(ctx, bookingId) : undefined,
    charge:
      booking.cancelledAt && booking.chargeId ? await getCharge(ctx, booking.chargeId) : undefined,
    now: ctx.clock.now(),
  });
}
