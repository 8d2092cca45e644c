import type { Ctx } from '../../../platform/context.ts';
import { type Charge, lockCharge } from '../charges/charges.queries.ts';
import { book } from '../ledger/book.ts';
import type { SubjectRow } from '../provider/subject.ts';
import { decideTransfer, type TransferSnapshot } from './decide-transfer.ts';
import { missingOf, toReverse } from './next-transfer-call.ts';
import { recover } from './owing.ts';
import {
  changeTransfer,
  getTransfer,
  lockPayee,
  lockTransfer,
  type Transfer,
} from './transfers.queries.ts';

/** A transfer and its charge, both locked. */
export interface LockedTransfer extends SubjectRow {
  charge: Charge;
  transfer: Transfer;
}

/** Always in this order, as a charge's own moves read its transfers. */
export async function lockBoth(ctx: Ctx, id: string): Promise<LockedTransfer> {
  const { charge_id, platform } = await getTransfer(ctx, id);
  const charge = await lockCharge(ctx, charge_id);
  const transfer = await lockTransfer(ctx, id);
  return { id, platform, reference: `transfer:${id}`, charge, transfer };
}

/** Moves a transfer to what was seen, in the caller's transaction. */
export async function advanceTransfer(
  ctx: Ctx,
  { charge, transfer }: LockedTransfer,
  snapshot: TransferSnapshot,
  cause: string,
): Promise<void> {
  const decision = decideTransfer(transfer, charge, snapshot);
  if (!decision) return;
  const { set, postings, isFirst } = decision;
  const now = ctx.clock.now();
  const more = toReverse({ ...transfer, ...set }, charge) > 0;
  const moved = await changeTransfer(
    ctx,
    transfer,
    {
      ...set,
      blocked_reason: null,
      next_try_at: more ? now.toString() : null,
      ...(isFirst && { sent_at: now.toString() }),
    },
    cause,
  );
  if (isFirst) {
    await lockPayee(ctx, moved);
    await recover(ctx, moved);
  }
  for (const posting of postings) await book(ctx, ofTransfer(transfer), posting);
}

/** A transfer, as postings name it. */
export const ofTransfer = ({ id, charge_id, market_code, platform }: Transfer) => ({
  kind: 'transfer' as const,
  id,
  chargeId: charge_id,
  market: market_code,
  platform,
});

/** Notes that the payee owes so much more of a transfer. */
export async function owe(ctx: Ctx, transfer: Transfer, minor: number): Promise<void> {
  const owed_minor = transfer.owed_minor + minor;
  const since = transfer.owed_since ?? ctx.clock.now();
  const owed_since = owed_minor > 0 ? since.toString() : null;
  await changeTransfer(ctx, transfer, { owed_minor, owed_since, next_try_at: null }, 'owed');
}

export const retryHours = 24;

/**
 * A transfer is tried again tomorrow, and so is a reversal while a dispute is open; what a reversal
 * can't take back otherwise is owed from then on.
 */
export async function takeRefusal(
  ctx: Ctx,
  id: string,
  { operation }: { operation: string },
  { code }: { code: string },
): Promise<boolean> {
  const { charge, transfer } = await lockBoth(ctx, id);
  const next_try_at = ctx.clock.now().add({ hours: retryHours }).toString();
  const blocked = { status: 'blocked' as const, blocked_reason: code, netted_minor: 0 };
  if (operation === 'transfer')
    await changeTransfer(ctx, transfer, { ...blocked, next_try_at }, 'refused');
  else if (charge.dispute_open) await changeTransfer(ctx, transfer, { next_try_at }, 'refused');
  else await owe(ctx, transfer, Math.max(0, missingOf(transfer, charge)));
  ctx.log.warn({ transferId: id, operation, code }, 'a transfer was refused');
  return true;
}
