import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, sql } from '../../../platform/db/index.ts';
import { decodeIdCursor, pageById } from '../../../platform/http/index.ts';
import { callDone, callNotFound } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { findCall } from '../provider/provider-calls.queries.ts';
import { subjectOf } from '../provider/subjects.ts';
import { tables } from '../tables.ts';

/** Calls whose end is not known, or that a person must look at; the oldest first. Throws invalid bad_cursor. */
export async function listWaitingCalls(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const afterId = cursor === undefined ? undefined : decodeIdCursor(cursor);
  const rows = await tables(ctx)
    .selectFrom('payments.provider_calls as call')
    .leftJoin('payments.transfers as transfer', 'transfer.id', 'call.subject_id')
    .leftJoin('payments.disputes as dispute', 'dispute.id', 'call.subject_id')
    .select([
      'call.id',
      'call.subject_kind as kind',
      'call.subject_id as subjectId',
      'call.operation',
      'call.attempt',
      'call.status',
      'call.asked',
      'call.error_code as errorCode',
      'call.error_message as errorMessage',
      'call.needs_person_at as needsPersonAt',
      'call.created_at as createdAt',
      sql<string | null>`case call.subject_kind when 'charge' then call.subject_id
        else coalesce(transfer.charge_id, dispute.charge_id) end`.as('chargeId'),
    ])
    .where(
      sql<boolean>`(call.status in ('pending', 'unknown') or call.needs_person_at is not null)`,
    )
    .$if(afterId !== undefined, (query) => query.where('call.id', '>', afterId!))
    .orderBy('call.id')
    .limit(limit + 1)
    .execute();
  return pageById(rows, limit);
}

/**
 * Has a call tried again without waiting: an open one is asked about first, one that failed is made
 * anew with the next key if it is still wanted. Throws provider_call_not_found, provider_call_done.
 */
export async function retryCall(outer: Ctx, callId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const found = await findCall(ctx, callId);
    if (!found) throw callNotFound();
    const { subject_kind: kind, subject_id: id } = found;
    await subjectOf(kind).lock(ctx, id);
    const call = (await findCall(ctx, callId))!;
    if (call.status === 'pending' || call.status === 'unknown')
      return ctx.jobs.enqueue(ctx, jobNames.resolveUnknown, { callId });
    if (!call.needs_person_at) throw callDone();
    await tables(ctx)
      .updateTable('payments.provider_calls')
      .set({ needs_person_at: null })
      .where('id', '=', callId)
      .execute();
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind, id });
  });
}
