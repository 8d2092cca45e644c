import type Stripe from 'stripe';
import { missingResource } from '../api/errors.ts';
import { idOf } from '../ids.ts';
import type { Store } from '../store.ts';
import type { WireInvoice, WirePrice, WireSubscription } from '../wire.ts';

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

export function getSetupIntent(store: Store, id: string): Stripe.SetupIntent {
  const intent = store.setupIntents.get(id);
  if (!intent) throw missingResource('setupintent', id, 'intent');
  return intent;
}

export function getCharge(store: Store, id: string, param = 'charge'): Stripe.Charge {
  const charge = store.charges.get(id);
  if (!charge) throw missingResource('charge', id, param);
  return charge;
}

export function getCustomer(store: Store, id: string, param = 'id'): Stripe.Customer {
  const customer = store.customers.get(id);
  if (!customer) throw missingResource('customer', id, param);
  return customer;
}

export function getMethod(store: Store, id: string): Stripe.PaymentMethod {
  const method = store.paymentMethods.get(id);
  if (!method) throw missingResource('PaymentMethod', id, 'payment_method');
  return method;
}

export function getPrice(store: Store, id: string, param = 'price'): WirePrice {
  const price = store.prices.get(id);
  if (!price) throw missingResource('price', id, param);
  return price;
}

export function getSubscription(store: Store, id: string, param = 'id'): WireSubscription {
  const subscription = store.subscriptions.get(id);
  if (!subscription) throw missingResource('subscription', id, param);
  return subscription;
}

export function getInvoice(store: Store, id: string): WireInvoice {
  const invoice = store.invoices.get(id);
  if (!invoice) throw missingResource('invoice', id, 'invoice');
  return invoice;
}

export function sessionOfIntent(store: Store, id: string): Stripe.Checkout.Session | undefined {
  return store.sessions.get(store.sessionOfIntent.get(id) ?? '');
}

/** The charge an intent currently stands on, if its payment got that far. */
export function latestCharge(
  store: Store,
  intent: Stripe.PaymentIntent,
): Stripe.Charge | undefined {
  return store.charges.get(idOf(intent.latest_charge));
}
