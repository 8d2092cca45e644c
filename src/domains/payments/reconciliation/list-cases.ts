import type { Ctx } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { tables } from '../tables.ts';
import { listReconciliationRows } from './reconciliations.queries.ts';

interface CasesQuery {
  state: 'open' | 'closed';
  reconciliationId?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Differences with what they are about, the newest first. Throws invalid bad_cursor. */
export async function listCases(ctx: Ctx, { state, reconciliationId, cursor, limit }: CasesQuery) {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await tables(ctx)
    .selectFrom('payments.reconciliation_cases as found')
    .leftJoin('payments.balance_transactions as moved', 'moved.id', 'found.balance_transaction_id')
    .leftJoin('payments.ledger_transactions as posted', 'posted.id', 'found.ledger_transaction_id')
    .select([
      'found.id',
      'found.kind',
      'found.state',
      'found.platform',
      'found.currency',
      'found.provider_minor as providerMinor',
      'found.ledger_minor as ledgerMinor',
      'found.note',
      'found.closed_by as closedBy',
      'found.opened_at as openedAt',
      'found.closed_at as closedAt',
      'found.balance_transaction_id as balanceTransactionId',
      'moved.type as movementType',
      'moved.source_id as sourceId',
      'posted.source_key as sourceKey',
      'posted.charge_id as chargeId',
    ])
    .where('found.state', '=', state)
    .$if(reconciliationId !== undefined, (query) =>
      query.where('found.reconciliation_id', '=', reconciliationId!),
    )
    .$if(beforeId !== undefined, (query) => query.where('found.id', '<', beforeId!))
    .orderBy('found.id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageById(rows, limit);
}

/** Comparisons, the newest first. Throws invalid bad_cursor. */
export async function listReconciliations(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  return pageById(await listReconciliationRows(ctx, { beforeId, limit: limit + 1 }), limit);
}
