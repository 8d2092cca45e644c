import type { Ctx } from '../../../platform/context.ts';
import { MailError } from '../../../platform/mail/index.ts';
import { SmsError } from '../../../platform/sms/index.ts';
import { claimDelivery, closeAttempt, type Delivery, isBeingSent } from './deliveries.queries.ts';
import { sendMail, sendSms } from './send.ts';

const attemptsMax = 8;
/** Longer than any attempt takes: whoever claimed it before has died. */
const claimMinutes = 10;
const errorCharactersMax = 500;

/**
 * Sends one mail or SMS. It counts as sent once the transport has accepted it; a failure goes back to the
 * queue, which tries again with growing pauses. The message id is the delivery's, so a mail that was
 * accepted just before a crash is recognised as the same one.
 */
export async function deliver(ctx: Ctx, { deliveryId }: { deliveryId: string }): Promise<void> {
  const staleBefore = ctx.clock.now().subtract({ minutes: claimMinutes });
  const delivery = await claimDelivery(ctx, deliveryId, staleBefore);
  if (!delivery) {
    if (await isBeingSent(ctx, deliveryId))
      throw new Error('another worker is sending this delivery: looking again later');
    return;
  }
  try {
    await attempt(ctx, delivery);
  } catch (error) {
    await giveBack(ctx, delivery, error as Error);
  }
}

async function attempt(ctx: Ctx, delivery: Delivery): Promise<void> {
  const sent =
    delivery.channel === 'sms' ? await sendSms(ctx, delivery) : await sendMail(ctx, delivery);
  await closeAttempt(
    ctx,
    delivery.id,
    sent
      ? { status: 'sent', ...sent }
      : { status: 'skipped', error: 'no longer true when it was to be sent' },
  );
}

/** Throws again as long as trying later may help. */
async function giveBack(
  ctx: Ctx,
  { id, template, attempts }: Delivery,
  error: Error,
): Promise<void> {
  const final = attempts >= attemptsMax || isPermanent(error);
  await closeAttempt(ctx, id, {
    status: final ? 'failed' : 'queued',
    error: error.message.slice(0, errorCharactersMax),
  });
  if (!final) throw error;
  ctx.log.error({ err: error, deliveryId: id, template, attempts }, 'delivery given up');
}

const isPermanent = (error: Error) =>
  (error instanceof MailError || error instanceof SmsError) && error.permanent;
