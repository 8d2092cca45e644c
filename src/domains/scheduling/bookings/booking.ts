import { randomInt } from 'node:crypto';
import { type Money, money, share, subtract } from '../../../platform/money/index.ts';

export const holdMinutes = 10;
/** While a payment is under way, counted from the start of the hold. */
export const payingHoldMinutes = 15;
export const liveHoldsMax = 3;

/** An authorisation lapses after about a week; what starts later than this is captured when paid. */
const authorisationDays = 4;

/** Whether the money is taken at the end of the lesson or at once, by how far away the start is. */
export function captureFor(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): 'manual' | 'automatic' {
  const lastManual = now.add({ hours: 24 * authorisationDays });
  return Temporal.Instant.compare(startsAt, lastManual) <= 0 ? 'manual' : 'automatic';
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
