import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { getContact } from '../../identity/index.ts';
import { isSmsTemplate } from '../security/security-sms.ts';
import type { Channel } from '../tables.ts';
import type { TemplateParams } from '../template.ts';
import { type TemplateName, unlessGone } from '../templates.ts';
import { insertDelivery } from './deliveries.queries.ts';

export const deliverJob = 'notifications.deliver';

export interface Notice {
  template: TemplateName;
  personId: string;
  params: TemplateParams;
  /** What is told, beside template and receiver: the same key is told once. */
  key: string;
}

/**
 * Puts a mail on its way, and an SMS where one belongs to it and the person has a number; once for the
 * same fact and receiver however often it is asked for. Who was erased meanwhile is told nothing.
 */
export async function notify(ctx: Ctx, notice: Notice): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const contact = await unlessGone(getContact(ctx, notice.personId));
    if (!contact) return;
    await queue(ctx, notice, 'email');
    const bySms = isSmsTemplate(notice.template) && ctx.sms.via !== 'none';
    if (bySms && contact.phone) await queue(ctx, notice, 'sms');
  });
}

async function queue(
  ctx: Ctx,
  { template, personId, params, key }: Notice,
  channel: Channel,
): Promise<void> {
  const id = newId(ctx.clock);
  const fact = `${template}:${key}:${personId}`;
  const dedupeKey = channel === 'email' ? fact : `${channel}:${fact}`;
  if (await insertDelivery(ctx, { id, dedupeKey, personId, channel, template, params }))
    await ctx.jobs.enqueue(ctx, deliverJob, { deliveryId: id });
}
