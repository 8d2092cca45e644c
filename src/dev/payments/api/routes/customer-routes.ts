import {
  createCustomer,
  deleteCustomer,
  readCustomer,
  updateCustomer,
} from '../../actions/cards/customers.ts';
import { changeCustomerBalance } from '../../actions/billing/customer-balance.ts';
import { getCustomer, getMethod } from '../../actions/find.ts';
import { missingResource } from '../errors.ts';
import { requiredCurrency } from '../fields.ts';
import { readPage } from '../lists.ts';
import { get, list, post, remove, retrieve, type ApiRoute } from '../route.ts';
import { search } from '../search.ts';

const base = '/v1/customers';

export const customerRoutes: ApiRoute[] = [
  post(base, (params) => {
    const input = readCustomer(params, true);
    return (op) => createCustomer(op, input);
  }),
  list(base, 'customers', ['email', 'test_clock']),
  search(base, 'customers'),
  retrieve(base, 'customers', 'customer'),
  post(`${base}/:id`, (params, id) => {
    const input = readCustomer(params, false);
    return (op) => updateCustomer(op, id, input);
  }),
  remove(`${base}/:id`, (_params, id) => (op) => deleteCustomer(op, id)),
  get(`${base}/:id/payment_methods`, (params, id) => {
    const type = params.text('type');
    const page = readPage(params, `${base}/${id}/payment_methods`);
    return ({ store }) => {
      getCustomer(store, id, 'customer');
      return page(
        [...store.paymentMethods.values()].filter(
          (method) => method.customer === id && (type === undefined || method.type === type),
        ),
      );
    };
  }),
  get(`${base}/:id/payment_methods/:method`, (_params, id, methodId) => ({ store }) => {
    const method = getMethod(store, methodId);
    if (method.customer !== id) throw missingResource('PaymentMethod', methodId, 'payment_method');
    return method;
  }),
  get(`${base}/:id/balance_transactions`, (params, id) => {
    const page = readPage(params, `${base}/${id}/balance_transactions`);
    return ({ store }) =>
      page([...store.customerBalance.values()].filter(({ customer }) => customer === id));
  }),
  post(`${base}/:id/balance_transactions`, (params, id) => {
    const amount = params.requiredInteger('amount');
    const currency = requiredCurrency(params);
    const description = params.clearable('description') ?? null;
    const metadata = params.metadata();
    return (op) =>
      changeCustomerBalance(op, getCustomer(op.store, id), {
        amount,
        currency,
        type: 'adjustment',
        invoice: null,
        description,
        metadata,
      });
  }),
];
