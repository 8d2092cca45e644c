import type { Ctx } from '../../../platform/context.ts';
import { notRequested, onlyTheInstructor, requestOver } from '../errors.ts';
import type { Booking } from './bookings.queries.ts';
import { getBookingAs } from './get-booking.ts';

/** Whether a request still waits for its answer: not one whose time has run out, though no job came by. */
export function isOpenRequest(
  { status, answerBy }: Pick<Booking, 'status' | 'answerBy'>,
  now: Temporal.Instant,
): boolean {
  return status === 'requested' && Temporal.Instant.compare(now, answerBy!) < 0;
}

/**
 * The request, locked, for the instructor who answers it; undefined where it has that answer
 * already. Throws not_found, forbidden only_the_instructor, conflict not_requested,
 * request_answered, request_withdrawn, request_expired.
 */
export async function lockRequest(
  ctx: Ctx,
  bookingId: string,
  answered: 'confirmed' | 'declined',
): Promise<Booking | undefined> {
  const { booking, role } = await getBookingAs(ctx, bookingId, { lock: true });
  if (role !== 'instructor') throw onlyTheInstructor();
  const { status, answerBy } = booking;
  if (answerBy === null) throw notRequested();
  if (status === answered) return undefined;
  if (isOpenRequest(booking, ctx.clock.now())) return booking;
  throw requestOver(status === 'requested' ? 'expired' : status);
}
