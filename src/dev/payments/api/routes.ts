import { cancellationReasons, cancelPaymentIntent } from '../actions/cancel-payment-intent.ts';
import { capturePaymentIntent } from '../actions/capture-payment-intent.ts';
import { createCheckoutSession, readCreateSession } from '../actions/create-checkout-session.ts';
import { createRefund, readCreateRefund } from '../actions/create-refund.ts';
import { expireSession } from '../actions/expire-session.ts';
import { getCharge, getIntent, getSession } from '../actions/find.ts';
import type { Operation } from '../core.ts';
import { buildCustomer } from '../objects/customer.ts';
import type { Store } from '../store.ts';
import { invalidRequest, missingResource } from './errors.ts';
import { readPage } from './lists.ts';
import type { Params } from './params.ts';

/**
 * One endpoint. `prepare` reads the parameters and returns the step to run: an error while preparing is not
 * remembered under an idempotency key, one while running is.
 */
export interface ApiRoute {
  method: 'GET' | 'POST';
  path: string;
  prepare(params: Params, id: string): (op: Operation) => object;
}

const get = (path: string, prepare: ApiRoute['prepare']): ApiRoute => ({
  method: 'GET',
  path,
  prepare,
});
const post = (path: string, prepare: ApiRoute['prepare']): ApiRoute => ({
  method: 'POST',
  path,
  prepare,
});

type MapsOfObjects =
  | 'balanceTransactions'
  | 'charges'
  | 'customers'
  | 'disputes'
  | 'events'
  | 'paymentMethods'
  | 'refunds';

/** `GET path/:id` for objects that need nothing but their id. */
function retrieve(path: string, part: MapsOfObjects, kind: string): ApiRoute {
  return get(`${path}/:id`, (_params, id) => ({ store }) => {
    const found = store[part].get(id);
    if (!found) throw missingResource(kind, id);
    return found;
  });
}

type ListedPart = MapsOfObjects | 'intents' | 'sessions';
type Listed<P extends ListedPart> = Store[P] extends Map<string, infer T> ? T : never;

/** `GET path` with cursor, `created`, and equality filters on the named fields. */
function list<P extends ListedPart>(
  path: string,
  part: P,
  filters: readonly (keyof Listed<P> & string)[],
): ApiRoute {
  return get(path, (params) => {
    const created = params.range('created');
    const wanted = filters.flatMap((field) => {
      const value = params.text(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const page = readPage(params, path);
    return ({ store }) => {
      const items = [...store[part].values()] as (Listed<P> & IdentifiedInTime)[];
      return page(
        items.filter(
          (item) =>
            created(item.created) && wanted.every(([field, value]) => item[field] === value),
        ),
      );
    };
  });
}

interface IdentifiedInTime {
  id: string;
  object: string;
  created: number;
}

const sessionRoutes: ApiRoute[] = [
  post('/v1/checkout/sessions', (params) => {
    const input = readCreateSession(params);
    return (op) => createCheckoutSession(op, input);
  }),
  list('/v1/checkout/sessions', 'sessions', ['customer', 'payment_intent', 'status']),
  get(
    '/v1/checkout/sessions/:id',
    (_params, id) =>
      ({ store }) =>
        getSession(store, id),
  ),
  post('/v1/checkout/sessions/:id/expire', (_params, id) => (op) => expireSession(op, id)),
  get('/v1/checkout/sessions/:id/line_items', (params, id) => {
    const page = readPage(params, `/v1/checkout/sessions/${id}/line_items`);
    return ({ store }) => {
      getSession(store, id);
      return page((store.sessionDetails.get(id)?.lineItems ?? []).toReversed());
    };
  }),
];

const intentRoutes: ApiRoute[] = [
  list('/v1/payment_intents', 'intents', ['customer']),
  get(
    '/v1/payment_intents/:id',
    (_params, id) =>
      ({ store }) =>
        getIntent(store, id),
  ),
  post('/v1/payment_intents/:id/capture', (params, id) => {
    const amount = params.integer('amount_to_capture');
    const metadata = params.metadata();
    return (op) => {
      const intent = capturePaymentIntent(op, id, amount);
      Object.assign(intent.metadata, metadata);
      return intent;
    };
  }),
  post('/v1/payment_intents/:id/cancel', (params, id) => {
    const reason = params.oneOf('cancellation_reason', cancellationReasons) ?? null;
    return (op) => cancelPaymentIntent(op, id, reason);
  }),
];

const customerRoutes: ApiRoute[] = [
  post('/v1/customers', (params) => {
    const input = {
      email: params.text('email', 512) ?? null,
      name: params.text('name', 256) ?? null,
      phone: params.text('phone', 20) ?? null,
      description: params.text('description') ?? null,
      metadata: params.metadata(),
    };
    return (op) => {
      const customer = buildCustomer({ ...input, created: op.now });
      op.store.customers.set(customer.id, customer);
      op.publish('customer.created', customer);
      return customer;
    };
  }),
  list('/v1/customers', 'customers', ['email']),
  retrieve('/v1/customers', 'customers', 'customer'),
];

const refundRoutes: ApiRoute[] = [
  post('/v1/refunds', (params) => {
    const input = readCreateRefund(params);
    return (op) => createRefund(op, input);
  }),
  list('/v1/refunds', 'refunds', ['charge', 'payment_intent']),
  retrieve('/v1/refunds', 'refunds', 'refund'),
];

function listEvents(params: Params): (op: Operation) => object {
  const types = [...params.texts('types'), ...(params.text('type') ? [params.text('type')!] : [])];
  if (types.length > 20) {
    throw invalidRequest('You can give at most 20 types.', { param: 'types' });
  }
  const created = params.range('created');
  const fits = (type: string) =>
    types.length === 0 ||
    types.some((wanted) =>
      wanted.endsWith('*') ? type.startsWith(wanted.slice(0, -1)) : wanted === type,
    );
  const page = readPage(params, '/v1/events');
  return ({ store }) =>
    page([...store.events.values()].filter((event) => fits(event.type) && created(event.created)));
}

/** Everything the emulator answers. A longer path stands before the shorter one it could be taken for. */
export const apiRoutes: readonly ApiRoute[] = [
  ...sessionRoutes,
  ...intentRoutes,
  ...customerRoutes,
  ...refundRoutes,
  list('/v1/charges', 'charges', ['customer', 'payment_intent']),
  get(
    '/v1/charges/:id',
    (_params, id) =>
      ({ store }) =>
        getCharge(store, id),
  ),
  retrieve('/v1/payment_methods', 'paymentMethods', 'PaymentMethod'),
  list('/v1/disputes', 'disputes', ['charge', 'payment_intent']),
  retrieve('/v1/disputes', 'disputes', 'dispute'),
  list('/v1/balance_transactions', 'balanceTransactions', ['currency', 'source', 'type']),
  retrieve('/v1/balance_transactions', 'balanceTransactions', 'balance_transaction'),
  get('/v1/events', listEvents),
  retrieve('/v1/events', 'events', 'event'),
];
