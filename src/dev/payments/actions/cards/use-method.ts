import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { cardOfToken } from '../../cards.ts';
import type { Operation } from '../../core.ts';
import { buildPaymentMethod } from '../../objects/payment-method.ts';

const secondsPerYear = 366 * 24 * 60 * 60;

/** A new payment method for a token such as `pm_card_visa`, or undefined when there is no such token. */
export function methodOfToken(op: Operation, token: string): Stripe.PaymentMethod | undefined {
  const card = cardOfToken(token);
  if (!card) return undefined;
  const expYear = 1970 + Math.floor(op.now / secondsPerYear) + 4;
  const method = buildPaymentMethod(
    { number: card.number, expMonth: 12, expYear, name: null, email: null },
    op.now,
  );
  op.store.paymentMethods.set(method.id, method);
  return method;
}

/** The payment method that a call names, by its id or by a token of a test card. */
export function useMethod(op: Operation, id: string, customer: string): Stripe.PaymentMethod {
  const method = op.store.paymentMethods.get(id) ?? methodOfToken(op, id);
  if (!method) throw missingResource('PaymentMethod', id, 'payment_method');
  if (method.customer === null && op.store.spentMethods.has(method.id)) {
    throw invalidRequest(
      'The provided PaymentMethod was previously used without a customer, or was detached from one. It may not be used again.',
      { param: 'payment_method' },
    );
  }
  if (method.customer !== null && method.customer !== customer) {
    throw invalidRequest(
      'The payment method you provided belongs to another customer, or the payment has none.',
      { code: 'payment_method_unexpected_state', param: 'payment_method' },
    );
  }
  return method;
}
