import { getIntent } from '../../actions/find.ts';
import {
  cancellationReasons,
  cancelPaymentIntent,
} from '../../actions/payments/cancel-payment-intent.ts';
import { capturePaymentIntent } from '../../actions/payments/capture-payment-intent.ts';
import { confirmIntent, readConfirm } from '../../actions/payments/confirm-payment-intent.ts';
import {
  createPaymentIntent,
  readCreateIntent,
} from '../../actions/payments/create-payment-intent.ts';
import {
  readUpdateIntent,
  updatePaymentIntent,
} from '../../actions/payments/update-payment-intent.ts';
import {
  applyMetadata,
  get,
  list,
  post,
  retrieve,
  updateMetadata,
  type ApiRoute,
} from '../route.ts';
import { search } from '../search.ts';

const base = '/v1/payment_intents';

export const paymentRoutes: ApiRoute[] = [
  post(base, (params) => {
    const input = readCreateIntent(params);
    return (op) => createPaymentIntent(op, input);
  }),
  list(base, 'intents', ['customer']),
  search(base, 'intents'),
  get(`${base}/:id`, (params, id) => {
    params.text('client_secret');
    return ({ store }) => getIntent(store, id);
  }),
  post(`${base}/:id`, (params, id) => {
    const input = readUpdateIntent(params);
    return (op) => updatePaymentIntent(op, id, input);
  }),
  post(`${base}/:id/confirm`, (params, id) => {
    const input = readConfirm(params);
    return (op) => confirmIntent(op, getIntent(op.store, id), input);
  }),
  post(`${base}/:id/capture`, (params, id) => {
    const amount = params.integer('amount_to_capture');
    const metadata = params.metadataChange();
    return (op) => {
      const intent = capturePaymentIntent(op, id, amount);
      applyMetadata(intent, metadata);
      return intent;
    };
  }),
  post(`${base}/:id/cancel`, (params, id) => {
    const reason = params.oneOf('cancellation_reason', cancellationReasons) ?? null;
    return (op) => cancelPaymentIntent(op, id, reason);
  }),
  list('/v1/charges', 'charges', ['customer', 'payment_intent', 'transfer_group']),
  search('/v1/charges', 'charges'),
  retrieve('/v1/charges', 'charges', 'charge', 'charge'),
  updateMetadata('/v1/charges', 'charges', 'charge'),
];
