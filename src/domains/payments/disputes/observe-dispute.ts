import type Stripe from 'stripe';
import { type Money, money } from '../../../platform/money/index.ts';
import { ProviderDiffers } from '../errors.ts';
import type { DisputeStatus } from './dispute-states.ts';

/** Money that moved for a dispute: taken is negative, returned positive. */
export interface DisputeMovement {
  balanceTransactionId: string;
  amount: Money;
  fee: Money;
}

/** A dispute as the provider shows it, in our words. */
export interface DisputeFacts {
  providerDisputeId: string;
  intentId: string | null;
  status: Exclude<DisputeStatus, 'reported'>;
  reason: string;
  amount: Money;
  openedAt: Temporal.Instant;
  dueAt: Temporal.Instant | null;
  movements: DisputeMovement[];
}

const statuses: Record<string, DisputeFacts['status']> = {
  warning_needs_response: 'inquiry',
  warning_under_review: 'inquiry_review',
  warning_closed: 'inquiry_closed',
  // Stopped by the network before it became one.
  prevented: 'inquiry_closed',
  needs_response: 'needs_response',
  under_review: 'under_review',
  won: 'won',
  lost: 'lost',
  // Lost, unless the appeal brings the money back: then a person looks at it.
  appeal_needs_response: 'lost',
  appeal_under_review: 'lost',
};

/** Throws ProviderDiffers for a state that the provider has come up with since. */
function statusOf(status: Stripe.Dispute['status']): DisputeFacts['status'] {
  const known = statuses[status];
  if (!known) throw new ProviderDiffers(`a dispute is ${status}`);
  return known;
}

const instantOf = (seconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

export function observeDispute(dispute: Stripe.Dispute): DisputeFacts {
  const { id, amount, currency, reason, status, payment_intent: intent, created } = dispute;
  const dueBy = dispute.evidence_details.due_by;
  return {
    providerDisputeId: id,
    intentId: typeof intent === 'string' ? intent : (intent?.id ?? null),
    status: statusOf(status),
    reason,
    amount: money(amount, currency.toUpperCase()),
    openedAt: instantOf(created),
    dueAt: dueBy ? instantOf(dueBy) : null,
    movements: dispute.balance_transactions.map((moved) => ({
      balanceTransactionId: moved.id,
      amount: money(moved.amount, moved.currency.toUpperCase()),
      fee: money(moved.fee, moved.currency.toUpperCase()),
    })),
  };
}

/** What of ours is with the bank now: taken and not returned, in minor units. Never below zero. */
export function heldMinor({ movements }: DisputeFacts): number {
  return Math.max(0, -movements.reduce((sum, { amount }) => sum + amount.minor, 0));
}
