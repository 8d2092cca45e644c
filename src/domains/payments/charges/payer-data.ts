import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { forgetDisputes } from '../disputes/forget-disputes.ts';
import { forgetConversation } from '../webhooks/forget-events.ts';
import { tables } from '../tables.ts';

/*
 * Payments knows references, not people: who stands behind a charge is known to whom it was opened for,
 * so these take the ids of charges.
 */

export interface ChargeForExport {
  id: string;
  reference: string;
  status: string;
  amount: Money;
  captured: Money;
  refunded: Money;
  createdAt: Temporal.Instant;
}

const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;

/** What a payer may carry away of their payments; in no order. */
export async function exportCharges(
  ctx: Ctx,
  chargeIds: readonly string[],
): Promise<ChargeForExport[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.charges')
    .select([
      'id',
      'reference',
      'status',
      'currency',
      'amount_minor as amount',
      'captured_minor as captured',
      'refunded_minor as refunded',
      'created_at as createdAt',
    ])
    .where('id', '=', anyOf(chargeIds))
    .execute();
  return rows.map(({ currency, amount, captured, refunded, ...row }) => ({
    ...row,
    amount: money(amount, currency),
    captured: money(captured, currency),
    refunded: money(refunded, currency),
  }));
}

/** How many of these charges still move: not finished at the provider, or to be paid back. */
export async function countUnsettled(ctx: Ctx, chargeIds: readonly string[]): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('payments.charges')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('id', '=', anyOf(chargeIds))
    .where(
      sql<boolean>`status in ('unknown', 'open', 'card_saved', 'action_needed', 'authorised')
        or captured_minor - refunded_minor - lost_minor > keep_minor or dispute_open
        or exists (select from payments.refunds r where r.charge_id = charges.id and r.status = 'failed')`,
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether something that these charges brought in is still kept for who earned it. */
export async function keepsEarnings(ctx: Ctx, chargeIds: readonly string[]): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('payments.ledger_entries as entry')
    .innerJoin('payments.ledger_transactions as posted', 'posted.id', 'entry.transaction_id')
    .select('posted.charge_id')
    .where('posted.charge_id', '=', anyOf(chargeIds))
    .where('entry.account', '=', 'escrow')
    .groupBy('posted.charge_id')
    .having(sql<boolean>`sum(entry.amount_minor) < 0`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Takes the payer out of what was said to and by the provider about these charges; amounts, states and
 * the ledger stay as they are.
 */
export async function forgetPayers(ctx: Ctx, chargeIds: readonly string[]): Promise<void> {
  await forgetConversation(ctx, { kind: 'charge', ids: chargeIds });
  await forgetDisputes(ctx, chargeIds);
  // A lesson's title was its teacher's words.
  await tables(ctx)
    .updateTable('payments.charges')
    .set({ description: null })
    .where('id', '=', anyOf(chargeIds))
    .execute();
}
