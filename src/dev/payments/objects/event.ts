import type Stripe from 'stripe';
import type { Cause } from '../core.ts';
import { newId } from '../ids.ts';

/** The API version this emulator speaks: the one the installed SDK was made for. */
export const apiVersion = '2026-10-28.endive' satisfies Stripe.LatestApiVersion;

export type EventType = Stripe.Event['type'];
export type EventObject =
  | Stripe.Charge
  | Stripe.Checkout.Session
  | Stripe.Customer
  | Stripe.Dispute
  | Stripe.PaymentIntent
  | Stripe.Refund;

interface EventInput {
  type: EventType;
  object: EventObject;
  previous: Record<string, unknown> | undefined;
  created: number;
  cause: Cause | undefined;
}

/** An event carries the object as it is now: later changes do not reach it. */
export function buildEvent({
  type,
  object,
  previous,
  created,
  cause,
}: EventInput): Stripe.EventBase {
  return {
    id: newId('evt'),
    object: 'event',
    api_version: apiVersion,
    created,
    data: {
      object: structuredClone(object) as unknown as Stripe.Event.Data.Object,
      ...(previous && { previous_attributes: previous as Stripe.Event.Data.PreviousAttributes }),
    },
    livemode: false,
    pending_webhooks: 0,
    request: { id: cause?.requestId ?? null, idempotency_key: cause?.idempotencyKey ?? null },
    type,
  } satisfies Stripe.EventBase;
}
