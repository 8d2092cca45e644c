import { getCharge } from '../../payments/index.ts';
import { type Ctx, systemCtx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { paymentNeeded } from '../events.ts';
import { isPayable } from './booking-states.ts';
import { findBooking, setPaymentNeeded } from './bookings.queries.ts';

/**
 * Shows and tells the learner whether they must see to the payment. Asks where the charge is now,
 * so that facts may come in any order.
 */
export async function followPayment(asked: Ctx, bookingId: string): Promise<void> {
  const booking = await findBooking(asked, bookingId);
  if (!booking?.chargeId) return;
  const { status, tries: attempt } = await getCharge(asked, booking.chargeId);
  if (status === 'unknown') return;
  const isNeeded = status === 'action_needed';
  await inTransaction(systemCtx(asked, 'scheduling.follow-payment'), async (ctx) => {
    await setPaymentNeeded(ctx, bookingId, isNeeded);
    if (isNeeded && isPayable(booking.status))
      await ctx.events.publish(ctx, paymentNeeded, { bookingId, attempt });
  });
}
