import { invalidRequest } from '../../api/errors.ts';
import { readEmail, readUrl, requiredUrl, readCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import { isCurrency } from '../../money.ts';
import type { Recurrence } from '../../objects/price.ts';
import { readRecurrence } from '../billing/prices.ts';
import type { AskBank } from '../../objects/payment-intent.ts';
import { readAskBank, readCardOnly } from '../payments/read-methods.ts';

const lineItemsMax = 100;

export type Mode = 'payment' | 'setup' | 'subscription';

export interface InlinePrice {
  name: string | undefined;
  product: string | undefined;
  currency: string;
  unitAmount: number;
  recurring: Recurrence | null;
}

export interface LineInput {
  price: string | InlinePrice;
  quantity: number;
}

/** What goes on to the payment, the subscription or the saved card. */
export interface Purpose {
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  description: string | null;
  intentMetadata: Record<string, string>;
  transferGroup: string | null;
  receiptEmail: string | null;
  saveCard: 'off_session' | 'on_session' | null;
  trialDays: number | null;
  askBank?: AskBank;
}

export interface CreateSessionInput {
  mode: Mode;
  lines: LineInput[];
  currency: string | null;
  allowedMethods: string[] | null;
  successUrl: string;
  cancelUrl: string | null;
  customer: string | null;
  customerCreation: 'always' | 'if_required';
  customerEmail: string | null;
  clientReferenceId: string | null;
  collection: 'always' | 'if_required';
  metadata: Record<string, string>;
  submitType: 'auto' | 'book' | 'pay' | null;
  locale: string | null;
  expiresAt: number | undefined;
  purpose: Purpose;
}

function readPriceData(price: Params): InlinePrice {
  const product = price.object('product_data');
  const data = {
    product: price.text('product'),
    name: product?.requiredText('name'),
    currency: price.requiredText('currency').toLowerCase(),
    unitAmount: price.requiredInteger('unit_amount'),
    recurring: readRecurrence(price),
  };
  product?.text('description');
  product?.metadata();
  if ((data.product === undefined) === (data.name === undefined)) {
    throw invalidRequest('Each price needs product or product_data: one of them.', {
      code: 'parameter_missing',
      param: 'line_items[0][price_data][product_data]',
    });
  }
  if (!isCurrency(data.currency)) {
    throw invalidRequest(`Invalid currency: ${data.currency}`, {
      param: 'line_items[0][price_data][currency]',
    });
  }
  return data;
}

function readLine(item: Params): LineInput {
  const data = item.object('price_data');
  const id = item.text('price');
  if ((data === undefined) === (id === undefined)) {
    throw invalidRequest('Each line item needs price or price_data: one of them.', {
      code: 'parameter_missing',
      param: 'line_items[0][price_data]',
    });
  }
  const line = {
    price: data ? readPriceData(data) : id!,
    quantity: item.requiredInteger('quantity'),
  };
  if ((typeof line.price === 'object' && line.price.unitAmount < 0) || line.quantity < 1) {
    throw invalidRequest('A line item needs an amount of 0 or more and a quantity of 1 or more.', {
      code: 'parameter_invalid_integer',
      param: 'line_items[0]',
    });
  }
  return line;
}

const nothing: Purpose = {
  captureMethod: 'automatic_async',
  description: null,
  intentMetadata: {},
  transferGroup: null,
  receiptEmail: null,
  saveCard: null,
  trialDays: null,
};

function readPurpose(params: Params, mode: Mode): Purpose {
  const data = params.object(
    mode === 'payment' ? 'payment_intent_data' : `${mode}_${mode === 'setup' ? 'intent_' : ''}data`,
  );
  if (!data) return { ...nothing, saveCard: mode === 'payment' ? null : 'off_session' };
  const about: Purpose = {
    ...nothing,
    description: data.text('description', 1000) ?? null,
    intentMetadata: data.metadata(),
  };
  if (mode === 'setup') return { ...about, saveCard: 'off_session' };
  if (mode === 'subscription') {
    const ends = data.object('trial_settings')?.object('end_behavior');
    ends?.oneOf('missing_payment_method', ['cancel', 'create_invoice', 'pause']);
    return {
      ...about,
      saveCard: 'off_session',
      trialDays: data.integer('trial_period_days') ?? null,
    };
  }
  const methods = ['automatic', 'automatic_async', 'manual'] as const;
  const usages = ['off_session', 'on_session'] as const;
  return {
    ...about,
    captureMethod: data.oneOf('capture_method', methods) ?? 'automatic_async',
    transferGroup: data.text('transfer_group') ?? null,
    receiptEmail: readEmail(data, 'receipt_email'),
    saveCard: data.oneOf('setup_future_usage', usages) ?? null,
  };
}

function readOptions(params: Params, mode: Mode): Pick<Purpose, 'askBank'> {
  const askBank = mode === 'payment' ? readAskBank(params) : undefined;
  return askBank === undefined ? {} : { askBank };
}

function readLines(params: Params, mode: Mode): LineInput[] {
  if (mode === 'setup') return [];
  const lines = params.list('line_items').map(readLine);
  if (lines.length >= 1 && lines.length <= lineItemsMax) return lines;
  throw invalidRequest(`Give 1 to ${lineItemsMax} line_items.`, {
    code: 'parameter_missing',
    param: 'line_items',
  });
}

export function readCreateSession(params: Params): CreateSessionInput {
  const mode = params.oneOf('mode', ['payment', 'setup', 'subscription']);
  if (mode === undefined) {
    throw invalidRequest('Missing required param: mode.', {
      code: 'parameter_missing',
      param: 'mode',
    });
  }
  params.oneOf('ui_mode', ['hosted_page']);
  // The newer list only filters what is offered; with one kind to offer both come to the same.
  const allowed = params.texts('allowed_payment_method_types');
  readCardOnly(params);
  const lines = readLines(params, mode);
  const input = {
    mode,
    lines,
    currency: readCurrency(params) ?? null,
    allowedMethods: allowed.length > 0 ? allowed : null,
    successUrl: requiredUrl(params, 'success_url'),
    cancelUrl: readUrl(params, 'cancel_url') ?? null,
    customer: params.text('customer') ?? null,
    customerCreation:
      (mode === 'payment'
        ? params.oneOf('customer_creation', ['always', 'if_required'])
        : undefined) ?? (mode === 'subscription' ? ('always' as const) : ('if_required' as const)),
    customerEmail: readEmail(params, 'customer_email'),
    clientReferenceId: params.text('client_reference_id', 200) ?? null,
    collection:
      (mode === 'subscription'
        ? params.oneOf('payment_method_collection', ['always', 'if_required'])
        : undefined) ?? ('always' as const),
    metadata: params.metadata(),
    submitType: params.oneOf('submit_type', ['auto', 'book', 'pay']) ?? null,
    locale: params.text('locale', 20) ?? null,
    expiresAt: params.integer('expires_at'),
    purpose: { ...readPurpose(params, mode), ...readOptions(params, mode) },
  };
  if (input.customer && input.customerEmail) {
    throw invalidRequest('You can give customer or customer_email, not both.', {
      param: 'customer_email',
    });
  }
  return input;
}
