import type { Ctx } from '../../../platform/context.ts';
import { senderOf } from '../../../platform/mail/index.ts';
import { getContact } from '../../identity/index.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { isSmsTemplate, smsText } from '../security/security-sms.ts';
import { render, unlessGone } from '../templates.ts';
import type { Delivery } from './deliveries.queries.ts';

interface Sent {
  address: string;
  providerId: string;
}

/** Undefined when there is nothing to tell any more. */
export async function sendMail(ctx: Ctx, delivery: Delivery): Promise<Sent | undefined> {
  const rendered = await render(ctx, delivery);
  if (!rendered) return undefined;
  const { to, letter, attachments } = rendered;
  const { providerId } = await ctx.mail.send({
    to,
    ...composeMail(letter, ctx.config.publicUrl),
    ...(attachments && { attachments }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: `${delivery.id}@${senderOf(ctx.config.mail.from).address.split('@')[1]}`,
  });
  return { address: to, providerId };
}

/** Undefined when the number is gone. The provider knows no repeats: after a crash one may arrive twice. */
export async function sendSms(
  ctx: Ctx,
  { personId, template, params }: Delivery,
): Promise<Sent | undefined> {
  const contact = await unlessGone(getContact(ctx, personId));
  if (!contact?.phone || !isSmsTemplate(template)) return undefined;
  const { providerId } = await ctx.sms.send({
    to: contact.phone,
    text: smsText(ctx, template, params),
  });
  return { address: contact.phone, providerId };
}
