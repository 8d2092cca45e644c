import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildInvoiceItem } from '../../objects/invoice.ts';
import { buildSetupIntent } from '../../objects/setup-intent.ts';
import type { WireSubscription } from '../../wire.ts';
import { intentOfInvoice } from '../billing/collect-invoice.ts';
import { createSubscription } from '../billing/create-subscription.ts';
import { getCustomer, getInvoice } from '../find.ts';

/** What is paid once comes along on the first invoice. */
function addSingleItems(op: Operation, session: Stripe.Checkout.Session, customer: string): void {
  for (const line of op.store.sessionDetails.get(session.id)?.lineItems ?? []) {
    if (line.price.recurring) continue;
    const item = buildInvoiceItem(
      {
        amount: line.amount_total,
        currency: line.currency,
        description: line.description ?? '',
        period: { start: op.now, end: op.now },
        price: line.price,
        quantity: line.quantity ?? 1,
        proration: false,
        subscription: null,
        subscriptionItem: null,
        invoiceItem: null,
        metadata: {},
      },
      getCustomer(op.store, customer),
      op.now,
    );
    op.store.invoiceItems.set(item.id, item);
  }
}

function begin(
  op: Operation,
  session: Stripe.Checkout.Session,
  customer: string,
): WireSubscription {
  const details = op.store.sessionDetails.get(session.id)!;
  addSingleItems(op, session, customer);
  const subscription = createSubscription(op, {
    customer,
    items: details.lineItems
      .filter(({ price }) => price.recurring)
      .map(({ price, quantity }) => ({
        id: undefined,
        price: price.id,
        priceData: undefined,
        quantity: quantity ?? 1,
        deleted: false,
        metadata: {},
        anyPrice: true,
      })),
    trialEnd: undefined,
    trialDays: details.trialDays ?? undefined,
    whenTrialEndsUnpaid: 'create_invoice',
    behaviour: 'default_incomplete',
    offSession: false,
    method: undefined,
    saveMethod: 'on_subscription',
    cancelAtPeriodEnd: false,
    description: details.description,
    metadata: details.intentMetadata,
  });
  op.store.begunSubscriptions.set(session.id, subscription.id);
  // A trial, too, begins when the page was gone through: a card that is refused begins none.
  subscription.status = 'incomplete';
  return subscription;
}

/** Begins the session's subscription with the first attempt, and says what is to be paid or set up for it. */
export function startSubscription(
  op: Operation,
  session: Stripe.Checkout.Session,
  customer: string,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent | Stripe.SetupIntent {
  const known = op.store.subscriptions.get(op.store.begunSubscriptions.get(session.id) ?? '');
  const subscription = known ?? begin(op, session, customer);
  const invoice = getInvoice(op.store, subscription.latest_invoice as string);
  const payment = intentOfInvoice(op, invoice);
  if (payment && payment.status !== 'succeeded') return payment;
  const pending = op.store.setupIntents.get(
    idOf(subscription.pending_setup_intent as string | null),
  );
  if (pending) return pending;
  const setup = buildSetupIntent({
    customer,
    description: null,
    metadata: {},
    usage: 'off_session',
    automaticMethods: null,
    created: method.created,
  });
  op.store.setupIntents.set(setup.id, setup);
  subscription.pending_setup_intent = setup.id;
  return setup;
}
