import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { buildInvoice, type LineDraft } from '../../objects/invoice.ts';
import type { Period } from '../../objects/subscription.ts';
import type { WireInvoice, WireInvoiceItem, WireSubscription } from '../../wire.ts';

export interface DraftInput {
  customer: Stripe.Customer;
  currency: string;
  reason: Stripe.Invoice.BillingReason;
  subscription: WireSubscription | null;
  lines: readonly LineDraft[];
  period: Period;
  description?: string | null;
  metadata?: Record<string, string>;
  autoAdvance: boolean;
  finalisesAt?: number | null;
  collection?: 'charge_automatically' | 'send_invoice';
  dueDate?: number | null;
  /** Whether lines that wait for the customer's next invoice come along. */
  withPending: boolean;
}

export function lineOfItem(op: Operation, item: WireInvoiceItem): LineDraft {
  const details = item.parent?.subscription_details;
  const priceId = item.pricing?.price_details?.price;
  return {
    amount: item.amount,
    currency: item.currency,
    description: item.description ?? '',
    period: item.period,
    price: op.store.prices.get(typeof priceId === 'string' ? priceId : '') ?? null,
    quantity: item.quantity,
    proration: item.proration,
    subscription: details?.subscription ?? null,
    subscriptionItem: details?.subscription_item ?? null,
    invoiceItem: item.id,
    metadata: item.metadata ?? {},
  };
}

/** What waits for the customer's next invoice: of this subscription, and of none. */
export function pendingItems(
  op: Operation,
  input: Pick<DraftInput, 'currency' | 'customer' | 'subscription'>,
): WireInvoiceItem[] {
  return [...op.store.invoiceItems.values()].filter((item) => {
    const owner = item.parent?.subscription_details?.subscription;
    return (
      item.invoice === null &&
      item.customer === input.customer.id &&
      item.currency === input.currency &&
      (owner === undefined || owner === input.subscription?.id)
    );
  });
}

/** An invoice that can still change. */
export function draftInvoice(op: Operation, input: DraftInput): WireInvoice {
  const pending = input.withPending ? pendingItems(op, input) : [];
  const invoice = buildInvoice({
    ...input,
    lines: [...pending.map((item) => lineOfItem(op, item)), ...input.lines],
    description: input.description ?? null,
    metadata: input.metadata ?? {},
    finalisesAt: input.finalisesAt ?? null,
    collection: input.collection ?? 'charge_automatically',
    dueDate: input.dueDate ?? null,
    country: op.platform.country,
    seller: op.platform.name,
    created: op.now,
  });
  for (const item of pending) item.invoice = invoice.id;
  op.store.invoices.set(invoice.id, invoice);
  if (input.subscription) input.subscription.latest_invoice = invoice.id;
  op.publish('invoice.created', invoice);
  return invoice;
}
