import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../api/errors.ts';
import type { Params } from '../api/params.ts';
import type { Operation } from '../core.ts';
import { formatAmount, isCurrency, largestAmount, minimumAmount } from '../money.ts';
import { buildCheckoutSession } from '../objects/checkout-session.ts';
import { buildLineItem } from '../objects/line-item.ts';
import type { SessionDetails } from '../store.ts';

const minutesMin = 30;
const hoursMax = 24;
const lineItemsMax = 100;

interface LineInput {
  name: string;
  currency: string;
  unitAmount: number;
  quantity: number;
}

export interface CreateSessionInput {
  lines: LineInput[];
  allowedMethods: string[] | null;
  successUrl: string;
  cancelUrl: string | null;
  customer: string | null;
  customerEmail: string | null;
  clientReferenceId: string | null;
  metadata: Record<string, string>;
  submitType: 'auto' | 'book' | 'pay' | null;
  locale: string | null;
  expiresAt: number | undefined;
  payment: Omit<SessionDetails, 'lineItems'>;
}

function readUrl(params: Params, name: string): string | undefined {
  const value = params.text(name);
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return value;
  throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name });
}

function readEmail(params: Params, name: string): string | null {
  const value = params.text(name, 512);
  if (value === undefined) return null;
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return value;
  throw invalidRequest(`Invalid email address: ${value}`, { code: 'email_invalid', param: name });
}

function readLine(item: Params): LineInput {
  const price = item.object('price_data');
  if (!price) {
    throw invalidRequest('Each line item needs price_data: the local emulator keeps no prices.', {
      code: 'parameter_missing',
      param: 'line_items[0][price_data]',
    });
  }
  const product = price.object('product_data');
  if (!product) {
    throw invalidRequest('Each price needs product_data: the local emulator keeps no products.', {
      code: 'parameter_missing',
      param: 'line_items[0][price_data][product_data]',
    });
  }
  const line = {
    name: product.requiredText('name'),
    currency: price.requiredText('currency').toLowerCase(),
    unitAmount: price.requiredInteger('unit_amount'),
    quantity: item.requiredInteger('quantity'),
  };
  product.text('description');
  if (!isCurrency(line.currency)) {
    throw invalidRequest(`Invalid currency: ${line.currency}`, {
      param: 'line_items[0][price_data][currency]',
    });
  }
  if (line.unitAmount < 0 || line.quantity < 1) {
    throw invalidRequest('A line item needs an amount of 0 or more and a quantity of 1 or more.', {
      code: 'parameter_invalid_integer',
      param: 'line_items[0]',
    });
  }
  return line;
}

function readPayment(params: Params): Omit<SessionDetails, 'lineItems'> {
  const data = params.object('payment_intent_data');
  const methods = ['automatic', 'automatic_async', 'manual'] as const;
  return {
    captureMethod: data?.oneOf('capture_method', methods) ?? 'automatic_async',
    description: data?.text('description', 1000) ?? null,
    intentMetadata: data?.metadata() ?? {},
    transferGroup: data?.text('transfer_group') ?? null,
    receiptEmail: data ? readEmail(data, 'receipt_email') : null,
  };
}

export function readCreateSession(params: Params): CreateSessionInput {
  if (params.oneOf('mode', ['payment']) === undefined) {
    throw invalidRequest('Missing required param: mode.', {
      code: 'parameter_missing',
      param: 'mode',
    });
  }
  params.oneOf('ui_mode', ['hosted_page']);
  // The newer list only filters what is offered; with one kind to offer both come to the same.
  const allowed = params.texts('allowed_payment_method_types');
  if ([...params.texts('payment_method_types'), ...allowed].some((type) => type !== 'card')) {
    throw invalidRequest('The local emulator takes cards only.', { param: 'payment_method_types' });
  }
  const lines = params.list('line_items').map(readLine);
  if (lines.length < 1 || lines.length > lineItemsMax) {
    throw invalidRequest(`Give 1 to ${lineItemsMax} line_items.`, {
      code: 'parameter_missing',
      param: 'line_items',
    });
  }
  const successUrl = readUrl(params, 'success_url');
  if (successUrl === undefined) {
    throw invalidRequest('Missing required param: success_url.', {
      code: 'parameter_missing',
      param: 'success_url',
    });
  }
  const input = {
    lines,
    allowedMethods: allowed.length > 0 ? allowed : null,
    successUrl,
    cancelUrl: readUrl(params, 'cancel_url') ?? null,
    customer: params.text('customer') ?? null,
    customerEmail: readEmail(params, 'customer_email'),
    clientReferenceId: params.text('client_reference_id', 200) ?? null,
    metadata: params.metadata(),
    submitType: params.oneOf('submit_type', ['auto', 'book', 'pay']) ?? null,
    locale: params.text('locale', 20) ?? null,
    expiresAt: params.integer('expires_at'),
    payment: readPayment(params),
  };
  if (input.customer && input.customerEmail) {
    throw invalidRequest('You can give customer or customer_email, not both.', {
      param: 'customer_email',
    });
  }
  return input;
}

function totalOf(lines: LineInput[]): { total: number; currency: string } {
  const currency = lines[0]!.currency;
  if (lines.some((line) => line.currency !== currency)) {
    throw invalidRequest('All line items of a session must have the same currency.', {
      param: 'line_items',
    });
  }
  const total = lines.reduce((sum, line) => sum + line.unitAmount * line.quantity, 0);
  if (total < minimumAmount(currency)) {
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
  return { total, currency };
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

export function createCheckoutSession(
  op: Operation,
  input: CreateSessionInput,
): Stripe.Checkout.Session {
  const { total, currency } = totalOf(input.lines);
  const expiresAt = expiryOf(input.expiresAt, op.now);
  const customer = input.customer === null ? undefined : op.store.customers.get(input.customer);
  if (input.customer !== null && !customer) {
    throw missingResource('customer', input.customer, 'customer');
  }
  const session = buildCheckoutSession({
    ...input,
    amount: total,
    currency,
    customerEmail: input.customerEmail ?? customer?.email ?? null,
    expiresAt,
    created: op.now,
    baseUrl: op.baseUrl,
  });
  op.store.sessions.set(session.id, session);
  op.store.sessionDetails.set(session.id, {
    ...input.payment,
    lineItems: input.lines.map((line) => buildLineItem({ ...line, created: op.now })),
  });
  op.schedule('expire_session', session.id, expiresAt - op.now);
  return session;
}
