import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { Wire, WirePrice } from '../wire.ts';

export interface Recurrence {
  interval: 'day' | 'month' | 'week' | 'year';
  count: number;
}

interface PriceInput {
  currency: string;
  unitAmount: number;
  product: string;
  recurring: Recurrence | null;
  /** False for a price that was made for one line item. */
  active: boolean;
  nickname?: string | null;
  lookupKey?: string | null;
  metadata?: Record<string, string>;
  created: number;
}

export function buildPrice(input: PriceInput): WirePrice {
  const { recurring } = input;
  return {
    id: newId('price'),
    object: 'price',
    active: input.active,
    billing_scheme: 'per_unit',
    created: input.created,
    currency: input.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: input.lookupKey ?? null,
    metadata: input.metadata ?? {},
    nickname: input.nickname ?? null,
    product: input.product,
    recurring: recurring && {
      interval: recurring.interval,
      interval_count: recurring.count,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: recurring ? 'recurring' : 'one_time',
    unit_amount: input.unitAmount,
    unit_amount_decimal: String(input.unitAmount),
  } satisfies WirePrice;
}

/** The older object that every subscription item still carries beside its price. */
export function planOf(price: WirePrice): Wire<Stripe.Plan> {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: 'per_unit',
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product as string,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  } satisfies Wire<Stripe.Plan>;
}

interface ProductInput {
  name: string;
  active: boolean;
  description: string | null;
  metadata: Record<string, string>;
  unitLabel: string | null;
  url: string | null;
  created: number;
}

export function buildProduct(input: ProductInput): Stripe.Product {
  return {
    id: newId('prod', 14),
    object: 'product',
    active: input.active,
    created: input.created,
    default_price: null,
    description: input.description,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: input.metadata,
    name: input.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: input.unitLabel,
    updated: input.created,
    url: input.url,
  } satisfies Stripe.Product;
}
