import {
  cancelSubscription,
  readCancelSubscription,
  resumeSubscription,
} from '../../actions/billing/cancel-subscription.ts';
import {
  createSubscription,
  readCreateSubscription,
} from '../../actions/billing/create-subscription.ts';
import { createPrice, createProduct, readCreatePrice } from '../../actions/billing/prices.ts';
import {
  readUpdateSubscription,
  updateSubscription,
} from '../../actions/billing/update-subscription.ts';
import { getPrice, getSubscription } from '../../actions/find.ts';
import { invalidRequest, missingResource } from '../errors.ts';
import { readUrl } from '../fields.ts';
import { readPage } from '../lists.ts';
import { applyMetadata, find, get, list, post, remove, retrieve, type ApiRoute } from '../route.ts';
import { search } from '../search.ts';

const productRoutes: ApiRoute[] = [
  post('/v1/products', (params) => {
    const input = {
      name: params.requiredText('name', 250),
      active: params.flag('active') ?? true,
      description: params.text('description') ?? null,
      metadata: params.metadata(),
      unitLabel: params.text('unit_label', 12) ?? null,
      url: readUrl(params, 'url') ?? null,
    };
    return (op) => createProduct(op, input);
  }),
  list('/v1/products', 'products', ['active']),
  retrieve('/v1/products', 'products', 'product'),
  post('/v1/products/:id', (params, id) => {
    const changes = {
      name: params.text('name', 250),
      active: params.flag('active'),
      description: params.clearable('description'),
      default_price: params.text('default_price'),
    };
    const metadata = params.metadataChange();
    return (op) => {
      const product = find(op.store, 'products', id, 'product');
      const given = Object.entries(changes).filter(([, value]) => value !== undefined);
      Object.assign(product, Object.fromEntries(given), { updated: op.now });
      applyMetadata(product, metadata);
      op.publish('product.updated', product);
      return product;
    };
  }),
  remove('/v1/products/:id', (_params, id) => (op) => {
    const product = find(op.store, 'products', id, 'product');
    if ([...op.store.prices.values()].some((price) => price.product === id)) {
      throw invalidRequest('This product cannot be deleted because it has one or more prices.');
    }
    op.store.products.delete(id);
    op.publish('product.deleted', product);
    return { id, object: 'product', deleted: true };
  }),
];

const priceRoutes: ApiRoute[] = [
  post('/v1/prices', (params) => {
    const input = readCreatePrice(params);
    return (op) => createPrice(op, input);
  }),
  get('/v1/prices', (params) => {
    const created = params.range('created');
    const keys = params.texts('lookup_keys');
    const wanted = (['active', 'currency', 'product', 'type'] as const).flatMap((field) => {
      const value = params.text(field);
      return value === undefined ? [] : [[field, value] as const];
    });
    const page = readPage(params, '/v1/prices');
    return ({ store }) =>
      page(
        [...store.prices.values()].filter(
          (price) =>
            created(price.created) &&
            wanted.every(([field, value]) => String(price[field]) === value) &&
            (keys.length === 0 || keys.includes(price.lookup_key ?? '')),
        ),
      );
  }),
  get(
    '/v1/prices/:id',
    (_params, id) =>
      ({ store }) =>
        getPrice(store, id),
  ),
  post('/v1/prices/:id', (params, id) => {
    const active = params.flag('active');
    const nickname = params.clearable('nickname', 500);
    const lookupKey = params.clearable('lookup_key', 200);
    params.flag('transfer_lookup_key');
    const metadata = params.metadataChange();
    return (op) => {
      const price = getPrice(op.store, id);
      if (active !== undefined) price.active = active;
      if (nickname !== undefined) price.nickname = nickname;
      if (lookupKey !== undefined) price.lookup_key = lookupKey;
      applyMetadata(price, metadata);
      op.publish('price.updated', price);
      return price;
    };
  }),
];

const subscriptions = '/v1/subscriptions';

const subscriptionRoutes: ApiRoute[] = [
  post(subscriptions, (params) => {
    const input = readCreateSubscription(params);
    return (op) => createSubscription(op, input);
  }),
  get(subscriptions, (params) => {
    const created = params.range('created');
    const customer = params.text('customer');
    const price = params.text('price');
    const status = params.text('status');
    const page = readPage(params, subscriptions);
    return ({ store }) =>
      page(
        [...store.subscriptions.values()].filter(
          (item) =>
            created(item.created) &&
            (customer === undefined || item.customer === customer) &&
            (price === undefined || item.items.data.some((each) => each.price.id === price)) &&
            // The provider leaves out what has ended, unless it is asked for.
            (status === undefined
              ? item.status !== 'canceled'
              : status === 'all' || item.status === status),
        ),
      );
  }),
  search(subscriptions, 'subscriptions'),
  get(
    `${subscriptions}/:id`,
    (_params, id) =>
      ({ store }) =>
        getSubscription(store, id),
  ),
  post(`${subscriptions}/:id`, (params, id) => {
    const input = readUpdateSubscription(params);
    return (op) => updateSubscription(op, id, input);
  }),
  remove(`${subscriptions}/:id`, (params, id) => {
    const input = readCancelSubscription(params);
    return (op) => cancelSubscription(op, id, input);
  }),
  post(`${subscriptions}/:id/resume`, (params, id) => {
    params.oneOf('billing_cycle_anchor', ['now']);
    params.oneOf('proration_behavior', ['always_invoice', 'create_prorations', 'none']);
    return (op) => resumeSubscription(op, id);
  }),
  get('/v1/subscription_items', (params) => {
    const subscription = params.requiredText('subscription');
    const page = readPage(params, '/v1/subscription_items');
    return ({ store }) => page(getSubscription(store, subscription).items.data.toReversed());
  }),
  get('/v1/subscription_items/:id', (_params, id) => ({ store }) => {
    for (const { items } of store.subscriptions.values()) {
      const item = items.data.find((candidate) => candidate.id === id);
      if (item) return item;
    }
    throw missingResource('subscription_item', id, 'item');
  }),
];

export const billingRoutes: ApiRoute[] = [...productRoutes, ...priceRoutes, ...subscriptionRoutes];
