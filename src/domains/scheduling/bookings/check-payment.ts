import { checkCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { notYours } from '../errors.ts';
import { confirmPaidBooking } from './confirm-paid-booking.ts';
import { getBookingAs } from './get-booking.ts';

/**
 * Asks the provider about a booking's payment, for a learner who comes back from the payment page
 * before the provider's event does. Tells why the last try was declined. Throws unavailable when
 * the provider does not answer.
 */
export async function checkBookingPayment(
  ctx: Ctx,
  bookingId: string,
): Promise<{ declineCode: string | null }> {
  const { booking, role } = await getBookingAs(ctx, bookingId);
  if (role !== 'learner') throw notYours();
  if (!booking.chargeId) return { declineCode: null };
  const charge = await checkCharge(ctx, booking.chargeId);
  await confirmPaidBooking(ctx, bookingId);
  return { declineCode: charge.declineCode };
}
