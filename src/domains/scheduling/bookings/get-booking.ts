import type { Ctx } from '../../../platform/context.ts';
import { bookingNotFound } from '../errors.ts';
import { type BookingRole, roleIn } from '../policy.ts';
import { type Booking, findBooking, lockBooking } from './bookings.queries.ts';

export interface SeenBooking {
  booking: Booking;
  role: BookingRole;
}

/** The booking and what the caller is to it. To a stranger it does not exist: throws not_found. */
export async function getBookingAs(
  ctx: Ctx,
  id: string,
  { lock = false } = {},
): Promise<SeenBooking> {
  const booking = await (lock ? lockBooking : findBooking)(ctx, id);
  const role = booking && roleIn(booking, ctx.actor);
  if (!booking || !role) throw bookingNotFound();
  return { booking, role };
}

/** Whether the hold still keeps the slot. */
export function isLiveHold(
  ctx: Ctx,
  { status, holdExpiresAt }: Pick<Booking, 'status' | 'holdExpiresAt'>,
): boolean {
  return (
    status === 'held' &&
    holdExpiresAt !== null &&
    Temporal.Instant.compare(ctx.clock.now(), holdExpiresAt) < 0
  );
}
