import { type Money, money } from '../../../platform/money/index.ts';
import type { ChargeStatus, KnownStatus } from './charge-states.ts';
import type { Charge } from './charges.queries.ts';

/**
 * How far the payer's money has come, before what we were last told to keep of it is carried out:
 * nothing was asked of their card, the amount is reserved on it, or taken from it.
 */
export type PayersMoney = 'untouched' | 'reserved' | 'taken';

/** A charge as other domains see it. */
export interface ChargeView {
  id: string;
  reference: string;
  status: ChargeStatus;
  /** Where it was seen last, also while a call leaves open where it is. */
  lastKnownStatus: KnownStatus;
  amount: Money;
  /** Our commission within the amount. */
  fee: Money;
  captured: Money;
  refunded: Money;
  money: PayersMoney;
  /** Until when an authorised amount can be taken; null before, or where the provider does not say. */
  captureBefore: Temporal.Instant | null;
  /** How often a saved card was charged, or a page was opened to pay after all. */
  tries: number;
  /** The provider's reason for the last declined try ("insufficient_funds"), if there was one. */
  declineCode: string | null;
}

export function chargeView(charge: Charge): ChargeView {
  const amount = (minor: number) => money(minor, charge.currency);
  return {
    id: charge.id,
    reference: charge.reference,
    status: charge.status,
    lastKnownStatus: charge.last_known_status,
    amount: amount(charge.amount_minor),
    fee: amount(charge.fee_minor),
    captured: amount(charge.captured_minor),
    refunded: amount(charge.refunded_minor),
    money: moneyOf(charge),
    captureBefore: charge.capture_before,
    tries: charge.tries,
    declineCode: charge.decline_code,
  };
}

/** A share that was taken to be kept came from a reservation, of which the rest was let go. */
function moneyOf(charge: Charge): PayersMoney {
  const { captured_minor: captured, amount_minor: amount, keep_minor: keep } = charge;
  if (captured === amount || captured > (keep ?? 0)) return 'taken';
  const wasReserved = charge.capture_before !== null || charge.last_known_status === 'authorised';
  return wasReserved || captured > 0 ? 'reserved' : 'untouched';
}
