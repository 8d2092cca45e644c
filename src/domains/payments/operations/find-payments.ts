import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import type { ChargeStatus } from '../charges/charge-states.ts';
import { tables } from '../tables.ts';

export interface FindPayments {
  /** An id of ours or of the provider, or a reference; anything else finds nothing. */
  q?: string | undefined;
  status?: ChargeStatus | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface PaymentRow {
  id: string;
  reference: string;
  market: string;
  status: ChargeStatus;
  amount: Money;
  captured: Money;
  refunded: Money;
  lost: Money;
  isDisputed: boolean;
  createdAt: Temporal.Instant;
}

/** Payments, the newest first. Throws invalid bad_cursor. */
export async function findPayments(
  ctx: Ctx,
  { q, status, cursor, limit }: FindPayments,
): Promise<{ items: PaymentRow[]; nextCursor: string | null }> {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const ids = q === undefined ? undefined : await findIds(ctx, q.trim());
  const rows = await tables(ctx)
    .selectFrom('payments.charges')
    .select([
      'id',
      'reference',
      'market_code',
      'status',
      'currency',
      'amount_minor',
      'captured_minor',
      'refunded_minor',
      'lost_minor',
      'dispute_open',
      'created_at',
    ])
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${ids}::uuid[])`))
    .$if(status !== undefined, (query) => query.where('status', '=', status!))
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.map(({ currency, ...row }) => ({
    id: row.id,
    reference: row.reference,
    market: row.market_code,
    status: row.status,
    amount: money(row.amount_minor, currency),
    captured: money(row.captured_minor, currency),
    refunded: money(row.refunded_minor, currency),
    lost: money(row.lost_minor, currency),
    isDisputed: row.dispute_open,
    createdAt: row.created_at,
  }));
  return pageById(items, limit);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The charges that something is the name of, each way by an index. */
async function findIds(ctx: Ctx, q: string): Promise<string[]> {
  const id = uuid.test(q.toLowerCase()) ? q.toLowerCase() : null;
  const references = id ? [`booking:${id}`] : [q];
  const { rows } = await sql<{ id: string }>`
    select id from payments.charges where id = ${id}::uuid
    union select id from payments.charges where reference = any(${references}::text[])
    union select id from payments.charges where provider_session_id = ${q}
    union select id from payments.charges where provider_intent_id = ${q}
    union select id from payments.charges where provider_charge_id = ${q}
    union select charge_id from payments.refunds where provider_refund_id = ${q}
    union select charge_id from payments.transfers where provider_transfer_id = ${q}
    union select charge_id from payments.disputes where provider_dispute_id = ${q}`.execute(ctx.db);
  return rows.map((row) => row.id);
}
