import type Stripe from 'stripe';
import type { SeenPayoutStatus } from './payout-states.ts';

/** What the provider answered when it was asked about a payout. */
export interface PayoutSnapshot {
  payout: Stripe.Payout;
  /** What it is made of; undefined while the provider has not put that together. */
  movements: Stripe.BalanceTransaction[] | undefined;
}

export const payoutLineKinds = ['transfer', 'reversal', 'failed_payout', 'other'] as const;
export type PayoutLineKind = (typeof payoutLineKinds)[number];

export interface PayoutLine {
  balanceTransactionId: string;
  kind: PayoutLineKind;
  providerTransferId: string | null;
  /** What the transfer is in the account that got it. */
  providerPaymentId: string | null;
  /** After fees: what it adds to the payout. */
  amountMinor: number;
  happenedAt: Temporal.Instant;
}

export interface PayoutFacts {
  providerPayoutId: string;
  status: SeenPayoutStatus;
  amountMinor: number;
  currency: string;
  automatic: boolean;
  bankLast4: string | null;
  failureCode: string | null;
  createdAt: Temporal.Instant;
  arrivesAt: Temporal.Instant;
  lines: PayoutLine[] | undefined;
}

export function observePayout({ payout, movements }: PayoutSnapshot): PayoutFacts {
  const { destination } = payout;
  return {
    providerPayoutId: payout.id,
    status: payout.status as SeenPayoutStatus,
    amountMinor: payout.amount,
    currency: payout.currency.toUpperCase(),
    automatic: payout.automatic,
    bankLast4:
      destination && typeof destination === 'object' && 'last4' in destination
        ? (destination.last4 ?? null)
        : null,
    failureCode: payout.failure_code,
    createdAt: instant(payout.created),
    arrivesAt: instant(payout.arrival_date),
    lines: movements?.filter(({ type }) => type !== 'payout').map(lineOf),
  };
}

const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

function lineOf({ id, type, net, created, source }: Stripe.BalanceTransaction): PayoutLine {
  return {
    balanceTransactionId: id,
    ...aboutIn(type, source),
    amountMinor: net,
    happenedAt: instant(created),
  };
}

type About = Pick<PayoutLine, 'kind' | 'providerTransferId' | 'providerPaymentId'>;

/** A payment in the account names its transfer; what is taken back names the payment. */
function aboutIn(type: string, source: Stripe.BalanceTransaction['source']): About {
  const none = { providerTransferId: null, providerPaymentId: null };
  if (type === 'payout_failure' || type === 'payout_cancel')
    return { kind: 'failed_payout', ...none };
  if (source && typeof source === 'object') {
    if (source.object === 'charge' && source.source_transfer)
      return {
        kind: 'transfer',
        providerTransferId: idOf(source.source_transfer),
        providerPaymentId: source.id,
      };
    if (source.object === 'refund' && source.charge)
      return { kind: 'reversal', ...none, providerPaymentId: idOf(source.charge) };
  }
  return { kind: 'other', ...none };
}

const idOf = (value: string | { id: string }): string =>
  typeof value === 'string' ? value : value.id;
