import type { Ctx } from '../../../platform/context.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { tables } from '../tables.ts';
import { getDisputeRow, listFiles } from './disputes.queries.ts';
import { isAnswerable } from './dispute-states.ts';

/** Disputes, the newest first; only those that are not over, when asked. Throws invalid bad_cursor. */
export async function listDisputes(
  ctx: Ctx,
  { open, cursor, limit }: { open: boolean; cursor?: string | undefined; limit: number },
) {
  const beforeId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await tables(ctx)
    .selectFrom('payments.disputes')
    .select([
      'id',
      'charge_id as chargeId',
      'provider_dispute_id as providerId',
      'status',
      'reason',
      'currency',
      'amount_minor as amountMinor',
      'answer',
      'due_at as dueAt',
      'created_at as createdAt',
    ])
    .$if(open, (query) =>
      query.where('status', 'in', [
        'reported',
        'inquiry',
        'inquiry_review',
        'needs_response',
        'under_review',
      ]),
    )
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return pageById(rows, limit);
}

/** One dispute with its draft, its files, and whether it takes an answer. Throws dispute_not_found. */
export async function getDispute(ctx: Ctx, id: string) {
  const row = await getDisputeRow(ctx, id);
  const files = await listFiles(ctx, id);
  return {
    id,
    chargeId: row.charge_id,
    providerId: row.provider_dispute_id,
    status: row.status,
    reason: row.reason,
    currency: row.currency,
    amountMinor: row.amount_minor,
    heldMinor: row.held_minor,
    dueAt: row.due_at,
    openedAt: row.opened_at,
    evidence: row.evidence,
    files: files.map((file) => ({ id: file.provider_file_id, name: file.name, bytes: file.bytes })),
    answer: row.answer,
    answeredAt: row.answered_at,
    refusal: row.refusal,
    isAnswerable: isAnswerable(row.status) && row.answer === null,
  };
}
