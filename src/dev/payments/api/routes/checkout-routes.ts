import { createCheckoutSession } from '../../actions/checkout/create-checkout-session.ts';
import { expireSession } from '../../actions/checkout/expire-session.ts';
import { readCreateSession } from '../../actions/checkout/read-checkout-session.ts';
import { getSession } from '../../actions/find.ts';
import { readPage } from '../lists.ts';
import { get, list, post, retrieve, updateMetadata, type ApiRoute } from '../route.ts';

const base = '/v1/checkout/sessions';

export const checkoutRoutes: ApiRoute[] = [
  post(base, (params) => {
    const input = readCreateSession(params);
    return (op) => createCheckoutSession(op, input);
  }),
  list(base, 'sessions', ['customer', 'payment_intent', 'status', 'subscription']),
  retrieve(base, 'sessions', 'checkout.session', 'session'),
  updateMetadata(base, 'sessions', 'checkout.session'),
  post(`${base}/:id/expire`, (_params, id) => (op) => expireSession(op, id)),
  get(`${base}/:id/line_items`, (params, id) => {
    const page = readPage(params, `${base}/${id}/line_items`);
    return ({ store }) => {
      getSession(store, id);
      return page((store.sessionDetails.get(id)?.lineItems ?? []).toReversed());
    };
  }),
];
