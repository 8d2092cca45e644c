import type Stripe from 'stripe';
import { missingResource } from '../api/errors.ts';
import { idOf } from '../ids.ts';
import type { Store } from '../store.ts';

export function getSession(store: Store, id: string): Stripe.Checkout.Session {
  const session = store.sessions.get(id);
  if (!session) throw missingResource('checkout.session', id, 'session');
  return session;
}

export function getIntent(store: Store, id: string, param = 'intent'): Stripe.PaymentIntent {
  const intent = store.intents.get(id);
  if (!intent) throw missingResource('payment_intent', id, param);
  return intent;
}

export function getCharge(store: Store, id: string, param = 'charge'): Stripe.Charge {
  const charge = store.charges.get(id);
  if (!charge) throw missingResource('charge', id, param);
  return charge;
}

export function sessionOfIntent(store: Store, id: string): Stripe.Checkout.Session | undefined {
  return [...store.sessions.values()].find((session) => session.payment_intent === id);
}

/** The charge an intent currently stands on, if its payment got that far. */
export function latestCharge(
  store: Store,
  intent: Stripe.PaymentIntent,
): Stripe.Charge | undefined {
  return store.charges.get(idOf(intent.latest_charge));
}
