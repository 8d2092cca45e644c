import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { isConstraint, newId, sql } from '../../../platform/db/index.ts';
import { reconciliationNotFound, reconciliationRunning } from '../errors.ts';
import type { CurrencyTotals, ReconciliationsTable } from '../operations-tables.ts';
import { tables } from '../tables.ts';

export type Reconciliation = Selectable<ReconciliationsTable>;

const columns = [
  'id',
  'platform',
  'status',
  'from_at',
  'until_at',
  'started_at',
  'finished_at',
  'movements',
  'opened',
  'closed',
  'totals',
  'error',
] as const;

/** A comparison that has told nothing for so long has died with its process. */
const deadAfterHours = 2;

/** Movements appear late, but not later than this before the end of the last comparison. */
const overlapHours = 48;

/** Before the product, so before any money. */
const beginning = Temporal.Instant.from('2020-01-01T00:00:00Z');

/** Begins a comparison where the last one ended. Throws reconciliation_running. */
export async function beginReconciliation(ctx: Ctx, platform: string): Promise<Reconciliation> {
  const now = ctx.clock.now();
  await tables(ctx)
    .updateTable('payments.reconciliations')
    .set({ status: 'failed', finished_at: now.toString(), error: 'it did not come to its end' })
    .where('platform', '=', platform)
    .where('status', '=', 'running')
    .where(
      'started_at',
      '<',
      sql<Temporal.Instant>`${now.subtract({ hours: deadAfterHours }).toString()}::timestamptz`,
    )
    .execute();
  const last = await tables(ctx)
    .selectFrom('payments.reconciliations')
    .select('until_at')
    .where('platform', '=', platform)
    .where('status', '=', 'done')
    .orderBy('until_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const from = last?.until_at.subtract({ hours: overlapHours }) ?? beginning;
  const work = tables(ctx)
    .insertInto('payments.reconciliations')
    .values({
      id: newId(ctx.clock),
      platform,
      status: 'running',
      from_at: from.toString(),
      until_at: now.toString(),
      started_at: now.toString(),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return work.catch((error: unknown) => {
    throw isConstraint(error, 'reconciliations_one_running') ? reconciliationRunning() : error;
  });
}

export interface Tally {
  movements: number;
  opened: number;
  closed: number;
}

export async function finishReconciliation(
  ctx: Ctx,
  id: string,
  outcome: (Tally & { totals: CurrencyTotals[] }) | { error: string },
): Promise<void> {
  const { totals, ...rest } = { totals: undefined, ...outcome };
  await tables(ctx)
    .updateTable('payments.reconciliations')
    .set({
      status: 'error' in outcome ? 'failed' : 'done',
      finished_at: ctx.clock.now().toString(),
      ...rest,
      ...(totals && { totals: JSON.stringify(totals) }),
    })
    .where('id', '=', id)
    .execute();
}

/** Newest first. */
export function listReconciliationRows(
  ctx: Ctx,
  { beforeId, limit }: { beforeId: string | undefined; limit: number },
): Promise<Reconciliation[]> {
  return tables(ctx)
    .selectFrom('payments.reconciliations')
    .select(columns)
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Throws reconciliation_not_found. */
export async function getReconciliation(ctx: Ctx, id: string): Promise<Reconciliation> {
  const row = await tables(ctx)
    .selectFrom('payments.reconciliations')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw reconciliationNotFound();
  return row;
}
