import { getCharge } from '../../payments/index.ts';
import { type Ctx, systemCtx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { bookingCancelled, slotsChanged } from '../events.ts';
import { findBooking } from './bookings.queries.ts';
import { moveBooking } from './transitions.queries.ts';

/** Cancels a lesson ahead whose payment failed for good; nothing was taken, so nothing goes back. */
export async function cancelUnpaid(asked: Ctx, bookingId: string): Promise<void> {
  const booking = await findBooking(asked, bookingId);
  if (!booking?.chargeId || booking.status !== 'confirmed') return;
  const { status } = await getCharge(asked, booking.chargeId);
  if (status !== 'failed') return;
  await inTransaction(systemCtx(asked, 'scheduling.cancel-unpaid'), async (ctx) => {
    const set = {
      cancelled_at: ctx.clock.now(),
      cancelled_by: 'system' as const,
      refund_minor: 0,
      payment_needed_at: null,
      sequence: booking.sequence + 1,
    };
    if (!(await moveBooking(ctx, { id: bookingId, trigger: 'unpaid', set }))) return;
    await ctx.events.publish(ctx, bookingCancelled, { bookingId });
    await ctx.events.publish(ctx, slotsChanged, { instructorId: booking.instructorId });
  });
}
