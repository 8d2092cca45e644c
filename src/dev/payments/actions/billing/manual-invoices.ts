import { invalidRequest } from '../../api/errors.ts';
import { readCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { buildInvoiceItem, buildInvoiceLine } from '../../objects/invoice.ts';
import type { WireInvoice, WireInvoiceItem } from '../../wire.ts';
import { getCustomer, getInvoice } from '../find.ts';
import { cancelIntentOf } from '../payments/cancel-payment-intent.ts';
import { intentOfInvoice } from './collect-invoice.ts';
import { draftInvoice, lineOfItem } from './draft-invoice.ts';

const daySeconds = 86_400;

export interface CreateInvoiceInput {
  customer: string;
  currency: string | undefined;
  description: string | null;
  metadata: Record<string, string>;
  autoAdvance: boolean;
  collection: 'charge_automatically' | 'send_invoice';
  daysUntilDue: number | undefined;
  withPending: boolean;
}

export function readCreateInvoice(params: Params): CreateInvoiceInput {
  const methods = ['charge_automatically', 'send_invoice'] as const;
  const input = {
    customer: params.requiredText('customer'),
    currency: readCurrency(params),
    description: params.text('description') ?? null,
    metadata: params.metadata(),
    autoAdvance: params.flag('auto_advance') ?? false,
    collection: params.oneOf('collection_method', methods) ?? ('charge_automatically' as const),
    daysUntilDue: params.integer('days_until_due'),
    withPending:
      params.oneOf('pending_invoice_items_behavior', ['exclude', 'include']) === 'include',
  };
  if (input.collection === 'send_invoice' && input.daysUntilDue === undefined) {
    throw invalidRequest('An invoice that is sent needs days_until_due.', {
      code: 'parameter_missing',
      param: 'days_until_due',
    });
  }
  return input;
}

export function createInvoice(outer: Operation, input: CreateInvoiceInput): WireInvoice {
  const customer = getCustomer(outer.store, input.customer, 'customer');
  const op = outer.onClock(customer.test_clock as string | null);
  return draftInvoice(op, {
    ...input,
    customer,
    currency: input.currency ?? customer.currency ?? 'usd',
    reason: 'manual',
    subscription: null,
    lines: [],
    period: { start: op.now, end: op.now },
    dueDate: input.daysUntilDue === undefined ? null : op.now + input.daysUntilDue * daySeconds,
  });
}

export interface CreateInvoiceItemInput {
  customer: string;
  amount: number;
  currency: string;
  description: string | null;
  invoice: string | undefined;
  metadata: Record<string, string>;
}

export function readCreateInvoiceItem(params: Params): CreateInvoiceItemInput {
  return {
    customer: params.requiredText('customer'),
    amount: params.requiredInteger('amount'),
    currency: readCurrency(params) ?? 'usd',
    description: params.text('description') ?? null,
    invoice: params.text('invoice'),
    metadata: params.metadata(),
  };
}

/** A line for the customer's next invoice, or for a draft that is named. */
export function createInvoiceItem(
  outer: Operation,
  input: CreateInvoiceItemInput,
): WireInvoiceItem {
  const customer = getCustomer(outer.store, input.customer, 'customer');
  const op = outer.onClock(customer.test_clock as string | null);
  const line = {
    ...input,
    description: input.description ?? '',
    period: { start: op.now, end: op.now },
    price: null,
    quantity: 1,
    proration: false,
    subscription: null,
    subscriptionItem: null,
    invoiceItem: null,
  };
  const item = buildInvoiceItem(line, customer, op.now);
  if (input.invoice !== undefined) addToDraft(op, item, input.invoice);
  op.store.invoiceItems.set(item.id, item);
  op.publish('invoiceitem.created', item);
  return item;
}

function addToDraft(op: Operation, item: WireInvoiceItem, id: string): void {
  const draft = getInvoice(op.store, id);
  if (draft.status !== 'draft' || draft.customer !== item.customer) {
    throw invalidRequest('Only a draft of the same customer takes more items.', {
      code: 'invoice_not_editable',
      param: 'invoice',
    });
  }
  item.invoice = id;
  draft.lines.data.push(buildInvoiceLine(lineOfItem(op, item), id));
  const total = draft.total + item.amount;
  const due = Math.max(0, total);
  Object.assign(draft, {
    total,
    subtotal: total,
    subtotal_excluding_tax: total,
    total_excluding_tax: total,
    amount_due: due,
    amount_remaining: due,
  });
}

/** An open invoice that nobody has to pay any more. */
export function closeInvoice(
  op: Operation,
  id: string,
  status: 'uncollectible' | 'void',
): WireInvoice {
  const invoice = getInvoice(op.store, id);
  const may = status === 'void' ? ['open', 'uncollectible'] : ['open'];
  if (!may.includes(invoice.status ?? '')) {
    throw invalidRequest(`This invoice is ${invoice.status}; it cannot become ${status}.`, {
      code: 'invoice_not_editable',
    });
  }
  const intent = intentOfInvoice(op, invoice);
  if (
    status === 'void' &&
    intent &&
    intent.status !== 'succeeded' &&
    intent.status !== 'canceled'
  ) {
    cancelIntentOf(op, intent, 'void_invoice');
  }
  Object.assign(invoice, { status, auto_advance: false, next_payment_attempt: null });
  if (status === 'void') invoice.status_transitions.voided_at = op.now;
  else invoice.status_transitions.marked_uncollectible_at = op.now;
  op.publish(status === 'void' ? 'invoice.voided' : 'invoice.marked_uncollectible', invoice);
  return invoice;
}
