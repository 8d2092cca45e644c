import type Stripe from 'stripe';

/** What an event is about, in the ids that lead to a charge. */
export interface EventSubject {
  chargeId: string | null;
  sessionId: string | null;
  intentId: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Undefined for events about things that no charge of ours follows (yet). */
export function subjectOf(event: Stripe.Event): EventSubject | undefined {
  const object = event.data.object as {
    object: string;
    id: string;
    metadata?: Stripe.Metadata | null;
    payment_intent?: string | { id: string } | null;
  };
  const named = object.metadata?.charge_id ?? '';
  const chargeId = uuid.test(named) ? named : null;
  const { payment_intent: intent } = object;
  const intentId = (typeof intent === 'object' ? intent?.id : intent) ?? null;
  switch (object.object) {
    case 'checkout.session':
      return { chargeId, sessionId: object.id, intentId };
    case 'payment_intent':
      return { chargeId, sessionId: null, intentId: object.id };
    case 'charge':
    case 'refund':
      return { chargeId, sessionId: null, intentId };
    default:
      return undefined;
  }
}
