import type { Ctx } from '../../../platform/context.ts';
import { money } from '../../../platform/money/index.ts';
import type { Charge } from '../charges/charges.queries.ts';
import { commissionOn, keptOf } from '../charges/commission.ts';
import { jobNames } from '../job-names.ts';
import { book } from '../ledger/book.ts';
import { undonePosting } from '../ledger/postings.ts';
import { ofTransfer } from './advance-transfer.ts';
import { changeTransfer, insertTransfer, type Transfer } from './transfers.queries.ts';

/**
 * Puts another transfer in the place of one that came back for a dispute: what the bank left of the
 * charge is in escrow again, as before it was sent. What the payee still has of it (it was set off
 * against older debts) is owed from now on. Under the locks of both.
 */
export async function replaceTransfer(
  ctx: Ctx,
  { charge, transfer }: { charge: Charge; transfer: Transfer },
): Promise<void> {
  const now = ctx.clock.now();
  const { currency, person_id: personId } = transfer;
  const owed_minor = transfer.amount_minor + transfer.netted_minor - transfer.reversed_minor;
  const owed_since = owed_minor > 0 ? (transfer.owed_since ?? now).toString() : null;
  const set = { owed_minor, owed_since, next_try_at: null, replaced_at: now.toString() };
  await changeTransfer(ctx, transfer, set, 'replaced');
  const kept = money(keptOf(charge), currency);
  const commission = commissionOn(charge, kept.minor);
  await book(ctx, ofTransfer(transfer), undonePosting(transfer.id, { kept, commission, personId }));
  const { platform, market_code: market } = transfer;
  const row = { chargeId: charge.id, personId, platform, market, currency };
  const id = await insertTransfer(ctx, row, now);
  await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'transfer', id });
}
