import type Stripe from 'stripe';
import { findTestCard, type Decline, type TestCard } from '../cards.ts';
import type { Operation } from '../core.ts';
import { buildCharge } from '../objects/charge.ts';
import { buildPaymentIntent } from '../objects/payment-intent.ts';
import { buildPaymentMethod, emptyAddress, type CardInput } from '../objects/payment-method.ts';
import { captureCharge } from './capture-payment-intent.ts';
import { idOf } from '../ids.ts';

/** Cards hold an authorisation for seven days, unless the bank says otherwise. */
const authorisationSeconds = 7 * 24 * 60 * 60;

export type PayOutcome =
  | { kind: 'paid' }
  | { kind: 'authenticate'; intentId: string }
  | { kind: 'declined'; decline: Decline };

const authenticationFailed: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: 'authentication_required',
  message: 'Your bank could not confirm that it is you.',
  advice: 'Please try again, or use another card.',
};

/** The intent of a session is made with the first attempt to pay, as the provider does since 2022-08-01. */
function intentOf(op: Operation, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const known = op.store.intents.get(idOf(session.payment_intent));
  if (known) return known;
  const intent = buildPaymentIntent({
    amount: session.amount_total ?? 0,
    currency: session.currency ?? 'usd',
    customer: typeof session.customer === 'string' ? session.customer : null,
    details: op.store.sessionDetails.get(session.id)!,
    created: op.now,
  });
  op.store.intents.set(intent.id, intent);
  session.payment_intent = intent.id;
  op.publish('payment_intent.created', intent);
  return intent;
}

function failAttempt(
  op: Operation,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): PayOutcome {
  const reachedBank = decline !== authenticationFailed;
  const charge = reachedBank
    ? buildCharge({ intent, method, decline, authenticated: false, created: op.now })
    : undefined;
  if (charge) op.store.charges.set(charge.id, charge);
  Object.assign(intent, {
    status: 'requires_payment_method',
    payment_method: null,
    next_action: null,
    ...(charge && { latest_charge: charge.id }),
    last_payment_error: {
      type: reachedBank ? 'card_error' : 'invalid_request_error',
      code: decline.code,
      ...(reachedBank && { decline_code: decline.declineCode }),
      ...(charge && { charge: charge.id }),
      message: decline.message,
      payment_method: structuredClone(method),
    },
  });
  if (charge) op.publish('charge.failed', charge);
  op.publish('payment_intent.payment_failed', intent);
  return { kind: 'declined', decline };
}

function askForAuthentication(
  op: Operation,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
): PayOutcome {
  Object.assign(intent, {
    status: 'requires_action',
    next_action: {
      type: 'redirect_to_url',
      redirect_to_url: {
        return_url: session.url,
        url: `${op.baseUrl}/c/pay/${session.id}/authenticate`,
      },
    },
  });
  op.publish('payment_intent.requires_action', intent);
  return { kind: 'authenticate', intentId: intent.id };
}

function completeSession(
  op: Operation,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  billing: Stripe.PaymentMethod.BillingDetails,
): void {
  session.status = 'complete';
  session.url = null;
  // Nothing is in the account before the capture, so a manual one completes unpaid.
  session.payment_status = intent.status === 'succeeded' ? 'paid' : 'unpaid';
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
  op.publish('checkout.session.completed', session);
}

function authorise(
  op: Operation,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  card: TestCard,
): PayOutcome {
  const manual = intent.capture_method === 'manual';
  const charge = buildCharge({
    intent,
    method,
    authenticated: card.authenticate ?? false,
    created: op.now,
    ...(manual && { captureBefore: op.now + authorisationSeconds }),
  });
  op.store.charges.set(charge.id, charge);
  if (card.trait) op.store.traits.set(charge.id, card.trait);
  Object.assign(intent, {
    payment_method: method.id,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
  });
  if (manual) {
    Object.assign(intent, { status: 'requires_capture', amount_capturable: intent.amount });
    op.schedule('lapse_authorisation', intent.id, authorisationSeconds);
    op.publish('charge.succeeded', charge);
    op.publish('payment_intent.amount_capturable_updated', intent);
  } else {
    captureCharge(op, intent, charge, intent.amount);
    op.publish('charge.succeeded', charge);
    op.publish('payment_intent.succeeded', intent);
  }
  completeSession(op, session, intent, method.billing_details);
  return { kind: 'paid' };
}

/** One attempt to pay an open session with a card. The caller has made sure that it is open. */
export function paySession(
  op: Operation,
  session: Stripe.Checkout.Session,
  input: CardInput,
): PayOutcome {
  const intent = intentOf(op, session);
  const method = buildPaymentMethod(input, op.now);
  op.store.paymentMethods.set(method.id, method);
  const card = findTestCard(input.number);
  if (card.decline) return failAttempt(op, intent, method, card.decline);
  if (!card.authenticate) return authorise(op, session, intent, method, card);
  intent.payment_method = method.id;
  return askForAuthentication(op, session, intent);
}

/** The answer of the 3-D Secure page, for an intent that is waiting for it. */
export function finishAuthentication(
  op: Operation,
  session: Stripe.Checkout.Session,
  intent: Stripe.PaymentIntent,
  outcome: 'complete' | 'fail',
): PayOutcome {
  const method = op.store.paymentMethods.get(idOf(intent.payment_method))!;
  if (outcome === 'fail') return failAttempt(op, intent, method, authenticationFailed);
  return authorise(op, session, intent, method, { number: '', label: '', authenticate: true });
}
