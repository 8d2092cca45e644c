import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { notHeld, notYours } from '../errors.ts';
import { endHold } from './end-hold.ts';
import { getBookingAs } from './get-booking.ts';

/** Lets a hold go, so that the slot is free at once. Releasing what has ended already is no harm. */
export async function releaseBooking(outer: Ctx, bookingId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { booking, role } = await getBookingAs(ctx, bookingId, { lock: true });
    if (role !== 'learner' && role !== 'guest') throw notYours();
    if (booking.status === 'expired') return;
    if (!(await endHold(ctx, booking, 'released'))) throw notHeld();
  });
}
