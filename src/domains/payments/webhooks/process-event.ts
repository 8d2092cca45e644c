import type Stripe from 'stripe';
import { findCharge, findChargeIdByProviderIds } from '../charges/charges.queries.ts';
import { refreshCharge } from '../charges/refresh-charge.ts';
import { ProviderDiffers } from '../errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import { isMissing } from '../provider/stripe.ts';
import { finishEvent, noteCharge, takeEvent } from './webhooks.queries.ts';
import { type EventSubject, subjectOf } from './event-subject.ts';

/**
 * An event only says where to look: the provider is asked, and the charge moves to what it
 * answers. Events about nothing we know are parked, to be read by a person or run again.
 */
export async function processEvent(ctx: Ctx, { eventId }: { eventId: string }): Promise<void> {
  const event = await takeEvent(ctx, eventId);
  if (!event) return;
  const note = await follow(ctx, event);
  await finishEvent(ctx, eventId, note ? { status: 'parked', note } : { status: 'processed' });
  if (note) ctx.log.warn({ eventId, type: event.type, note }, 'webhook event parked');
}

/** Undefined when all went well, else why the event must wait. Network trouble is thrown: tried again. */
async function follow(ctx: Ctx, event: Stripe.Event): Promise<string | undefined> {
  const subject = subjectOf(event);
  if (!subject) return 'not about a payment of ours';
  const chargeId = await findChargeOf(ctx, subject);
  if (!chargeId) return 'no charge is known for it';
  await noteCharge(ctx, event.id, chargeId);
  try {
    await refreshCharge(ctx, chargeId, `event:${event.type}`, subject);
    return undefined;
  } catch (error) {
    if (error instanceof ProviderDiffers || isMissing(error))
      return (error as Error).message.slice(0, 500);
    throw error;
  }
}

async function findChargeOf(ctx: Ctx, subject: EventSubject): Promise<string | undefined> {
  const named = subject.chargeId && (await findCharge(ctx, subject.chargeId))?.id;
  return named || findChargeIdByProviderIds(ctx, subject);
}
