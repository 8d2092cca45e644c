import { createMethod, readCreateMethod } from '../../actions/cards/create-payment-method.ts';
import { attachMethod, detachMethod } from '../../actions/cards/save-method.ts';
import {
  cancelSetup,
  confirmSetup,
  createSetupIntent,
  readSetupIntent,
} from '../../actions/cards/setup-intents.ts';
import { useMethod } from '../../actions/cards/use-method.ts';
import { getCustomer, getMethod, getSetupIntent } from '../../actions/find.ts';
import { readUrl } from '../fields.ts';
import { applyMetadata, get, list, post, retrieve, type ApiRoute } from '../route.ts';

const methods = '/v1/payment_methods';
const setups = '/v1/setup_intents';

const methodRoutes: ApiRoute[] = [
  post(methods, (params) => {
    const input = readCreateMethod(params);
    return (op) => createMethod(op, input);
  }),
  list(methods, 'paymentMethods', ['customer', 'type'], ({ customer }) => customer !== null),
  retrieve(methods, 'paymentMethods', 'PaymentMethod'),
  post(`${methods}/:id`, (params, id) => {
    const billing = params.object('billing_details');
    const changes = { name: billing?.clearable('name'), email: billing?.clearable('email') };
    const card = params.object('card');
    const expiry = { exp_month: card?.integer('exp_month'), exp_year: card?.integer('exp_year') };
    const metadata = params.metadataChange();
    const given = (values: object) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
    return ({ store }) => {
      const method = getMethod(store, id);
      Object.assign(method.billing_details, given(changes));
      Object.assign(method.card ?? {}, given(expiry));
      applyMetadata(method as { metadata: Record<string, string> }, metadata);
      return method;
    };
  }),
  post(`${methods}/:id/attach`, (params, id) => {
    const customer = params.requiredText('customer');
    return (op) => attachMethod(op, useMethod(op, id, customer), customer);
  }),
  post(`${methods}/:id/detach`, (_params, id) => (op) => detachMethod(op, getMethod(op.store, id))),
];

const setupRoutes: ApiRoute[] = [
  post(setups, (params) => {
    const input = readSetupIntent(params);
    return (op) => createSetupIntent(op, input);
  }),
  list(setups, 'setupIntents', ['customer', 'payment_method']),
  get(`${setups}/:id`, (params, id) => {
    params.text('client_secret');
    return ({ store }) => getSetupIntent(store, id);
  }),
  post(`${setups}/:id`, (params, id) => {
    const customer = params.text('customer');
    const method = params.text('payment_method');
    const description = params.clearable('description', 1000);
    const metadata = params.metadataChange();
    return (op) => {
      const intent = getSetupIntent(op.store, id);
      if (customer !== undefined) intent.customer = getCustomer(op.store, customer, 'customer').id;
      if (method !== undefined) {
        intent.payment_method = useMethod(op, method, customer ?? String(intent.customer)).id;
        intent.status = 'requires_confirmation';
      }
      if (description !== undefined) intent.description = description;
      applyMetadata(intent, metadata);
      return intent;
    };
  }),
  post(`${setups}/:id/confirm`, (params, id) => {
    const method = params.text('payment_method');
    const returnUrl = readUrl(params, 'return_url') ?? null;
    return (op) => confirmSetup(op, id, { method, returnUrl });
  }),
  post(`${setups}/:id/cancel`, (params, id) => {
    const reasons = ['abandoned', 'duplicate', 'requested_by_customer'] as const;
    const reason = params.oneOf('cancellation_reason', reasons) ?? null;
    return (op) => cancelSetup(op, id, reason);
  }),
  list('/v1/setup_attempts', 'setupAttempts', ['setup_intent']),
];

export const cardRoutes: ApiRoute[] = [...methodRoutes, ...setupRoutes];
