import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import type { TemplateName, TemplateParams } from '../templates.ts';
import { insertDelivery } from './deliveries.queries.ts';

export const deliverJob = 'notifications.deliver';

export interface Notice {
  template: TemplateName;
  personId: string;
  params: TemplateParams;
  /** What is told, beside template and receiver: the same key is told once. */
  key: string;
}

/** Puts a mail on its way, once for the same fact and receiver however often it is asked for. */
export async function notify(ctx: Ctx, { template, personId, params, key }: Notice): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const id = newId(ctx.clock);
    const dedupeKey = `${template}:${key}:${personId}`;
    if (await insertDelivery(ctx, { id, dedupeKey, personId, template, params }))
      await ctx.jobs.enqueue(ctx, deliverJob, { deliveryId: id });
  });
}
