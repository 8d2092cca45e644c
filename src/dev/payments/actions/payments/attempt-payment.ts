import type Stripe from 'stripe';
import { cardOfMethod, type Decline } from '../../cards.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildCharge } from '../../objects/charge.ts';
import { refuseInvoiceOf, settleInvoiceOf } from '../billing/settle-invoice.ts';
import { saveMethod } from '../cards/save-method.ts';
import { captureCharge } from './capture-payment-intent.ts';

/** Cards hold an authorisation for seven days, unless the bank says otherwise. */
const authorisationSeconds = 7 * 24 * 60 * 60;

export type Attempt =
  | { kind: 'authenticate' }
  | { kind: 'declined'; decline: Decline; charge?: Stripe.Charge }
  | { kind: 'paid'; charge: Stripe.Charge };

export interface Circumstances {
  /** The payer is not there: who must be asked cannot be. */
  offSession?: boolean;
  /** The bank has just been asked, and said yes. */
  authenticated?: boolean;
}

export const authenticationFailed: Decline = {
  code: 'payment_intent_authentication_failure',
  declineCode: 'authentication_required',
  message: 'Your bank could not confirm that it is you.',
  advice: 'Please try again, or use another card.',
};

const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
  advice: 'Please come back and confirm the payment with your bank.',
};

function needsAuthentication(
  op: Operation,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  offSession: boolean,
): boolean {
  const wanted = intent.payment_method_options?.card?.request_three_d_secure;
  if (!offSession && (wanted === 'any' || wanted === 'challenge')) return true;
  const { authenticate } = cardOfMethod(method);
  if (authenticate === 'unless_set_up') return !op.store.setUpMethods.has(method.id);
  return authenticate === 'always';
}

/** Writes a failed attempt down. Only what reached the bank leaves a charge. */
export function failAttempt(
  op: Operation,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  decline: Decline,
): Extract<Attempt, { kind: 'declined' }> {
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
  refuseInvoiceOf(op, intent);
  return { kind: 'declined', decline, ...(charge && { charge }) };
}

function authorise(
  op: Operation,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  authenticated: boolean,
): Attempt {
  const card = cardOfMethod(method);
  const manual = intent.capture_method === 'manual';
  const charge = buildCharge({
    intent,
    method,
    authenticated,
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
  const customer = idOf(intent.customer);
  if (intent.setup_future_usage && customer !== '') {
    saveMethod(op, method, customer, intent.setup_future_usage === 'off_session');
  }
  if (method.customer === null) op.store.spentMethods.set(method.id, op.now);
  settleInvoiceOf(op, intent);
  return { kind: 'paid', charge };
}

/** One try to take an intent's money, or to hold it, from a card. The intent must be waiting for one. */
export function attemptPayment(
  op: Operation,
  intent: Stripe.PaymentIntent,
  method: Stripe.PaymentMethod,
  { offSession = false, authenticated = false }: Circumstances = {},
): Attempt {
  const { decline } = cardOfMethod(method);
  if (decline) return failAttempt(op, intent, method, decline);
  const asks = !authenticated && needsAuthentication(op, intent, method, offSession);
  if (asks && offSession) return failAttempt(op, intent, method, authenticationRequired);
  if (!asks) return authorise(op, intent, method, authenticated);
  Object.assign(intent, { status: 'requires_action', payment_method: method.id });
  return { kind: 'authenticate' };
}
