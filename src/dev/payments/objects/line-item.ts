import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { WireLineItem } from '../store.ts';

interface LineItemInput {
  name: string;
  currency: string;
  unitAmount: number;
  quantity: number;
  created: number;
}

export function buildLineItem(input: LineItemInput): WireLineItem {
  const total = input.unitAmount * input.quantity;
  return {
    id: newId('li', 14),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: input.currency,
    description: input.name,
    metadata: {},
    price: {
      id: newId('price'),
      object: 'price',
      active: false,
      billing_scheme: 'per_unit',
      created: input.created,
      currency: input.currency,
      custom_unit_amount: null,
      livemode: false,
      lookup_key: null,
      metadata: {},
      nickname: null,
      product: newId('prod', 14),
      recurring: null,
      tax_behavior: 'unspecified',
      tiers_mode: null,
      transform_quantity: null,
      type: 'one_time',
      unit_amount: input.unitAmount,
      unit_amount_decimal: String(input.unitAmount),
    } satisfies Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string },
    quantity: input.quantity,
  };
}
