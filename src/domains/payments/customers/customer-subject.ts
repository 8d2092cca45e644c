import type Stripe from 'stripe';
import { getContact } from '../../identity/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { ProviderCall } from '../provider/provider-calls.queries.ts';
import { isMissing, provider } from '../provider/stripe.ts';
import type { EventObject, Found, LookReason, Sent, Subject } from '../provider/subject.ts';
import { advanceCustomer } from './advance-customer.ts';
import {
  beginCustomerLook,
  type Customer,
  findCustomer,
  getCustomerRow,
  listCardsOf,
  lockCustomer,
} from './customers.queries.ts';
import { type NextCustomerCall, nextCustomerCall } from './next-customer-call.ts';
import type { CustomerSnapshot } from './observe-customer.ts';

/** All that is ever asked of the provider about a customer. */
export type CustomerCall =
  | { operation: 'create_customer'; params: Stripe.CustomerCreateParams }
  | { operation: 'create_session'; params: Stripe.Checkout.SessionCreateParams }
  | { operation: 'set_default'; params: { customer: string; method: string; call_id: string } }
  | { operation: 'remove_card'; params: { method: string } }
  | { operation: 'delete_customer'; params: { customer: string } };

export const customerSubject: Subject<CustomerCall, CustomerSnapshot, Customer> = {
  kind: 'customer',
  objects: ['customer', 'payment_method', 'setup_intent', 'checkout.session'],
  send: sendCustomerCall,
  look: lookAtCustomer,
  hasEffect: customerCallHasEffect,
  // A page that nobody has the address of does no harm.
  repeats: (call) => call.operation !== 'create_session',
  lock: lockCustomer,
  advance: advanceCustomer,
  async next(ctx, row) {
    const next = nextCustomerCall(row, await listCardsOf(ctx, row.id));
    if (!next) return undefined;
    const contact = row.person_id ? await getContact(ctx, row.person_id) : undefined;
    return (callId) => customerRequest(row, next, callId, contact);
  },
  find: findCustomerFor,
};

function sendCustomerCall(
  stripe: Stripe,
  call: CustomerCall,
  options: Stripe.RequestOptions,
): Promise<Sent> {
  switch (call.operation) {
    case 'create_customer':
      return stripe.customers.create(call.params, options);
    case 'create_session':
      return stripe.checkout.sessions.create(call.params, options);
    case 'set_default': {
      const { customer, method, call_id } = call.params;
      return stripe.customers.update(
        customer,
        { invoice_settings: { default_payment_method: method }, metadata: { call_id } },
        options,
      );
    }
    case 'remove_card':
      return stripe.paymentMethods.detach(call.params.method, {}, options);
    case 'delete_customer':
      return stripe.customers.del(call.params.customer, {}, options);
  }
}

function customerCallHasEffect(
  call: ProviderCall<CustomerCall>,
  { customer, isDeleted, cards, session }: CustomerSnapshot,
): boolean {
  switch (call.operation) {
    case 'create_customer':
      return customer !== null;
    case 'create_session':
      return session !== null;
    case 'set_default':
      return customer?.invoice_settings.default_payment_method === call.params.method;
    case 'remove_card':
      return customer !== null && cards.every(({ id }) => id !== call.params.method);
    case 'delete_customer':
      return isDeleted;
  }
}

function customerRequest(
  row: Customer,
  next: NextCustomerCall,
  callId: string,
  contact: { email: string; displayName: string } | undefined,
): CustomerCall {
  switch (next.operation) {
    case 'create_customer':
      return {
        operation: 'create_customer',
        params: {
          ...(contact && { email: contact.email, name: contact.displayName }),
          metadata: { customer_id: row.id, call_id: callId },
        },
      };
    case 'set_default': {
      const customer = row.provider_customer_id!;
      return {
        operation: 'set_default',
        params: { customer, method: next.method, call_id: callId },
      };
    }
    case 'remove_card':
      return { operation: 'remove_card', params: { method: next.method } };
    case 'delete_customer':
      return { operation: 'delete_customer', params: { customer: row.provider_customer_id! } };
  }
}

/** The most cards that are read; the page to save one is not opened beyond far fewer. */
const cardsMax = 100;

async function lookAtCustomer(
  ctx: Ctx,
  id: string,
  reason: LookReason<CustomerCall>,
): Promise<CustomerSnapshot | undefined> {
  const look = await beginCustomerLook(ctx, id);
  const row = await getCustomerRow(ctx, id);
  const stripe = provider(ctx, row.platform);
  const found = await customerOfRow(stripe, row, reason);
  const customer = found?.deleted ? undefined : found;
  if (!customer)
    return found || reason.call
      ? { look, customer: null, isDeleted: found !== undefined, cards: [], session: null }
      : undefined;
  const cards = await stripe.customers.listPaymentMethods(customer.id, {
    type: 'card',
    limit: cardsMax,
  });
  const session = await setupSessionOf(stripe, row, customer.id, reason);
  return { look, customer, isDeleted: false, cards: cards.data, session };
}

async function customerOfRow(
  stripe: Stripe,
  row: Customer,
  { call, answer, object }: LookReason<CustomerCall>,
): Promise<Stripe.Customer | Stripe.DeletedCustomer | undefined> {
  const named = object?.object === 'customer' ? object.id : null;
  const made = answer?.kind === 'accepted' ? answer.object.id : null;
  const known =
    row.provider_customer_id ?? (call?.operation === 'create_customer' ? made : null) ?? named;
  if (known) return retrieveCustomer(stripe, known);
  if (call?.operation !== 'create_customer' || answer) return undefined;
  // The answer was lost: what it made carries the call's id.
  const { email } = call.params;
  const since = Math.floor(call.created_at.epochMilliseconds / 1000) - 60;
  const candidates = stripe.customers.list({
    ...(email && { email }),
    created: { gte: since },
    limit: 100,
  });
  for await (const customer of candidates)
    if (customer.metadata.call_id === call.id) return customer;
  return undefined;
}

/** The provider shows deleted customers for a while, and then knows nothing of them. */
async function retrieveCustomer(
  stripe: Stripe,
  id: string,
): Promise<Stripe.Customer | Stripe.DeletedCustomer> {
  return stripe.customers.retrieve(id).catch((error: unknown) => {
    if (isMissing(error)) return { id, object: 'customer', deleted: true } as const;
    throw error;
  });
}

async function setupSessionOf(
  stripe: Stripe,
  row: Customer,
  customer: string,
  { call, answer }: LookReason<CustomerCall>,
): Promise<Stripe.Checkout.Session | null> {
  if (call?.operation === 'create_session') {
    if (answer?.kind === 'accepted') return answer.object as Stripe.Checkout.Session;
    if (answer) return null;
    const sessions = stripe.checkout.sessions.list({ customer, limit: 100 });
    for await (const session of sessions) if (session.metadata?.call_id === call.id) return session;
    return null;
  }
  if (!row.setup_session_id) return null;
  return stripe.checkout.sessions.retrieve(row.setup_session_id).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

async function findCustomerFor(ctx: Ctx, object: EventObject): Promise<Found | undefined> {
  if (object.object === 'checkout.session' && object['mode'] !== 'setup') return undefined;
  const named = object.object === 'customer' ? object.id : object['customer'];
  if (typeof named !== 'string') return undefined;
  const known = await findCustomer(ctx, { providerCustomerId: named });
  const claimed = object.object === 'customer' ? object.metadata?.customer_id : undefined;
  if (known || !claimed || !uuid.test(claimed)) return known;
  return findCustomer(ctx, { id: claimed });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
