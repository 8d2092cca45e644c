import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { formatAmount, largestAmount, minimumAmount, amountStep } from '../../money.ts';
import { newId } from '../../ids.ts';
import { buildCheckoutSession } from '../../objects/checkout-session.ts';
import { buildLineItem } from '../../objects/line-item.ts';
import { buildPrice } from '../../objects/price.ts';
import { buildSetupIntent } from '../../objects/setup-intent.ts';
import type { WireLineItem, WirePrice } from '../../wire.ts';
import { createPrice } from '../billing/prices.ts';
import { getCustomer, getPrice } from '../find.ts';
import type { CreateSessionInput, InlinePrice, LineInput } from './read-checkout-session.ts';

const minutesMin = 30;
const hoursMax = 24;

/** A price for this one item; only what is charged again and again is kept as a price of its own. */
function inlinePrice(op: Operation, data: InlinePrice): WirePrice {
  const { name, product, recurring } = data;
  if (!recurring && product === undefined) {
    return buildPrice({ ...data, product: newId('prod', 14), active: false, created: op.now });
  }
  return createPrice(op, {
    ...data,
    productData: name === undefined ? undefined : { name, metadata: {} },
    active: false,
    nickname: null,
    lookupKey: null,
    metadata: {},
  });
}

function buildLine(op: Operation, input: CreateSessionInput, line: LineInput): WireLineItem {
  const price =
    typeof line.price === 'string' ? getPrice(op.store, line.price) : inlinePrice(op, line.price);
  const recurs = price.recurring !== null;
  if (typeof line.price === 'string' && !price.active) {
    throw invalidRequest(`The price ${price.id} is inactive.`, { param: 'line_items[0][price]' });
  }
  if (recurs && input.mode === 'payment') {
    throw invalidRequest(
      'You must provide at least one recurring price in `subscription` mode, and none in `payment` mode.',
      { param: 'line_items[0][price]' },
    );
  }
  const inline = typeof line.price === 'object' ? line.price.name : undefined;
  const name = inline ?? op.store.products.get(price.product as string)?.name ?? 'Item';
  const free = recurs && input.purpose.trialDays !== null;
  return buildLineItem({ name, price, quantity: line.quantity, free });
}

function totalOf(mode: CreateSessionInput['mode'], lines: WireLineItem[]): number {
  const currency = lines[0]!.currency;
  if (lines.some((line) => line.currency !== currency)) {
    throw invalidRequest('All line items of a session must have the same currency.', {
      param: 'line_items',
    });
  }
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0);
  const mayBeFree = mode === 'subscription' && total === 0;
  if (total < minimumAmount(currency) && !mayBeFree) {
    throw invalidRequest(
      `The total must be at least ${formatAmount(minimumAmount(currency), currency)}.`,
      { code: 'amount_too_small' },
    );
  }
  if (total > largestAmount) {
    throw invalidRequest(`The total must be at most ${formatAmount(largestAmount, currency)}.`, {
      code: 'amount_too_large',
    });
  }
  if (total % amountStep(currency) !== 0) {
    throw invalidRequest(
      `Amounts in ${currency.toUpperCase()} must be multiples of ${amountStep(currency)} minor units.`,
      { code: 'parameter_invalid_integer', param: 'line_items' },
    );
  }
  return total;
}

function expiryOf(wanted: number | undefined, now: number): number {
  const latest = now + hoursMax * 60 * 60;
  if (wanted === undefined) return latest;
  if (wanted >= now + minutesMin * 60 && wanted <= latest) return wanted;
  throw invalidRequest(
    `expires_at must lie between ${minutesMin} minutes and ${hoursMax} hours after the session is made.`,
    { param: 'expires_at' },
  );
}

/** Saving a card begins with the session; a payment only with the first attempt. */
function openSetup(op: Operation, session: Stripe.Checkout.Session, input: CreateSessionInput) {
  const intent = buildSetupIntent({
    customer: input.customer,
    description: input.purpose.description,
    metadata: input.purpose.intentMetadata,
    usage: 'off_session',
    automaticMethods: null,
    created: op.now,
  });
  op.store.setupIntents.set(intent.id, intent);
  session.setup_intent = intent.id;
  op.publish('setup_intent.created', intent);
}

export function createCheckoutSession(
  op: Operation,
  input: CreateSessionInput,
): Stripe.Checkout.Session {
  const { mode } = input;
  const lineItems = input.lines.map((line) => buildLine(op, input, line));
  if (mode === 'subscription' && !lineItems.some(({ price }) => price.recurring)) {
    throw invalidRequest('You must provide at least one recurring price in `subscription` mode.', {
      param: 'line_items',
    });
  }
  const total = mode === 'setup' ? null : totalOf(mode, lineItems);
  const expiresAt = expiryOf(input.expiresAt, op.now);
  const customer =
    input.customer === null ? undefined : getCustomer(op.store, input.customer, 'customer');
  const session = buildCheckoutSession({
    ...input,
    amount: total,
    currency: lineItems[0]?.currency ?? input.currency,
    customerEmail: input.customerEmail ?? customer?.email ?? null,
    expiresAt,
    created: op.now,
    baseUrl: op.baseUrl,
  });
  op.store.sessions.set(session.id, session);
  op.store.sessionDetails.set(session.id, { ...input.purpose, lineItems });
  if (mode === 'setup') openSetup(op, session, input);
  op.schedule('expire_session', session.id, expiresAt - op.now);
  return session;
}
