import type Stripe from 'stripe';
import { newId } from '../ids.ts';

const daysUntilAvailable = 2;
export const secondsUntilAvailable = daysUntilAvailable * 24 * 60 * 60;

interface BalanceTransactionInput {
  type: 'adjustment' | 'charge' | 'refund' | 'refund_failure';
  reportingCategory: 'charge' | 'dispute' | 'refund' | 'refund_failure';
  /** Signed, in minor units: what the balance gains before the fee. */
  amount: number;
  fee: number;
  feeDescription?: string;
  currency: string;
  source: string;
  description: string | null;
  created: number;
}

export function buildBalanceTransaction(input: BalanceTransactionInput): Stripe.BalanceTransaction {
  const { amount, fee, currency, created } = input;
  return {
    id: newId('txn'),
    object: 'balance_transaction',
    amount,
    available_on: created + secondsUntilAvailable,
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
    reporting_category: input.reportingCategory,
    source: input.source,
    status: 'pending',
    type: input.type,
  } satisfies Stripe.BalanceTransaction;
}
