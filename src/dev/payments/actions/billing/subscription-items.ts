import { invalidRequest, missingResource } from '../../api/errors.ts';
import { requiredCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import type { LineDraft } from '../../objects/invoice.ts';
import { buildSubscriptionItem, type Period } from '../../objects/subscription.ts';
import type { WirePrice, WireSubscription, WireSubscriptionItem } from '../../wire.ts';
import { getPrice } from '../find.ts';
import { createPrice, readRecurrence, type CreatePriceInput } from './prices.ts';
import { shareOfRest } from './periods.ts';

export interface ItemInput {
  id: string | undefined;
  price: string | undefined;
  priceData: CreatePriceInput | undefined;
  quantity: number | undefined;
  deleted: boolean;
  metadata: Record<string, string>;
  /** The price was made for this one item, so it need not be active. */
  anyPrice?: boolean;
}

/** What an item is to be: the item there is, if any, and what becomes of it. */
export interface PlannedItem {
  existing: WireSubscriptionItem | undefined;
  price: WirePrice;
  quantity: number;
  removed: boolean;
  metadata: Record<string, string>;
}

function readInlinePrice(params: Params | undefined): CreatePriceInput | undefined {
  if (!params) return undefined;
  return {
    currency: requiredCurrency(params),
    unitAmount: params.requiredInteger('unit_amount'),
    product: params.requiredText('product'),
    productData: undefined,
    recurring: readRecurrence(params),
    active: false,
    nickname: null,
    lookupKey: null,
    metadata: {},
  };
}

export function readItems(params: Params): ItemInput[] {
  return params.list('items').map((item) => ({
    id: item.text('id'),
    price: item.text('price'),
    priceData: readInlinePrice(item.object('price_data')),
    quantity: item.integer('quantity'),
    deleted: item.flag('deleted') ?? false,
    metadata: item.metadata(),
  }));
}

function priceFor(op: Operation, input: ItemInput): WirePrice | undefined {
  if (input.priceData) return createPrice(op, input.priceData);
  return input.price === undefined ? undefined : getPrice(op.store, input.price, 'items[0][price]');
}

function checkItem(price: WirePrice, quantity: number): void {
  if (!price.recurring) {
    throw invalidRequest(`The price ${price.id} is for a single payment, not recurring.`, {
      param: 'items[0][price]',
    });
  }
  if (quantity < 0 || quantity > 10_000) {
    throw invalidRequest('A quantity lies between 0 and 10000.', {
      code: 'parameter_invalid_integer',
      param: 'items[0][quantity]',
    });
  }
}

function checkTogether(items: readonly PlannedItem[]): void {
  const [first, ...others] = items.filter(({ removed }) => !removed);
  if (!first) {
    throw invalidRequest('A subscription must have at least one item.', { param: 'items' });
  }
  const every = ({ price: { recurring, currency } }: PlannedItem) =>
    `${currency} ${recurring?.interval_count} ${recurring?.interval}`;
  if (others.some((item) => every(item) !== every(first))) {
    throw invalidRequest('All items of a subscription share one currency and one interval.', {
      param: 'items',
    });
  }
}

/** The items there are with what a call asks for; those it does not name stay as they are. */
export function planItems(
  op: Operation,
  existing: readonly WireSubscriptionItem[],
  inputs: readonly ItemInput[],
): PlannedItem[] {
  const named = new Set(inputs.flatMap(({ id }) => id ?? []));
  const kept = existing
    .filter(({ id }) => !named.has(id))
    .map((item) => ({
      existing: item,
      price: item.price,
      quantity: item.quantity ?? 1,
      removed: false,
      metadata: item.metadata,
    }));
  const asked = inputs.map((input): PlannedItem => {
    const item = existing.find(({ id }) => id === input.id);
    if (input.id !== undefined && !item) {
      throw missingResource('subscription_item', input.id, 'items[0][id]');
    }
    const price = priceFor(op, input) ?? item?.price;
    if (!price) {
      throw invalidRequest('Missing required param: items[0][price].', {
        code: 'parameter_missing',
        param: 'items[0][price]',
      });
    }
    const quantity = input.quantity ?? item?.quantity ?? 1;
    checkItem(price, quantity);
    if (!price.active && price.id !== item?.price.id && !input.priceData && !input.anyPrice) {
      throw invalidRequest(`The price ${price.id} is inactive.`, { param: 'items[0][price]' });
    }
    const metadata = { ...item?.metadata, ...input.metadata };
    return { existing: item, price, quantity, removed: input.deleted, metadata };
  });
  const planned = [...kept, ...asked];
  checkTogether(planned);
  return planned;
}

/** Makes the subscription's items what was planned, all with this period. */
export function applyItems(
  op: Operation,
  subscription: string,
  planned: readonly PlannedItem[],
  period: Period,
): WireSubscriptionItem[] {
  return planned
    .filter(({ removed }) => !removed)
    .map(({ existing, price, quantity, metadata }) => {
      const fresh = buildSubscriptionItem({
        subscription,
        price,
        quantity,
        period,
        metadata,
        created: op.now,
      });
      return existing ? { ...fresh, id: existing.id, created: existing.created } : fresh;
    });
}

export function productName(op: Operation, price: WirePrice): string {
  const id = typeof price.product === 'string' ? price.product : price.product.id;
  return op.store.products.get(id)?.name ?? 'Subscription';
}

const dayOf = (seconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
    .toZonedDateTimeISO('UTC')
    .toLocaleString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

const counted = (quantity: number, name: string) =>
  quantity === 1 ? name : `${quantity} × ${name}`;

interface Subscribed {
  price: WirePrice;
  quantity?: number;
  itemId: string | null;
}

/** A whole period of one item; free of charge in a trial. */
export function periodLine(
  op: Operation,
  subscription: string,
  { price, quantity = 1, itemId }: Subscribed,
  period: Period,
  trial = false,
): LineDraft {
  const name = productName(op, price);
  const interval = price.recurring?.interval ?? 'month';
  return {
    amount: trial ? 0 : (price.unit_amount ?? 0) * quantity,
    currency: price.currency,
    description: trial ? `Trial period for ${name}` : `${quantity} × ${name} (per ${interval})`,
    period,
    price,
    quantity,
    proration: false,
    subscription,
    subscriptionItem: itemId,
    invoiceItem: null,
    metadata: {},
  };
}

function restLine(
  op: Operation,
  subscription: string,
  { price, quantity = 1, itemId }: Subscribed,
  period: Period,
  at: number,
  credit: boolean,
): LineDraft {
  const share = shareOfRest((price.unit_amount ?? 0) * quantity, period, at);
  const what = credit ? 'Unused time on' : 'Remaining time on';
  return {
    amount: credit && share > 0 ? -share : share,
    currency: price.currency,
    description: `${what} ${counted(quantity, productName(op, price))} after ${dayOf(at)}`,
    period: { start: at, end: period.end },
    price,
    quantity,
    proration: true,
    subscription,
    subscriptionItem: itemId,
    invoiceItem: null,
    metadata: {},
  };
}

/** What the rest of a period is worth of every item that changes; all of them where the period ends now. */
export function prorationLines(
  op: Operation,
  subscription: WireSubscription,
  planned: readonly PlannedItem[],
  at: number,
  endsNow: boolean,
): LineDraft[] {
  return planned.flatMap(({ existing, price, quantity, removed }) => {
    const changed =
      !existing || removed || existing.price.id !== price.id || existing.quantity !== quantity;
    if (!changed && !endsNow) return [];
    const period = periodOf(subscription);
    const itemId = existing?.id ?? null;
    const before = existing && [
      restLine(op, subscription.id, { ...existing, itemId }, period, at, true),
    ];
    if (removed || endsNow) return before ?? [];
    const after = restLine(op, subscription.id, { price, quantity, itemId }, period, at, false);
    return [...(before ?? []), after];
  });
}

export function periodOf({ items }: WireSubscription): Period {
  const item = items.data[0]!;
  return { start: item.current_period_start, end: item.current_period_end };
}
