import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildInvoiceItem } from '../../objects/invoice.ts';
import { buildPaymentIntent } from '../../objects/payment-intent.ts';
import { buildSetupIntent } from '../../objects/setup-intent.ts';
import type { WireSubscription } from '../../wire.ts';
import { createSubscription } from '../billing/create-subscription.ts';
import { balanceUsedFor } from '../billing/finalise-invoice.ts';
import { getCustomer } from '../find.ts';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

/** What a subscriber is asked to agree to on the page: the first payment, or that the card is kept. */
export function intentOfSubscription(op: Operation, session: Session, customer: string): Intent {
  const begun = op.store.begunIntents.get(session.id) ?? '';
  const known = op.store.intents.get(begun) ?? op.store.setupIntents.get(begun);
  const intent = known ?? beginIntent(op, session, customer);
  op.store.begunIntents.set(session.id, intent.id);
  return intent;
}

function beginIntent(op: Operation, session: Session, customerId: string): Intent {
  const customer = getCustomer(op.store, customerId);
  const total = session.amount_total ?? 0;
  const due = total + balanceUsedFor(total, customer);
  const common = { customer: customerId, metadata: {}, automaticMethods: null, created: op.now };
  if (due === 0) {
    const setup = buildSetupIntent({ ...common, description: null, usage: 'off_session' });
    op.store.setupIntents.set(setup.id, setup);
    op.publish('setup_intent.created', setup);
    return setup;
  }
  const payment = buildPaymentIntent({
    ...common,
    amount: due,
    currency: session.currency ?? 'usd',
    captureMethod: 'automatic',
    description: 'Subscription creation',
    transferGroup: null,
    receiptEmail: null,
    setupFutureUsage: 'off_session',
    allowedMethods: null,
  });
  op.store.intents.set(payment.id, payment);
  op.publish('payment_intent.created', payment);
  return payment;
}

/** What is paid once comes along on the first invoice. */
function addSingleItems(op: Operation, session: Session): void {
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
      getCustomer(op.store, idOf(session.customer)),
      op.now,
    );
    op.store.invoiceItems.set(item.id, item);
  }
}

/** A session's subscription begins when its page was gone through; what failed there leaves none. */
export function startSubscription(
  op: Operation,
  session: Session,
  intent: Intent,
  method: string,
): WireSubscription {
  const details = op.store.sessionDetails.get(session.id)!;
  addSingleItems(op, session);
  return createSubscription(op, {
    customer: idOf(session.customer),
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
    method,
    paidBy: intent.object === 'payment_intent' ? intent : undefined,
    saveMethod: 'on_subscription',
    cancelAtPeriodEnd: false,
    description: details.description,
    metadata: details.intentMetadata,
  });
}
