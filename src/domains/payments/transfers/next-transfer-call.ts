import { type Charge } from '../charges/charges.queries.ts';
import { isFinal } from '../charges/charge-states.ts';
import { earningOn, keptOf } from '../charges/commission.ts';
import { nextCall } from '../charges/next-call.ts';
import { isSent } from './transfer-states.ts';
import type { Transfer } from './transfers.queries.ts';

export type NextTransferStep =
  /** Sends it; nothing goes to the provider when it is all netted, or all commission. */
  | { operation: 'send'; amountMinor: number; nettedMinor: number; destination: string | null }
  | { operation: 'reverse'; amountMinor: number }
  /** Nothing can be reversed of it any more: the payee owes it. */
  | { operation: 'owe'; amountMinor: number }
  /** It came back for a dispute, and that is over. */
  | { operation: 'replace' }
  | { operation: 'block'; reason: string }
  | { operation: 'cancel' };

export interface Around {
  charge: Charge;
  /** A complaint or a dispute is open. */
  held: boolean;
  /** The payer's bank doubted the charge, and has decided. */
  wasDisputed: boolean;
  /** The payee's account at the provider, once it may be sent to. */
  destination: string | undefined;
  /** What the payee owes from other transfers. */
  owedMinor: number;
  now: Temporal.Instant;
}

/** Pure: what brings a transfer nearer to what the payee has earned; undefined when nothing, or not now. */
export function nextTransferStep(transfer: Transfer, around: Around): NextTransferStep | undefined {
  const { charge, held, destination, owedMinor, now } = around;
  if (isSent(transfer.status)) return nextOfSent(transfer, around);
  if (transfer.status === 'cancelled' || !isSettled(charge, now)) return undefined;
  if (keptOf(charge) === 0) {
    // Given back, or lost to the payer's bank.
    const isOver = isFinal(charge.status) || charge.lost_minor > 0;
    return isOver ? { operation: 'cancel' } : undefined;
  }
  if (held || Temporal.Instant.compare(now, transfer.due_at) < 0) return undefined;
  const earned = earningOn(charge, keptOf(charge)).minor;
  const nettedMinor = Math.min(earned, owedMinor);
  const amountMinor = earned - nettedMinor;
  if (amountMinor > 0 && !destination)
    return transfer.status === 'blocked'
      ? undefined
      : { operation: 'block', reason: 'account_not_enabled' };
  return { operation: 'send', amountMinor, nettedMinor, destination: destination ?? null };
}

/** Whether the charge stands where it was told to: nothing of it is still to be taken or given back. */
function isSettled(charge: Charge, now: Temporal.Instant): boolean {
  return charge.status !== 'unknown' && charge.status !== 'authorised' && !nextCall(charge, now);
}

function nextOfSent(
  transfer: Transfer,
  { charge, wasDisputed }: Around,
): NextTransferStep | undefined {
  if (transfer.replaced_at) return undefined;
  const missing = missingOf(transfer, charge);
  const amountMinor = toReverse(transfer, charge);
  if (amountMinor > 0) return { operation: 'reverse', amountMinor };
  if (charge.dispute_open) return undefined;
  if (missing > 0) return { operation: 'owe', amountMinor: missing };
  return missing < 0 && wasDisputed ? { operation: 'replace' } : undefined;
}

/**
 * What the payee got without having earned it, that is not back, and not owed by them already; less
 * than nothing where more came back. While a bank decides about a charge, nothing of it is earned.
 */
export function missingOf(transfer: Transfer, charge: Charge): number {
  const earned = charge.dispute_open ? 0 : earningOn(charge, keptOf(charge)).minor;
  const paid = transfer.amount_minor + transfer.netted_minor;
  return paid - earned - transfer.reversed_minor - transfer.owed_minor;
}

/** The part of it that a reversal can bring back. */
export function toReverse(transfer: Transfer, charge: Charge): number {
  const left = transfer.amount_minor - transfer.reversed_minor;
  return Math.max(0, Math.min(missingOf(transfer, charge), left));
}
