import type Stripe from 'stripe';
import { missingResource } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import { applyMetadata } from '../../api/route.ts';
import type { Operation } from '../../core.ts';
import { buildCustomer } from '../../objects/customer.ts';
import { emptyAddress } from '../../objects/payment-method.ts';
import { cancelSubscription } from '../billing/cancel-subscription.ts';
import { getCustomer } from '../find.ts';
import { attachMethod } from './save-method.ts';
import { useMethod } from './use-method.ts';

type Text = string | null | undefined;

export interface CustomerInput {
  texts: Record<'description' | 'email' | 'name' | 'phone', Text>;
  address: Record<string, string | null> | null | undefined;
  locales: string[];
  defaultMethod: Text;
  method: string | undefined;
  clock: string | undefined;
  metadata: Record<string, string>;
}

const addressFields = ['city', 'country', 'line1', 'line2', 'postal_code', 'state'];

function readAddress(params: Params): CustomerInput['address'] {
  const address = params.object('address');
  if (!address) return undefined;
  const given = addressFields.map((name) => [name, address.clearable(name, 200) ?? null]);
  return { ...emptyAddress, ...Object.fromEntries(given) };
}

export function readCustomer(params: Params, creating: boolean): CustomerInput {
  return {
    texts: {
      email: params.clearable('email', 512),
      name: params.clearable('name', 256),
      phone: params.clearable('phone', 20),
      description: params.clearable('description'),
    },
    address: readAddress(params),
    locales: params.texts('preferred_locales'),
    defaultMethod: params.object('invoice_settings')?.clearable('default_payment_method'),
    method: creating ? params.text('payment_method') : undefined,
    clock: creating ? params.text('test_clock') : undefined,
    metadata: params.metadataChange(),
  };
}

function apply(op: Operation, customer: Stripe.Customer, input: CustomerInput): void {
  for (const [name, value] of Object.entries(input.texts)) {
    if (value !== undefined) Object.assign(customer, { [name]: value });
  }
  if (input.address !== undefined) Object.assign(customer, { address: input.address });
  if (input.locales.length > 0) customer.preferred_locales = input.locales;
  applyMetadata(customer, input.metadata);
  if (input.defaultMethod === undefined) return;
  const id = input.defaultMethod;
  if (id !== null && op.store.paymentMethods.get(id)?.customer !== customer.id) {
    throw missingResource('PaymentMethod', id, 'invoice_settings[default_payment_method]');
  }
  customer.invoice_settings.default_payment_method = id;
}

export function createCustomer(op: Operation, input: CustomerInput): Stripe.Customer {
  if (input.clock !== undefined && !op.platform.own.store.clocks.has(input.clock)) {
    throw missingResource('billingclock', input.clock, 'test_clock');
  }
  const customer = buildCustomer({ clock: input.clock ?? null, created: op.now });
  const method = input.method === undefined ? undefined : useMethod(op, input.method, customer.id);
  op.store.customers.set(customer.id, customer);
  try {
    if (method) attachMethod(op, method, customer.id);
    apply(op, customer, {
      ...input,
      ...(input.defaultMethod === input.method && method && { defaultMethod: method.id }),
    });
  } catch (error) {
    op.store.customers.delete(customer.id);
    throw error;
  }
  op.publish('customer.created', customer);
  return customer;
}

export function updateCustomer(op: Operation, id: string, input: CustomerInput): Stripe.Customer {
  const customer = getCustomer(op.store, id);
  apply(op, customer, input);
  op.publish('customer.updated', customer);
  return customer;
}

/** With the customer go its subscriptions and cards; what was paid stays on record. */
export function deleteCustomer(op: Operation, id: string): Stripe.DeletedCustomer {
  const customer = getCustomer(op.store, id);
  for (const subscription of op.store.subscriptions.values()) {
    const ended = ['canceled', 'incomplete_expired'].includes(subscription.status);
    if (subscription.customer !== id || ended) continue;
    cancelSubscription(op, subscription.id, {
      invoiceNow: false,
      prorate: false,
      cancellation: undefined,
    });
  }
  for (const method of op.store.paymentMethods.values()) {
    if (method.customer === id) method.customer = null;
  }
  op.store.customers.delete(id);
  op.publish('customer.deleted', customer);
  return { id, object: 'customer', deleted: true };
}
