import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import type { SubjectKind } from '../provider/subject.ts';
import { tables } from '../tables.ts';

/** False when the event was stored before. */
export async function insertEvent(
  ctx: Ctx,
  { event, payload, platform }: { event: Stripe.Event; payload: string; platform: string },
): Promise<boolean> {
  const object = event.data?.object as { id?: unknown } | undefined;
  const { numInsertedOrUpdatedRows } = await tables(ctx)
    .insertInto('payments.webhook_events')
    .values({
      id: event.id,
      platform,
      account: event.account ?? null,
      type: event.type,
      object_id: typeof object?.id === 'string' ? object.id : null,
      payload,
      status: 'received',
      received_at: ctx.clock.now().toString(),
    })
    .onConflict((conflict) => conflict.constraint('webhook_events_pkey').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export interface TakenEvent {
  payload: Stripe.Event;
  /** The platform account whose secret it was signed with. */
  platform: string;
}

/** The event, counting this try; undefined when it was processed already. */
export async function takeEvent(ctx: Ctx, eventId: string): Promise<TakenEvent | undefined> {
  const row = await tables(ctx)
    .updateTable('payments.webhook_events')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', eventId)
    .where('status', '<>', 'processed')
    .returning(['payload', 'platform'])
    .executeTakeFirst();
  return row as TakenEvent | undefined;
}

/** Notes what the event turned out to be about, so that it is found again by it. */
export async function noteSubject(
  ctx: Ctx,
  eventId: string,
  { kind, id }: { kind: SubjectKind; id: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.webhook_events')
    .set({ subject_kind: kind, subject_id: id })
    .where('id', '=', eventId)
    .execute();
}

/** The events about these subjects, in the order of their ids. */
export function findEventsOf(
  ctx: Ctx,
  { kind, ids }: { kind: SubjectKind; ids: readonly string[] },
  { afterId, limit }: { afterId: string | undefined; limit: number },
): Promise<{ id: string; payload: unknown }[]> {
  return tables(ctx)
    .selectFrom('payments.webhook_events')
    .select(['id', 'payload'])
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .$if(afterId !== undefined, (query) => query.where('id', '>', afterId!))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Puts other payloads in place of what was kept. */
export async function replacePayloads(
  ctx: Ctx,
  events: readonly { id: string; payload: unknown }[],
): Promise<void> {
  const ids = events.map(({ id }) => id);
  const payloads = events.map(({ payload }) => JSON.stringify(payload));
  await sql`
    update payments.webhook_events set payload = other.payload::json
    from unnest(${ids}::text[], ${payloads}::text[]) as other (id, payload)
    where webhook_events.id = other.id`.execute(ctx.db);
}

export async function finishEvent(
  ctx: Ctx,
  eventId: string,
  outcome: { status: 'processed' | 'parked'; note?: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.webhook_events')
    .set({
      status: outcome.status,
      note: outcome.note ?? null,
      processed_at: outcome.status === 'processed' ? ctx.clock.now().toString() : null,
    })
    .where('id', '=', eventId)
    .execute();
}
