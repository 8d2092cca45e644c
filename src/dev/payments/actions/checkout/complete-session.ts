import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { emptyAddress } from '../../objects/payment-method.ts';
import { startSubscription } from './start-subscription.ts';

export function completeSession(
  op: Operation,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent | Stripe.SetupIntent,
  { id, billing_details: billing }: Stripe.PaymentMethod,
): void {
  session.status = 'complete';
  session.url = null;
  // Nothing is in the account before the capture, so a manual one completes unpaid.
  if (intent.object === 'setup_intent') session.payment_status = 'no_payment_required';
  else session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid';
  session.customer_details = {
    address: emptyAddress,
    business_name: null,
    email: billing.email,
    individual_name: null,
    name: billing.name,
    phone: null,
    tax_exempt: 'none',
    tax_ids: [],
  };
  if (session.mode === 'subscription') {
    const subscription = startSubscription(op, session, intent, id);
    session.subscription = subscription.id;
    session.invoice = subscription.latest_invoice as string | null;
  }
  if (session.customer !== null) session.customer = idOf(session.customer);
  op.publish('checkout.session.completed', session);
}
