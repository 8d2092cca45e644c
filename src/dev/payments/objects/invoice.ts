import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type {
  Wire,
  WireInvoice,
  WireInvoiceItem,
  WireInvoiceLine,
  WirePrice,
  WireSubscription,
} from '../wire.ts';
import type { Period } from './subscription.ts';

/** What one line of an invoice says, before it stands on one. Amounts in minor units; credits are negative. */
export interface LineDraft {
  amount: number;
  currency: string;
  description: string;
  period: Period;
  price: WirePrice | null;
  quantity: number;
  proration: boolean;
  subscription: string | null;
  subscriptionItem: string | null;
  invoiceItem: string | null;
  metadata: Record<string, string>;
}

function priceDetails(price: WirePrice | null): WireInvoiceLine['pricing'] {
  if (!price) return null;
  return {
    price_details: { price: price.id, product: price.product as string },
    type: 'price_details',
    unit_amount_decimal: price.unit_amount_decimal,
  };
}

function parentOf(line: LineDraft): WireInvoiceLine['parent'] {
  const { subscription, subscriptionItem, invoiceItem, proration } = line;
  if (subscriptionItem !== null) {
    return {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: invoiceItem,
        proration,
        proration_details: { credited_items: null },
        subscription,
        subscription_item: subscriptionItem,
      },
      type: 'subscription_item_details',
    };
  }
  return {
    invoice_item_details: {
      invoice_item: invoiceItem ?? '',
      proration,
      proration_details: { credited_items: null },
      subscription,
    },
    subscription_item_details: null,
    type: 'invoice_item_details',
  };
}

export function buildInvoiceLine(line: LineDraft, invoice: string): WireInvoiceLine {
  return {
    id: newId('il'),
    object: 'line_item',
    amount: line.amount,
    currency: line.currency,
    description: line.description,
    discount_amounts: [],
    discountable: !line.proration,
    discounts: [],
    invoice,
    livemode: false,
    metadata: line.metadata,
    parent: parentOf(line),
    period: { ...line.period },
    pretax_credit_amounts: [],
    pricing: priceDetails(line.price),
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    subscription: line.subscription,
    subtotal: line.amount,
    taxes: [],
  } satisfies WireInvoiceLine;
}

interface InvoiceInput {
  /** Another than a fresh one only for a preview. */
  id?: string;
  customer: Stripe.Customer;
  currency: string;
  reason: Stripe.Invoice.BillingReason;
  subscription: WireSubscription | null;
  lines: readonly LineDraft[];
  period: Period;
  description: string | null;
  metadata: Record<string, string>;
  autoAdvance: boolean;
  finalisesAt: number | null;
  collection: 'charge_automatically' | 'send_invoice';
  dueDate: number | null;
  country: string;
  seller: string;
  created: number;
}

const totalOf = (lines: readonly { amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

export function buildInvoice(input: InvoiceInput): WireInvoice {
  const { customer, subscription } = input;
  const id = input.id ?? newId('in');
  const total = totalOf(input.lines);
  return {
    id,
    object: 'invoice',
    account_country: input.country,
    account_name: input.seller,
    account_tax_ids: null,
    amount_due: Math.max(0, total),
    amount_overpaid: 0,
    amount_paid: 0,
    amount_remaining: Math.max(0, total),
    amount_shipping: 0,
    application: null,
    attempt_count: 0,
    attempted: false,
    auto_advance: input.autoAdvance,
    automatic_tax: {
      disabled_reason: null,
      enabled: false,
      liability: null,
      provider: null,
      status: null,
    },
    automatically_finalizes_at: input.finalisesAt,
    billing_reason: input.reason,
    collection_method: input.collection,
    created: input.created,
    currency: input.currency,
    custom_fields: null,
    customer: customer.id,
    customer_account: null,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: null,
    customer_tax_exempt: 'none',
    customer_tax_ids: [],
    default_payment_method: null,
    default_source: null,
    default_tax_rates: [],
    description: input.description,
    discounts: [],
    due_date: input.dueDate,
    effective_at: null,
    ending_balance: null,
    footer: null,
    from_invoice: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    issuer: { type: 'self' },
    last_finalization_error: null,
    latest_revision: null,
    lines: {
      object: 'list',
      data: input.lines.map((line) => buildInvoiceLine(line, id)),
      has_more: false,
      url: `/v1/invoices/${id}/lines`,
    },
    livemode: false,
    metadata: input.metadata,
    next_payment_attempt: input.finalisesAt,
    number: null,
    on_behalf_of: null,
    parent: subscription && {
      quote_details: null,
      subscription_details: {
        metadata: { ...subscription.metadata },
        subscription: subscription.id,
      },
      type: 'subscription_details',
    },
    payment_settings: {
      default_mandate: null,
      payment_method_options: null,
      payment_method_types: null,
    },
    period_end: input.period.end,
    period_start: input.period.start,
    post_payment_credit_notes_amount: 0,
    pre_payment_credit_notes_amount: 0,
    receipt_number: null,
    rendering: null,
    shipping_cost: null,
    shipping_details: null,
    starting_balance: customer.balance,
    statement_descriptor: null,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: total,
    subtotal_excluding_tax: total,
    test_clock: customer.test_clock as string | null,
    total,
    total_discount_amounts: [],
    total_excluding_tax: total,
    total_pretax_credit_amounts: [],
    total_taxes: [],
    webhooks_delivered_at: input.created,
  } satisfies Wire<Stripe.Invoice>;
}

/** A line that waits for the customer's next invoice. */
export function buildInvoiceItem(
  line: LineDraft,
  customer: Stripe.Customer,
  created: number,
): WireInvoiceItem {
  return {
    id: newId('ii'),
    object: 'invoiceitem',
    amount: line.amount,
    currency: line.currency,
    customer: customer.id,
    customer_account: null,
    date: created,
    description: line.description,
    discountable: !line.proration,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: line.metadata,
    net_amount: line.amount,
    parent:
      line.subscription === null
        ? null
        : {
            subscription_details: {
              subscription: line.subscription,
              ...(line.subscriptionItem !== null && { subscription_item: line.subscriptionItem }),
            },
            type: 'subscription_details',
          },
    period: { ...line.period },
    pricing: priceDetails(line.price) as WireInvoiceItem['pricing'],
    proration: line.proration,
    quantity: line.quantity,
    quantity_decimal: String(line.quantity),
    tax_rates: [],
    test_clock: customer.test_clock as string | null,
  } satisfies WireInvoiceItem;
}

export function buildInvoicePayment(
  invoice: WireInvoice,
  intent: string,
  created: number,
): Stripe.InvoicePayment {
  return {
    id: newId('inpay'),
    object: 'invoice_payment',
    amount_paid: null,
    amount_requested: invoice.amount_due,
    created,
    currency: invoice.currency,
    invoice: invoice.id,
    is_default: true,
    livemode: false,
    payment: { payment_intent: intent, type: 'payment_intent' },
    status: 'open',
    status_transitions: { canceled_at: null, paid_at: null },
  } satisfies Stripe.InvoicePayment;
}
