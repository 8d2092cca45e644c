import { getCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { paymentLost, requestOver } from '../errors.ts';
import { confirm } from './confirm.ts';
import { lockRequest } from './open-request.ts';
import { isSecured } from './secured-charge.ts';

/**
 * The instructor takes the lesson that they were asked for; saying so twice is no harm. Throws what
 * lockRequest throws, and conflict payment_lost.
 */
export async function acceptBooking(outer: Ctx, bookingId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const booking = await lockRequest(ctx, bookingId, 'confirmed');
    if (!booking) return;
    if (booking.chargeId && !isSecured(await getCharge(ctx, booking.chargeId))) throw paymentLost();
    if (!(await confirm(ctx, booking, 'accepted'))) throw requestOver(booking.status);
  });
}
