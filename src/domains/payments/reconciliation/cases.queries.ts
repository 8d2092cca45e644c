import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { caseClosed, caseNotFound } from '../errors.ts';
import { tables } from '../tables.ts';
import type { CaseKind } from './case-kinds.ts';

export interface Difference {
  kind: CaseKind;
  balanceTransactionId?: string;
  ledgerTransactionId?: string;
  currency: string;
  providerMinor: number;
  ledgerMinor: number;
}

/** Opens a case for each difference that has none yet; how many. */
export async function openCases(
  ctx: Ctx,
  { id, platform }: { id: string; platform: string },
  differences: readonly Difference[],
): Promise<number> {
  if (differences.length === 0) return 0;
  const opened_at = ctx.clock.now().toString();
  const rows = await tables(ctx)
    .insertInto('payments.reconciliation_cases')
    .values(
      differences.map((found) => ({
        id: newId(ctx.clock),
        reconciliation_id: id,
        platform,
        kind: found.kind,
        balance_transaction_id: found.balanceTransactionId ?? null,
        ledger_transaction_id: found.ledgerTransactionId ?? null,
        currency: found.currency,
        provider_minor: found.providerMinor,
        ledger_minor: found.ledgerMinor,
        state: 'open' as const,
        opened_at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.length;
}

/** The movements that open cases of a platform are about, in pages by the case's id. */
export async function findOpenMovements(
  ctx: Ctx,
  { platform, afterId, limit }: { platform: string; afterId: string | undefined; limit: number },
): Promise<{ id: string; movementId: string }[]> {
  return tables(ctx)
    .selectFrom('payments.reconciliation_cases')
    .select(['id', 'balance_transaction_id as movementId'])
    .where('state', '=', 'open')
    .where('platform', '=', platform)
    .where('balance_transaction_id', 'is not', null)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId!))
    .orderBy('id')
    .limit(limit)
    .$narrowType<{ movementId: string }>()
    .execute();
}

/** Closes the cases of movements that are booked in full by now; how many. */
export async function closeSettled(ctx: Ctx, movementIds: readonly string[]): Promise<number> {
  if (movementIds.length === 0) return 0;
  const rows = await tables(ctx)
    .updateTable('payments.reconciliation_cases')
    .set({ state: 'closed', closed_at: ctx.clock.now().toString() })
    .where('state', '=', 'open')
    .where('balance_transaction_id', 'in', [...movementIds])
    .returning('id')
    .execute();
  return rows.length;
}

/** Closes the cases of postings that the provider has told of since; how many. */
export async function closeFound(ctx: Ctx, platform: string): Promise<number> {
  const rows = await tables(ctx)
    .updateTable('payments.reconciliation_cases')
    .set({ state: 'closed', closed_at: ctx.clock.now().toString() })
    .where('state', '=', 'open')
    .where('platform', '=', platform)
    .where(
      sql<boolean>`exists (select from payments.balance_bookings booked
        where booked.ledger_transaction_id = reconciliation_cases.ledger_transaction_id)`,
    )
    .returning('id')
    .execute();
  return rows.length;
}

/** A person closes a case with a note. Throws case_not_found, case_closed. */
export async function closeByHand(
  ctx: Ctx,
  { id, note, personId }: { id: string; note: string; personId: string },
): Promise<void> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('payments.reconciliation_cases')
    .set({ state: 'closed', note, closed_by: personId, closed_at: ctx.clock.now().toString() })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const known = await tables(ctx)
    .selectFrom('payments.reconciliation_cases')
    .select('id')
    .where('id', '=', id)
    .executeTakeFirst();
  throw known ? caseClosed() : caseNotFound();
}
