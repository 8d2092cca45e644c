import { getPerson } from '../../identity/index.ts';
import { findChosenMarket } from '../../markets/index.ts';
import { startCheckout } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import {
  alreadyPaid,
  emailUnverified,
  holdExpired,
  marketDiffers,
  marketRequired,
  notYours,
  signInRequired,
} from '../errors.ts';
import { payingHoldMinutes } from './booking.ts';
import { isPayable } from './booking-states.ts';
import { type Booking, setHoldEnd } from './bookings.queries.ts';
import { claimBooking } from './claim-booking.ts';
import { expireHoldLater } from './end-hold.ts';
import { getBookingAs, isLiveHold } from './get-booking.ts';

/**
 * The address of the payment page for a held booking; asking again gives the same. A guest's hold
 * becomes the caller's. A lesson whose card was declined, or whose authorisation lapsed, is paid here
 * as well. While one pays, the hold lasts 15 minutes from its start. Throws forbidden email_unverified
 * or market_required, conflict market_differs, hold_expired or already_paid, unavailable when the
 * provider does not answer (the hold stays).
 */
export async function startBookingCheckout(ctx: Ctx, bookingId: string): Promise<{ url: string }> {
  const { actor, config } = ctx;
  const { booking: seen, role } = await getBookingAs(ctx, bookingId);
  if (actor.kind !== 'person') throw signInRequired();
  if (role !== 'learner' && role !== 'guest') throw notYours();
  const person = await getPerson(ctx, actor.id);
  if (!person.emailVerifiedAt) throw emailUnverified();
  await checkMarket(ctx, actor.id, seen);
  if (role === 'guest') await claimBooking(ctx, bookingId);
  const { booking, chargeId } = await keepHoldForPayment(ctx, bookingId);
  const url = await startCheckout(ctx, {
    chargeId,
    description: `${booking.title} · ${booking.reference}`,
    email: person.email,
    payerId: person.id,
    successUrl: `${config.publicUrl}/lessons/${bookingId}?paid=1`,
    cancelUrl: `${config.publicUrl}/book/${bookingId}?payment=cancelled`,
  });
  return { url };
}

async function checkMarket(ctx: Ctx, personId: string, booking: Booking): Promise<void> {
  const market = await findChosenMarket(ctx, personId);
  if (!market) throw marketRequired();
  if (market.code !== booking.marketCode) throw marketDiffers(booking.marketCode);
}

function keepHoldForPayment(
  outer: Ctx,
  bookingId: string,
): Promise<{ booking: Booking; chargeId: string }> {
  return inTransaction(outer, async (ctx) => {
    const { booking } = await getBookingAs(ctx, bookingId, { lock: true });
    if (mustPay(booking)) return { booking, chargeId: booking.chargeId! };
    if (!isLiveHold(ctx, booking))
      throw booking.confirmedAt || booking.answerBy ? alreadyPaid() : holdExpired();
    const end = booking.createdAt.add({ minutes: payingHoldMinutes });
    if (!booking.holdExpiresAt?.equals(end)) {
      await setHoldEnd(ctx, bookingId, end);
      await expireHoldLater(ctx, bookingId, end);
    }
    if (!booking.chargeId) throw new Error(`booking ${bookingId} has no charge`);
    return { booking, chargeId: booking.chargeId };
  });
}

/** The card for this lesson was declined, or its authorisation lapsed: it can be paid on the page instead. */
const mustPay = ({ status, paymentNeededAt, chargeId }: Booking): boolean =>
  isPayable(status) && paymentNeededAt !== null && chargeId !== null;
