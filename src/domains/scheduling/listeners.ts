import { type Events } from '../../platform/events/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { chargeAuthorised, chargeCaptured } from '../payments/index.ts';
import { bookingOfCharge } from './bookings/booking.ts';
import { confirmPaidBooking } from './bookings/confirm-paid-booking.ts';

export function listen(events: Events): void {
  events.on(chargeAuthorised, 'scheduling.confirm-paid-booking', confirm);
  // A charge that captures at payment may be told in either order.
  events.on(chargeCaptured, 'scheduling.confirm-paid-booking', confirm);
}

async function confirm(ctx: Ctx, { reference }: { reference: string }): Promise<void> {
  const bookingId = bookingOfCharge(reference);
  if (bookingId) await confirmPaidBooking(ctx, bookingId);
}
