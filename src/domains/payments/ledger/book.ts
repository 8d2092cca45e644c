import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import type { Posting } from './postings.ts';

/**
 * Books a posting in the caller's transaction; the same fact a second time changes nothing.
 * The database refuses lines that do not sum to zero when the transaction commits.
 */
export async function book(
  ctx: Ctx,
  charge: { id: string; market_code: string },
  posting: Posting,
): Promise<void> {
  const id = newId(ctx.clock);
  const { numInsertedOrUpdatedRows } = await tables(ctx)
    .insertInto('payments.ledger_transactions')
    .values({
      id,
      charge_id: charge.id,
      kind: posting.kind,
      source_key: posting.sourceKey,
      posted_at: ctx.clock.now().toString(),
    })
    .onConflict((conflict) => conflict.constraint('ledger_transactions_source_key').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await openAccounts(ctx, charge.market_code, posting);
  await tables(ctx)
    .insertInto('payments.ledger_entries')
    .values(
      posting.lines.map(({ account, amount }, line) => ({
        transaction_id: id,
        line,
        market_code: charge.market_code,
        currency: amount.currency,
        account,
        amount_minor: amount.minor,
      })),
    )
    .execute();
}

/** Accounts open themselves with their first line. */
async function openAccounts(ctx: Ctx, market_code: string, { lines }: Posting): Promise<void> {
  await tables(ctx)
    .insertInto('payments.ledger_accounts')
    .values(
      lines.map(({ account, amount }) => ({
        market_code,
        currency: amount.currency,
        code: account,
      })),
    )
    .onConflict((conflict) => conflict.constraint('ledger_accounts_pkey').doNothing())
    .execute();
}
