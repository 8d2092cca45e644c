import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { requiredCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { largestAmount } from '../../money.ts';
import { buildPrice, buildProduct, type Recurrence } from '../../objects/price.ts';
import type { WirePrice } from '../../wire.ts';

const intervals = ['day', 'week', 'month', 'year'] as const;
const longest = { day: 1095, week: 156, month: 36, year: 3 };

export interface CreatePriceInput {
  currency: string;
  unitAmount: number;
  product: string | undefined;
  productData: { name: string; metadata: Record<string, string> } | undefined;
  recurring: Recurrence | null;
  active: boolean;
  nickname: string | null;
  lookupKey: string | null;
  metadata: Record<string, string>;
}

export function readRecurrence(params: Params): Recurrence | null {
  const recurring = params.object('recurring');
  if (!recurring) return null;
  const interval = recurring.oneOf('interval', intervals);
  const count = recurring.integer('interval_count') ?? 1;
  recurring.oneOf('usage_type', ['licensed']);
  if (interval === undefined) {
    throw invalidRequest('Missing required param: recurring[interval].', {
      code: 'parameter_missing',
      param: 'recurring[interval]',
    });
  }
  if (count < 1 || count > longest[interval]) {
    throw invalidRequest(`An interval of ${interval}s lasts 1 to ${longest[interval]} of them.`, {
      param: 'recurring[interval_count]',
    });
  }
  return { interval, count };
}

export function readCreatePrice(params: Params): CreatePriceInput {
  const productData = params.object('product_data');
  const input = {
    currency: requiredCurrency(params),
    unitAmount: params.requiredInteger('unit_amount'),
    product: params.text('product'),
    productData: productData && {
      name: productData.requiredText('name', 250),
      metadata: productData.metadata(),
    },
    recurring: readRecurrence(params),
    active: params.flag('active') ?? true,
    nickname: params.text('nickname', 500) ?? null,
    lookupKey: params.text('lookup_key', 200) ?? null,
    metadata: params.metadata(),
  };
  params.oneOf('billing_scheme', ['per_unit']);
  params.oneOf('tax_behavior', ['unspecified', 'exclusive', 'inclusive']);
  if ((input.product === undefined) === (input.productData === undefined)) {
    throw invalidRequest('Give product or product_data: one of them.', {
      code: 'parameter_missing',
      param: 'product',
    });
  }
  return input;
}

export function createPrice(op: Operation, input: CreatePriceInput): WirePrice {
  const { unitAmount, lookupKey } = input;
  if (unitAmount < 0 || unitAmount > largestAmount) {
    throw invalidRequest(`A unit_amount lies between 0 and ${largestAmount}.`, {
      code: 'parameter_invalid_integer',
      param: 'unit_amount',
    });
  }
  if (
    lookupKey !== null &&
    [...op.store.prices.values()].some((price) => price.lookup_key === lookupKey)
  ) {
    throw invalidRequest(`A price (with lookup_key \`${lookupKey}\`) exists already.`, {
      code: 'resource_already_exists',
      param: 'lookup_key',
    });
  }
  const product = input.productData
    ? createProduct(op, {
        ...input.productData,
        active: true,
        description: null,
        unitLabel: null,
        url: null,
      })
    : op.store.products.get(input.product ?? '');
  if (!product) throw missingResource('product', input.product ?? '', 'product');
  const price = buildPrice({ ...input, product: product.id, created: op.now });
  op.store.prices.set(price.id, price);
  op.publish('price.created', price);
  return price;
}

type ProductInput = Omit<Parameters<typeof buildProduct>[0], 'created'>;

export function createProduct(op: Operation, input: ProductInput): Stripe.Product {
  const product = buildProduct({ ...input, created: op.now });
  op.store.products.set(product.id, product);
  op.publish('product.created', product);
  return product;
}
