import { randomInt } from 'node:crypto';
import { type Money, money, share, subtract } from '../../../platform/money/index.ts';

export const holdMinutes = 10;
/** While a payment is under way, counted from the start of the hold. */
export const payingHoldMinutes = 15;
export const liveHoldsMax = 3;

/** An authorisation lapses after about a week: what starts later than this saves a card at checkout. */
const authorisationDays = 4;

/** Whether the lesson is too far ahead for its money to be authorised now. */
export function isFarAhead(startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(startsAt, now.add({ hours: 24 * authorisationDays })) > 0;
}

const chargeHours = 48;

/** When the card that was saved for a lesson far ahead is charged. */
export const chargeTimeOf = (startsAt: Temporal.Instant): Temporal.Instant =>
  startsAt.subtract({ hours: chargeHours });

/** Whether its money was secured before it was cancelled, rather than only a card saved. */
export const wasCharged = (booking: {
  startsAt: Temporal.Instant;
  createdAt: Temporal.Instant;
  cancelledAt: Temporal.Instant | null;
}): boolean =>
  !booking.cancelledAt ||
  !isFarAhead(booking.startsAt, booking.createdAt) ||
  Temporal.Instant.compare(booking.cancelledAt, chargeTimeOf(booking.startsAt)) >= 0;

/** Hours before the start until which a saved card that was declined can be made good. */
const payUntilHours = 6;

/** The same after a lesson whose authorisation has lapsed, since the learner was asked. */
const payAfterHours = 7 * 24;

/** Until when a learner who must see to the payment can do so. */
export function payUntilOf(booking: {
  startsAt: Temporal.Instant;
  paymentNeededAt: Temporal.Instant | null;
}): Temporal.Instant {
  const { startsAt, paymentNeededAt: askedAt } = booking;
  const before = startsAt.subtract({ hours: payUntilHours });
  const isAhead = !askedAt || Temporal.Instant.compare(askedAt, before) < 0;
  return isAhead ? before : askedAt.add({ hours: payAfterHours });
}

const settleHours = 48;
const newcomerDays = 30;
const newcomerSettleHours = 7 * 24;

/** When what a lesson brought may be sent to its instructor: later in their first 30 days. */
export function settleAtFor(
  endsAt: Temporal.Instant,
  publishedAt: Temporal.Instant | null,
): Temporal.Instant {
  const isNewcomer =
    !publishedAt ||
    Temporal.Instant.compare(endsAt, publishedAt.add({ hours: 24 * newcomerDays })) < 0;
  return endsAt.add({ hours: isNewcomer ? newcomerSettleHours : settleHours });
}

/** The commission is rounded half to even; the instructor gets the rest, so that both always sum. */
export function splitPrice(
  price: Money,
  commissionBp: number,
): { commission: Money; instructor: Money } {
  const commission = share(price, commissionBp);
  return { commission, instructor: subtract(price, commission) };
}

// Crockford's base 32: no I, L, O or U to mistake on the phone.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What a person reads out to ask about a booking: "7KQ2-M9XD". */
export function newReference(): string {
  const text = Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** How payments calls the charge of a booking. */
export const chargeReference = (bookingId: string) => `booking:${bookingId}`;

/** The booking a charge pays for; undefined when it pays for something else. */
export function bookingOfCharge(reference: string): string | undefined {
  return /^booking:([0-9a-f-]{36})$/.exec(reference)?.[1];
}

export const priceOf = (booking: { priceMinor: number; currency: string }) =>
  money(booking.priceMinor, booking.currency);
export const commissionOf = (booking: { commissionMinor: number; currency: string }) =>
  money(booking.commissionMinor, booking.currency);
