import { noteEarning } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { bookingConfirmed } from '../events.ts';
import type { Booking } from './bookings.queries.ts';
import { moveBooking } from './transitions.queries.ts';

/**
 * Makes a lesson of a booking, within the caller's transaction: from now on the instructor sees what
 * it is to bring. False when someone else was first.
 */
export async function confirm(
  ctx: Ctx,
  booking: Booking,
  trigger: 'paid' | 'paid_after_expiry' | 'accepted',
): Promise<boolean> {
  const { id, chargeId, instructorPersonId: personId, title, startsAt, endsAt } = booking;
  const set = { confirmed_at: ctx.clock.now(), hold_expires_at: null };
  if (!(await moveBooking(ctx, { id, trigger, set }))) return false;
  if (chargeId) await noteEarning(ctx, { chargeId, personId, title, startsAt, endsAt });
  await ctx.events.publish(ctx, bookingConfirmed, { bookingId: id });
  return true;
}
