import type Stripe from 'stripe';
import type { Cause } from '../core.ts';
import { copyOf } from '../copy.ts';
import { newId } from '../ids.ts';

/** The API version this emulator speaks: the one the installed SDK was made for. */
export const apiVersion = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;

export type EventType = Stripe.Event['type'];

interface EventInput {
  type: EventType;
  object: object;
  previous: Record<string, unknown> | undefined;
  created: number;
  cause: Cause | undefined;
  /** The connected account it happened in. */
  account: string | undefined;
}

/** An event carries the object as it is now: later changes do not reach it. */
export function buildEvent(input: EventInput): Stripe.EventBase {
  const { type, object, previous, created, cause, account } = input;
  return {
    id: newId('evt'),
    object: 'event',
    ...(account !== undefined && { account }),
    api_version: apiVersion,
    created,
    data: {
      object: copyOf(object) as unknown as Stripe.Event.Data.Object,
      ...(previous && { previous_attributes: previous as Stripe.Event.Data.PreviousAttributes }),
    },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause?.requestId ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
  } satisfies Stripe.EventBase;
}
