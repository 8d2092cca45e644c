import { newId } from '../ids.ts';
import type { WireLineItem, WirePrice } from '../wire.ts';

interface LineItemInput {
  name: string;
  price: WirePrice;
  quantity: number;
  /** Nothing is due today: the trial comes first. */
  free?: boolean;
}

export function buildLineItem({
  name,
  price,
  quantity,
  free = false,
}: LineItemInput): WireLineItem {
  const total = free ? 0 : (price.unit_amount ?? 0) * quantity;
  return {
    id: newId('li', 14),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: total,
    amount_tax: 0,
    amount_total: total,
    currency: price.currency,
    description: name,
    metadata: {},
    price: structuredClone(price),
    quantity,
  };
}
