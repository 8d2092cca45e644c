import { type Money, money } from '../../../platform/money/index.ts';
import type { ChargeStatus } from './charge-states.ts';
import type { Charge } from './charges.queries.ts';

/** A charge as other domains see it. */
export interface ChargeView {
  id: string;
  reference: string;
  status: ChargeStatus;
  amount: Money;
  /** Our commission within the amount. */
  fee: Money;
  captured: Money;
  refunded: Money;
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
    amount: amount(charge.amount_minor),
    fee: amount(charge.fee_minor),
    captured: amount(charge.captured_minor),
    refunded: amount(charge.refunded_minor),
    tries: charge.tries,
    declineCode: charge.decline_code,
  };
}
