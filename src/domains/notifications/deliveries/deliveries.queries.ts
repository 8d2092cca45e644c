import type { Ctx } from '../../../platform/context.ts';
import { type Channel, tables } from '../tables.ts';
import type { TemplateParams } from '../template.ts';
import type { TemplateName } from '../templates.ts';

export interface Delivery {
  id: string;
  personId: string;
  channel: Channel;
  template: TemplateName;
  params: TemplateParams;
  attempts: number;
}

export interface NewDelivery {
  id: string;
  dedupeKey: string;
  personId: string;
  channel: Channel;
  template: TemplateName;
  params: TemplateParams;
}

/** Returns whether this call inserted it: the same fact is told once. */
export async function insertDelivery(ctx: Ctx, delivery: NewDelivery): Promise<boolean> {
  const inserted = await tables(ctx)
    .insertInto('notifications.deliveries')
    .values({
      id: delivery.id,
      dedupe_key: delivery.dedupeKey,
      person_id: delivery.personId,
      channel: delivery.channel,
      template: delivery.template,
      params: JSON.stringify(delivery.params),
      status: 'queued',
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.constraint('deliveries_dedupe_key_unique').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Claims a delivery that is queued, or whose worker died before `staleBefore`; of two workers one gets it. */
export function claimDelivery(
  ctx: Ctx,
  id: string,
  staleBefore: Temporal.Instant,
): Promise<Delivery | undefined> {
  return tables(ctx)
    .updateTable('notifications.deliveries')
    .set((eb) => ({
      status: 'sending' as const,
      claimed_at: ctx.clock.now(),
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb('status', '=', 'queued'),
        eb.and([eb('status', '=', 'sending'), eb('claimed_at', '<=', staleBefore)]),
      ]),
    )
    .returning(['id', 'person_id as personId', 'channel', 'template', 'params', 'attempts'])
    .executeTakeFirst();
}

/** Whether it waits for another worker that has claimed it. */
export async function isBeingSent(ctx: Ctx, id: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('notifications.deliveries')
    .select('status')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.status === 'sending';
}

type Outcome =
  | { status: 'sent'; address: string; providerId: string }
  | { status: 'queued' | 'failed' | 'skipped'; error: string };

export async function closeAttempt(ctx: Ctx, id: string, outcome: Outcome): Promise<void> {
  const change =
    outcome.status === 'sent'
      ? {
          address: outcome.address,
          provider_id: outcome.providerId,
          sent_at: ctx.clock.now(),
          error: null,
        }
      : { error: outcome.error };
  await tables(ctx)
    .updateTable('notifications.deliveries')
    .set({ status: outcome.status, ...change })
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .execute();
}
