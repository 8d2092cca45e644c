import { type Events } from '../../platform/events/index.ts';
import type { Ctx } from '../../platform/context.ts';
import {
  chargeActionNeeded,
  chargeAuthorised,
  chargeCaptured,
  chargeCardSaved,
  type ChargeFact,
  chargeFailed,
} from '../payments/index.ts';
import { bookingOfCharge } from './bookings/booking.ts';
import { cancelUnpaid } from './bookings/cancel-unpaid.ts';
import { confirmPaidBooking } from './bookings/confirm-paid-booking.ts';
import { followPayment } from './bookings/follow-payment.ts';

export function listen(events: Events): void {
  const confirm = about(confirmPaidBooking);
  events.on(chargeAuthorised, 'scheduling.confirm-paid-booking', confirm);
  // A charge that captures at payment may be told in either order.
  events.on(chargeCaptured, 'scheduling.confirm-paid-booking', confirm);
  events.on(chargeCardSaved, 'scheduling.confirm-paid-booking', confirm);
  const follow = about(followPayment);
  events.on(chargeActionNeeded, 'scheduling.follow-payment', follow);
  events.on(chargeAuthorised, 'scheduling.follow-payment', follow);
  events.on(chargeFailed, 'scheduling.follow-payment', follow);
  events.on(chargeFailed, 'scheduling.cancel-unpaid', about(cancelUnpaid));
}

const about =
  (react: (ctx: Ctx, bookingId: string) => Promise<void>) =>
  async (ctx: Ctx, { reference }: ChargeFact): Promise<void> => {
    const bookingId = bookingOfCharge(reference);
    if (bookingId) await react(ctx, bookingId);
  };
