import type Stripe from 'stripe';
import { money } from '../../../platform/money/index.ts';
import type { Charge } from '../charges/charges.queries.ts';
import { commissionOn, keptOf } from '../charges/commission.ts';
import { ProviderDiffers } from '../errors.ts';
import { type Posting, reversalPosting, transferPosting } from '../ledger/postings.ts';
import { isSent, type TransferStatus } from './transfer-states.ts';
import type { Transfer } from './transfers.queries.ts';

/** What the provider answered when it was asked about a transfer. */
export interface TransferSnapshot {
  transfer: Stripe.Transfer | null;
  reversals: Stripe.TransferReversal[];
}

export interface TransferDecision {
  set: { status: TransferStatus; provider_transfer_id: string; reversed_minor: number };
  postings: Posting[];
  /** Whether it was on its way before. */
  isFirst: boolean;
}

/**
 * Pure: what becomes of a transfer by what was seen, and what is booked; undefined when there is
 * nothing (yet), or that is older than what we know. Throws ProviderDiffers for another's object.
 */
export function decideTransfer(
  row: Transfer,
  charge: Charge,
  { transfer, reversals }: TransferSnapshot,
): TransferDecision | undefined {
  if (!transfer) return undefined;
  assertMatches(row, transfer);
  const reversedMinor = reversals.reduce((sum, { amount }) => sum + amount, 0);
  if (!(reversedMinor <= row.amount_minor) || reversals.some(({ amount }) => !(amount > 0)))
    throw new ProviderDiffers(`what came back of ${transfer.id}`);
  if (isSent(row.status) && reversedMinor < row.reversed_minor) return undefined;
  return {
    set: {
      status: statusOf(row, reversedMinor),
      provider_transfer_id: transfer.id,
      reversed_minor: reversedMinor,
    },
    // Each is booked once, by the name of its fact.
    postings: [
      ...(isSent(row.status) ? [] : [sentPosting(row, charge)]),
      ...reversals.map(({ id, amount }) =>
        reversalPosting(id, money(amount, row.currency), row.person_id),
      ),
    ],
    isFirst: !isSent(row.status),
  };
}

function statusOf(row: Transfer, reversedMinor: number): TransferStatus {
  if (reversedMinor === 0) return 'sent';
  return reversedMinor < row.amount_minor ? 'partly_reversed' : 'reversed';
}

/** Closes the escrow by what is kept of the charge now, whatever it was when the transfer was planned. */
export function sentPosting(row: Transfer, charge: Charge): Posting {
  const keptMinor = keptOf(charge);
  return transferPosting(row.id, {
    kept: money(keptMinor, row.currency),
    commission: commissionOn(charge, keptMinor),
    sent: money(row.amount_minor, row.currency),
    netted: money(row.netted_minor, row.currency),
    personId: row.person_id,
  });
}

function assertMatches(row: Transfer, transfer: Stripe.Transfer): void {
  if (transfer.metadata?.transfer_id !== row.id)
    throw new ProviderDiffers(`${transfer.id} is another transfer's`);
  if (transfer.amount !== row.amount_minor) throw new ProviderDiffers(`amount of ${transfer.id}`);
  if (transfer.currency.toUpperCase() !== row.currency)
    throw new ProviderDiffers(`currency of ${transfer.id}`);
}
