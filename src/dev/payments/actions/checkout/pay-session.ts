import type Stripe from 'stripe';
import { cardOfMethod, findTestCard, type Decline } from '../../cards.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildCustomer } from '../../objects/customer.ts';
import { buildPaymentIntent } from '../../objects/payment-intent.ts';
import { buildPaymentMethod, type CardInput } from '../../objects/payment-method.ts';
import { attemptSetup, finishSetup } from '../cards/setup-intents.ts';
import { attemptPayment, failAttempt } from '../payments/attempt-payment.ts';
import { finishIntent } from '../payments/confirm-payment-intent.ts';
import { completeSession } from './complete-session.ts';
import { intentOfSubscription } from './start-subscription.ts';

type Session = Stripe.Checkout.Session;
type Intent = Stripe.PaymentIntent | Stripe.SetupIntent;

export type PayOutcome =
  | { kind: 'paid' }
  | { kind: 'authenticate'; intentId: string }
  | { kind: 'declined'; decline: Decline };

/** A customer for the card, where the session wants one and none was named. */
function customerOf(op: Operation, session: Session, card: CardInput): string | null {
  if (session.customer !== null) return idOf(session.customer);
  if (session.mode !== 'subscription' && session.customer_creation !== 'always') return null;
  const customer = buildCustomer({ clock: null, created: op.now });
  Object.assign(customer, { email: session.customer_email ?? card.email, name: card.name });
  op.store.customers.set(customer.id, customer);
  session.customer = customer.id;
  op.publish('customer.created', customer);
  return customer.id;
}

/** The intent of a session is made with the first attempt to pay, as the provider does since 2022-08-01. */
function paymentOf(op: Operation, session: Session, customer: string | null): Stripe.PaymentIntent {
  const known = op.store.intents.get(idOf(session.payment_intent));
  if (known) return known;
  const details = op.store.sessionDetails.get(session.id)!;
  const intent = buildPaymentIntent({
    ...details,
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
    customer,
    metadata: details.intentMetadata,
    setupFutureUsage: details.saveCard ?? null,
    automaticMethods: null,
    allowedMethods: null,
    created: op.now,
  });
  op.store.intents.set(intent.id, intent);
  op.store.sessionOfIntent.set(intent.id, session.id);
  session.payment_intent = intent.id;
  op.publish('payment_intent.created', intent);
  return intent;
}

/** What the payer is asked to agree to: a payment, or that the card is kept. */
function intentOf(op: Operation, session: Session, customer: string | null): Intent {
  if (session.mode === 'payment') return paymentOf(op, session, customer);
  if (session.mode === 'subscription') return intentOfSubscription(op, session, customer!);
  const intent = op.store.setupIntents.get(idOf(session.setup_intent))!;
  if (customer !== null) intent.customer = customer;
  return intent;
}

/** The intent of an open session that waits for the bank's page. */
export function waitingIntent(op: Operation, session: Session): Intent | undefined {
  const pending = op.store.pendingOfSession.get(session.id) ?? '';
  const intent = op.store.intents.get(pending) ?? op.store.setupIntents.get(pending);
  return intent?.status === 'requires_action' ? intent : undefined;
}

function askForAuthentication(op: Operation, session: Session, intent: Intent): PayOutcome {
  op.store.pendingOfSession.set(session.id, intent.id);
  Object.assign(intent, {
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: {
        return_url: session.url,
        url: `${op.baseUrl}/c/pay/${session.id}/authenticate`,
      },
    },
  });
  const type = `${intent.object}.requires_action` as const;
  op.publish(type, intent);
  return { kind: 'authenticate', intentId: intent.id };
}

function attempt(op: Operation, intent: Intent, method: Stripe.PaymentMethod) {
  if (intent.object === 'setup_intent') return attemptSetup(op, intent, method);
  const card = cardOfMethod(method);
  if (card.decline) return failAttempt(op, intent, method, card.decline);
  return attemptPayment(op, intent, method);
}

/** One attempt to pay an open session with a card. The caller has made sure that it is open. */
export function paySession(op: Operation, session: Session, input: CardInput): PayOutcome {
  const method = buildPaymentMethod(input, op.now);
  op.store.paymentMethods.set(method.id, method);
  const { decline: unknown, label } = findTestCard(input.number);
  // Nothing is begun with a number that could be somebody's real card.
  if (unknown && label === 'Not a test card') return { kind: 'declined', decline: unknown };
  const customer = customerOf(op, session, input);
  const intent = intentOf(op, session, customer);
  const outcome = attempt(op, intent, method);
  if (outcome.kind === 'declined') return { kind: 'declined', decline: outcome.decline };
  if (outcome.kind === 'authenticate') return askForAuthentication(op, session, intent);
  completeSession(op, session, intent, method);
  return { kind: 'paid' };
}

/** The answer of the 3-D Secure page, for an intent that is waiting for it. */
export function finishAuthentication(
  op: Operation,
  session: Session,
  intent: Intent,
  answer: 'complete' | 'fail',
): PayOutcome {
  const method = op.store.paymentMethods.get(idOf(intent.payment_method))!;
  const outcome =
    intent.object === 'setup_intent'
      ? finishSetup(op, intent, answer)
      : finishIntent(op, intent, answer);
  if (outcome.kind === 'declined') return { kind: 'declined', decline: outcome.decline };
  completeSession(op, session, intent, method);
  return { kind: 'paid' };
}
