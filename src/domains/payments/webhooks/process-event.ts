import type Stripe from 'stripe';
import { ProviderDiffers } from '../errors.ts';
import type { Ctx } from '../../../platform/context.ts';
import { refresh } from '../provider/refresh.ts';
import { isMissing } from '../provider/stripe.ts';
import type { EventObject } from '../provider/subject.ts';
import { findSubject } from '../provider/subjects.ts';
import { isOfNoConcern } from './of-no-concern.ts';
import { finishEvent, noteSubject, takeEvent, type TakenEvent } from './webhooks.queries.ts';

/**
 * An event only says where to look: the provider is asked, and the subject moves to what it
 * answers. Events about nothing we know are parked, to be read by a person or run again; those of
 * no concern to us are kept and done with.
 */
export async function processEvent(ctx: Ctx, { eventId }: { eventId: string }): Promise<void> {
  const event = await takeEvent(ctx, eventId);
  if (!event) return;
  const note = await follow(ctx, event);
  await finishEvent(ctx, eventId, note ? { status: 'parked', note } : { status: 'processed' });
  if (note) ctx.log.warn({ eventId, type: event.payload.type, note }, 'webhook event parked');
}

/** Undefined when all went well, else why the event must wait. Network trouble is thrown: tried again. */
async function follow(ctx: Ctx, event: TakenEvent): Promise<string | undefined> {
  try {
    return await lookBecauseOf(ctx, event);
  } catch (error) {
    if (error instanceof ProviderDiffers || isMissing(error))
      return (error as Error).message.slice(0, 500);
    throw error;
  }
}

async function lookBecauseOf(
  ctx: Ctx,
  { payload, platform }: TakenEvent,
): Promise<string | undefined> {
  const object = objectOf(payload);
  const { id: eventId, type } = payload;
  const origin = { type, platform, account: payload.account ?? null };
  const found = object && (await findSubject(ctx, object, origin));
  if (!found) return isOfNoConcern(payload) ? undefined : 'nothing of ours is known for it';
  if (found.platform !== platform) return 'signed for another platform account than its own';
  const about = { kind: found.subject.kind, id: found.id };
  await noteSubject(ctx, eventId, about);
  await refresh(ctx, about, `event:${type}`, object);
  return undefined;
}

/** Whoever signed it, its shape is not for granted. */
function objectOf(event: Stripe.Event): EventObject | undefined {
  const object = event.data?.object as unknown as Partial<EventObject> | undefined;
  const named = typeof object?.id === 'string' && typeof object.object === 'string';
  return named ? (object as EventObject) : undefined;
}
