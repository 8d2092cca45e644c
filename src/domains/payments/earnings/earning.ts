import { type Money, money, subtract } from '../../../platform/money/index.ts';
import type { ChargeStatus } from '../charges/charge-states.ts';
import { commissionOn } from '../charges/commission.ts';
import type { PayoutStatus } from '../payouts/payout-states.ts';

/**
 * Where the money of one lesson is, on its way to who gave it. `expected`: the lesson is ahead, or
 * its payment not taken yet; `waiting`: it is sent on a known day; `held_back`: a complaint or
 * dispute is open; `blocked`: the payout account can't take it; `sent`: it is in the payout account;
 * `paid`: it has left for the bank; `taken_back`: it was sent and came back whole; `cancelled`:
 * nothing of it is earned.
 */
export const earningStatuses = [
  'expected',
  'waiting',
  'held_back',
  'blocked',
  'sent',
  'paid',
  'taken_back',
  'cancelled',
] as const;

export type EarningStatus = (typeof earningStatuses)[number];

export type TransferStatus =
  | 'waiting'
  | 'blocked'
  | 'sent'
  | 'partly_reversed'
  | 'reversed'
  | 'cancelled';

/** All that is known of one lesson's money. Minor units of one currency. */
export interface EarningFacts {
  currency: string;
  priceMinor: number;
  /** Our commission within the whole price. */
  feeMinor: number;
  chargeStatus: Exclude<ChargeStatus, 'unknown'>;
  capturedMinor: number;
  /** Given back, or kept by the payer's bank after a dispute. */
  refundedMinor: number;
  /** What is to stay of it in the end; null: that is not decided. */
  keepMinor: number | null;
  endsAt: Temporal.Instant;
  isHeld: boolean;
  transfer: {
    status: TransferStatus;
    dueAt: Temporal.Instant;
    sentAt: Temporal.Instant | null;
    amountMinor: number;
    nettedMinor: number;
    reversedMinor: number;
    /** Given back to the learner after it was paid, and still to be set off. */
    owedMinor: number;
  } | null;
  payoutStatus: PayoutStatus | null;
}

/** A price taken apart: `price − returned − commission − netted = earned`, to the last minor unit. */
export interface EarningSplit {
  price: Money;
  /** Never taken from the learner, or given back. */
  returned: Money;
  /** Ours, of what the learner pays in the end. */
  commission: Money;
  /** Set off against what was owed from an earlier lesson. */
  netted: Money;
  earned: Money;
}

export function splitEarning(facts: EarningFacts): EarningSplit {
  const { currency, priceMinor, feeMinor } = facts;
  const price = money(priceMinor, currency);
  const kept = money(keptOf(facts), currency);
  const priced = { currency, amount_minor: priceMinor, fee_minor: feeMinor };
  const commission = commissionOn(priced, kept.minor);
  const netted = money(facts.transfer?.nettedMinor ?? 0, currency);
  const earned = subtract(subtract(kept, commission), netted);
  return { price, returned: subtract(price, kept), commission, netted, earned };
}

/** What the learner pays in the end, as far as that is decided. */
function keptOf({
  chargeStatus,
  priceMinor,
  capturedMinor,
  refundedMinor,
  keepMinor,
}: EarningFacts): number {
  if (chargeStatus === 'voided' || chargeStatus === 'failed') return 0;
  const held = capturedMinor > 0 ? capturedMinor - refundedMinor : priceMinor;
  return Math.min(held, keepMinor ?? held);
}

export function statusOfEarning(facts: EarningFacts, now: Temporal.Instant): EarningStatus {
  const { transfer } = facts;
  if (transfer?.status === 'sent' || transfer?.status === 'partly_reversed')
    return facts.payoutStatus === 'in_transit' || facts.payoutStatus === 'paid' ? 'paid' : 'sent';
  if (transfer?.status === 'reversed') return facts.isHeld ? 'held_back' : 'taken_back';
  if (transfer?.status === 'cancelled' || keptOf(facts) === 0) return 'cancelled';
  if (facts.isHeld) return 'held_back';
  if (facts.capturedMinor === 0 || Temporal.Instant.compare(now, facts.endsAt) < 0)
    return 'expected';
  return transfer?.status === 'blocked' ? 'blocked' : 'waiting';
}
