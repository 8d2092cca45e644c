import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, sql } from '../../../platform/db/index.ts';
import { encodeCursor } from '../../../platform/http/index.ts';
import { eventNotParked, paymentEventNotFound } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { tables } from '../tables.ts';
import { readTimeCursor } from '../time-cursor.ts';

const eventId = /^[\w-]{1,100}$/;

const columns = [
  'id',
  'type',
  'platform',
  'status',
  'note',
  'attempts',
  'object_id as objectId',
  'received_at as receivedAt',
] as const;

/** Events that fitted nothing, the oldest first. Throws invalid bad_cursor. */
export async function listParkedEvents(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const after = cursor === undefined ? undefined : readTimeCursor(cursor, eventId);
  const rows = await tables(ctx)
    .selectFrom('payments.webhook_events')
    .select(columns)
    .where('status', '=', 'parked')
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(received_at, id) > (${after!.at}::timestamptz, ${after!.id}::text)`,
      ),
    )
    .orderBy('received_at')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const nextCursor = last ? encodeCursor([last.receivedAt.toString(), last.id]) : null;
  return { items, nextCursor };
}

/** One event with what the provider sent. Throws payment_event_not_found. */
export async function getPaymentEvent(ctx: Ctx, id: string) {
  const row = await tables(ctx)
    .selectFrom('payments.webhook_events')
    .select([...columns, 'payload'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw paymentEventNotFound();
  return row;
}

/** Has a parked event worked on again. Throws payment_event_not_found, event_not_parked. */
export async function replayEvent(outer: Ctx, id: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { numUpdatedRows } = await tables(ctx)
      .updateTable('payments.webhook_events')
      .set({ status: 'received', note: null })
      .where('id', '=', id)
      .where('status', '=', 'parked')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw eventNotParked((await getPaymentEvent(ctx, id)).status);
    await ctx.jobs.enqueue(ctx, jobNames.processEvent, { eventId: id });
  });
}
