import type { Ctx } from '../../../platform/context.ts';
import { MailError, type OutgoingMail, senderOf } from '../../../platform/mail/index.ts';
import { composeMail } from '../mail/compose-mail.ts';
import { render } from '../templates.ts';
import { claimDelivery, closeAttempt, type Delivery, isBeingSent } from './deliveries.queries.ts';

const attemptsMax = 8;
/** Longer than any attempt takes: whoever claimed it before has died. */
const claimMinutes = 10;
const errorCharactersMax = 500;

/**
 * Sends one mail. It counts as sent once the transport has accepted it; a failure goes back to the
 * queue, which tries again with growing pauses. The message id is the delivery's, so a mail that was
 * accepted just before a crash is recognised as the same one.
 */
export async function deliver(ctx: Ctx, { deliveryId }: { deliveryId: string }): Promise<void> {
  const staleBefore = ctx.clock.now().subtract({ minutes: claimMinutes });
  const delivery = await claimDelivery(ctx, deliveryId, staleBefore);
  if (!delivery) {
    if (await isBeingSent(ctx, deliveryId))
      throw new Error('another worker is sending this mail: looking again later');
    return;
  }
  try {
    await attempt(ctx, delivery);
  } catch (error) {
    await giveBack(ctx, delivery, error as Error);
  }
}

async function attempt(ctx: Ctx, delivery: Delivery): Promise<void> {
  const rendered = await render(ctx, delivery);
  if (!rendered)
    return closeAttempt(ctx, delivery.id, {
      status: 'skipped',
      error: 'no longer true when it was to be sent',
    });
  const { to, letter, attachments } = rendered;
  const mail: OutgoingMail = {
    to,
    ...composeMail(letter, ctx.config.publicUrl),
    ...(attachments && { attachments }),
    headers: { 'Auto-Submitted': 'auto-generated' },
    messageId: `${delivery.id}@${senderOf(ctx.config.mail.from).address.split('@')[1]}`,
  };
  const { providerId } = await ctx.mail.send(mail);
  await closeAttempt(ctx, delivery.id, {
    status: 'sent',
    address: to,
    subject: mail.subject,
    providerId,
  });
}

/** Throws again as long as trying later may help. */
async function giveBack(
  ctx: Ctx,
  { id, template, attempts }: Delivery,
  error: Error,
): Promise<void> {
  const final = attempts >= attemptsMax || (error instanceof MailError && error.permanent);
  await closeAttempt(ctx, id, {
    status: final ? 'failed' : 'queued',
    error: error.message.slice(0, errorCharactersMax),
  });
  if (!final) throw error;
  ctx.log.error({ err: error, deliveryId: id, template, attempts }, 'mail given up');
}
