import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import type { SubjectKind } from '../provider/subject.ts';
import { tables } from '../tables.ts';
import type { Posting } from './postings.ts';

/** What a posting is about. */
export interface Booked {
  kind: SubjectKind;
  id: string;
  /** Where it belongs to the money of one charge: what was captured for it covers its escrow. */
  chargeId: string | null;
  /** Market code. */
  market: string;
  platform: string;
}

/** A charge, as postings name it. */
export const ofCharge = (charge: {
  id: string;
  market_code: string;
  platform: string;
}): Booked => ({
  kind: 'charge',
  id: charge.id,
  chargeId: charge.id,
  market: charge.market_code,
  platform: charge.platform,
});

/**
 * Books a posting in the caller's transaction; the same fact a second time changes nothing.
 * The database refuses lines that do not sum to zero when the transaction commits.
 */
export async function book(ctx: Ctx, about: Booked, posting: Posting): Promise<void> {
  const id = newId(ctx.clock);
  const { numInsertedOrUpdatedRows } = await tables(ctx)
    .insertInto('payments.ledger_transactions')
    .values({
      id,
      subject_kind: about.kind,
      subject_id: about.id,
      charge_id: about.chargeId,
      platform: about.platform,
      kind: posting.kind,
      source_key: posting.sourceKey,
      posted_at: ctx.clock.now().toString(),
    })
    .onConflict((conflict) => conflict.constraint('ledger_transactions_source_key').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 0n) return;
  await openAccounts(ctx, about.market, posting);
  await tables(ctx)
    .insertInto('payments.ledger_entries')
    .values(
      posting.lines.map(({ account, amount, personId }, line) => ({
        transaction_id: id,
        line,
        market_code: about.market,
        currency: amount.currency,
        account,
        amount_minor: amount.minor,
        person_id: personId ?? null,
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
