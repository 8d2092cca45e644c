import type Stripe from 'stripe';
import { newId } from '../ids.ts';

const daysUntilAvailable = 2;
export const secondsUntilAvailable = daysUntilAvailable * 24 * 60 * 60;

/** What each kind is counted as in reports. */
const categories = {
  adjustment: 'dispute',
  charge: 'charge',
  payment: 'charge',
  payment_refund: 'refund',
  payout: 'payout',
  payout_cancel: 'payout_reversal',
  payout_failure: 'payout_reversal',
  refund: 'refund',
  refund_failure: 'refund_failure',
  transfer: 'transfer',
  transfer_refund: 'transfer_reversal',
} as const;

interface BalanceTransactionInput {
  type: keyof typeof categories;
  /** Another category than the usual one of its type. */
  category?: 'dispute_reversal';
  /** Signed, in minor units: what the balance gains before the fee. */
  amount: number;
  fee: number;
  feeDescription?: string;
  currency: string;
  source: string;
  description: string | null;
  /** Unix seconds. */
  availableOn: number;
  created: number;
}

export function buildBalanceTransaction(input: BalanceTransactionInput): Stripe.BalanceTransaction {
  const { amount, fee, currency, created, availableOn } = input;
  return {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: availableOn,
    balance_type: 'payments',
    created,
    currency,
    description: input.description,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [
            {
              amount: fee,
              application: null,
              currency,
              description: input.feeDescription ?? 'Processing fees',
              type: 'stripe_fee',
            },
          ],
    net: amount - fee,
    reporting_category: input.category ?? categories[input.type],
    source: input.source,
    status: availableOn <= created ? 'available' : 'pending',
    type: input.type,
  } satisfies Stripe.BalanceTransaction;
}
