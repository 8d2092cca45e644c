import type Stripe from 'stripe';
import { cardError, invalidRequest } from '../../api/errors.ts';
import { cardOfMethod } from '../../cards.ts';
import type { Operation } from '../../core.ts';
import { getCustomer } from '../find.ts';

/** Ties a card to a customer. Once set up for use off session, some banks no longer ask. */
export function saveMethod(
  op: Operation,
  method: Stripe.PaymentMethod,
  customer: string,
  setUp: boolean,
): void {
  if (setUp) op.store.setUpMethods.set(method.id, op.now);
  if (method.customer === customer) return;
  method.customer = customer;
  op.publish('payment_method.attached', method);
}

export function attachMethod(
  op: Operation,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  getCustomer(op.store, customer, 'customer');
  if (method.customer !== null && method.customer !== customer) {
    throw invalidRequest(
      'The payment method you provided has already been attached to a customer.',
      { code: 'payment_method_unexpected_state' },
    );
  }
  const card = cardOfMethod(method);
  if (card.decline && !card.attaches) throw cardError(card.decline, { payment_method: method });
  saveMethod(op, method, customer, false);
  return method;
}

export function detachMethod(op: Operation, method: Stripe.PaymentMethod): Stripe.PaymentMethod {
  if (method.customer === null) {
    throw invalidRequest('The payment method you provided is not attached to a customer.', {
      code: 'payment_method_unexpected_state',
    });
  }
  const before = method.customer;
  method.customer = null;
  op.store.spentMethods.set(method.id, op.now);
  for (const customer of op.store.customers.values()) {
    if (customer.invoice_settings.default_payment_method === method.id) {
      customer.invoice_settings.default_payment_method = null;
    }
  }
  for (const subscription of op.store.subscriptions.values()) {
    if (subscription.default_payment_method === method.id)
      subscription.default_payment_method = null;
  }
  op.publish('payment_method.detached', method, { customer: before });
  return method;
}
