import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

/** False when the event was stored before. */
export async function insertEvent(
  ctx: Ctx,
  event: Stripe.Event,
  payload: string,
): Promise<boolean> {
  const object = event.data?.object as { id?: unknown } | undefined;
  const { numInsertedOrUpdatedRows } = await tables(ctx)
    .insertInto('payments.webhook_events')
    .values({
      id: event.id,
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

/** The event, counting this try; undefined when it was processed already. */
export async function takeEvent(ctx: Ctx, eventId: string): Promise<Stripe.Event | undefined> {
  const row = await tables(ctx)
    .updateTable('payments.webhook_events')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', eventId)
    .where('status', '<>', 'processed')
    .returning('payload')
    .executeTakeFirst();
  return row?.payload as Stripe.Event | undefined;
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
