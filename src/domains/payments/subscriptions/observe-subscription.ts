import type Stripe from 'stripe';
import { type Money, money } from '../../../platform/money/index.ts';
import { ProviderDiffers } from '../errors.ts';

/** What the provider answered when it was asked about a subscription. */
export interface SubscriptionSnapshot {
  /** Number of the look, by when it began. */
  look: number;
  session: Stripe.Checkout.Session | null;
  subscription: Stripe.Subscription | null;
  /** The newest, and those that are not settled yet. */
  invoices: InvoiceSnapshot[];
}

export interface InvoiceSnapshot {
  invoice: Stripe.Invoice;
  /** The payment that settled it, where there was one. */
  intent: Stripe.PaymentIntent | null;
  refunds: Stripe.Refund[];
}

export type InvoiceStatus = 'open' | 'paid' | 'void' | 'uncollectible';

export interface InvoiceLine {
  description: string;
  amountMinor: number;
  /** RFC 3339. */
  from: string;
  until: string;
  proration: boolean;
}

export interface ObservedRefund {
  id: string;
  amountMinor: number;
  status: 'pending' | 'succeeded' | 'failed';
}

export interface ObservedInvoice {
  id: string;
  number: string | null;
  status: InvoiceStatus;
  currency: string;
  totalMinor: number;
  /** What was taken from the card. */
  paidMinor: number;
  attempts: number;
  lines: InvoiceLine[];
  issuedAt: Temporal.Instant;
  paidAt: Temporal.Instant | null;
  intentId: string | null;
  card: { brand: string; last4: string } | null;
  fees: { balanceTransactionId: string; fee: Money }[];
  refunds: ObservedRefund[];
}

/** The same in our words. */
export interface SubscriptionFacts {
  look: number;
  /** `failing`: a payment is owed. `none`: nothing is known there. */
  status: 'none' | 'open' | 'abandoned' | 'trialing' | 'active' | 'failing' | 'ended';
  session: { id: string; url: string } | null;
  subscriptionId: string | null;
  itemId: string | null;
  methodId: string | null;
  planId: string | null;
  /** What it renews as, where that is another. */
  nextPlanId: string | null;
  trialEndsAt: Temporal.Instant | null;
  period: { from: Temporal.Instant; until: Temporal.Instant } | null;
  endsAt: Temporal.Instant | null;
  endedAt: Temporal.Instant | null;
  endReason: string | null;
  /** Since when a payment is owed, and where it can be made. */
  owed: { since: Temporal.Instant; url: string | null } | null;
  invoices: ObservedInvoice[];
}

export function observeSubscription(snapshot: SubscriptionSnapshot): SubscriptionFacts {
  const { look, session, subscription, invoices } = snapshot;
  const item = subscription?.items.data[0];
  const paid = subscription && paidAhead(subscription);
  const planId = item?.price.lookup_key ?? null;
  return {
    look,
    status: statusIn(session, subscription, paid !== undefined),
    session: session && { id: session.id, url: session.url ?? '' },
    subscriptionId: subscription?.id ?? null,
    itemId: item?.id ?? null,
    methodId: idOf(subscription?.default_payment_method),
    planId: paid?.planId ?? planId,
    nextPlanId: paid && paid.planId !== planId ? planId : null,
    trialEndsAt: paid ? null : instant(subscription?.trial_end),
    period: paid?.period ?? periodOf(item),
    endsAt: instant(subscription?.cancel_at),
    endedAt: instant(subscription?.ended_at),
    endReason: subscription?.cancellation_details?.reason ?? null,
    owed: owedIn(subscription, invoices),
    invoices: invoices.filter(({ invoice }) => invoice.status !== 'draft').map(observeInvoice),
  };
}

function statusIn(
  session: Stripe.Checkout.Session | null,
  subscription: Stripe.Subscription | null,
  isPaidAhead: boolean,
): SubscriptionFacts['status'] {
  switch (subscription?.status) {
    case 'trialing':
      return isPaidAhead ? 'active' : 'trialing';
    case 'active':
      return 'active';
    case 'past_due':
    case 'unpaid':
    case 'paused':
      return 'failing';
    case 'canceled':
      return 'ended';
    case 'incomplete_expired':
      return 'abandoned';
    default:
      if (session?.status === 'expired') return 'abandoned';
      return session ? 'open' : 'none';
  }
}

/**
 * A cheaper plan begins when what was paid for ends: until then the provider holds it as a trial,
 * and what was paid for stands in the metadata that we gave it.
 */
function paidAhead({ status, trial_end, metadata }: Stripe.Subscription) {
  if (status !== 'trialing' || !metadata.paid_plan) return undefined;
  if (metadata.paid_until !== String(trial_end)) return undefined;
  const from = instant(Number(metadata.paid_since));
  const until = instant(trial_end);
  return from && until && { planId: metadata.paid_plan, period: { from, until } };
}

function periodOf(item: Stripe.SubscriptionItem | undefined): SubscriptionFacts['period'] {
  const from = instant(item?.current_period_start);
  const until = instant(item?.current_period_end);
  return from && until && { from, until };
}

function owedIn(
  subscription: Stripe.Subscription | null,
  invoices: InvoiceSnapshot[],
): SubscriptionFacts['owed'] {
  if (!subscription || !['past_due', 'unpaid'].includes(subscription.status)) return null;
  const open = invoices.map(({ invoice }) => invoice).filter(({ status }) => status === 'open');
  const first = open.toSorted((a, b) => a.created - b.created)[0];
  const since = instant(first?.status_transitions.finalized_at ?? first?.created);
  return since && { since, url: first?.hosted_invoice_url ?? null };
}

function observeInvoice({ invoice, intent, refunds }: InvoiceSnapshot): ObservedInvoice {
  const charge = typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
  const { brand, last4 } = charge?.payment_method_details?.card ?? {};
  const isPaid = invoice.status === 'paid';
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status as InvoiceStatus,
    currency: invoice.currency.toUpperCase(),
    totalMinor: invoice.total,
    paidMinor: isPaid ? invoice.amount_paid : 0,
    attempts: invoice.attempt_count,
    lines: invoice.lines.data.map(observeLine),
    issuedAt: instant(invoice.status_transitions.finalized_at ?? invoice.created)!,
    paidAt: isPaid ? instant(invoice.status_transitions.paid_at ?? invoice.created) : null,
    intentId: intent?.id ?? null,
    card: brand && last4 ? { brand, last4 } : null,
    fees: [charge, ...refunds].flatMap((part) => feeIn(part?.balance_transaction)),
    refunds: refunds.map(({ id, amount, status }) => ({
      id,
      amountMinor: amount,
      status: refundStatus(status),
    })),
  };
}

function observeLine(line: Stripe.InvoiceLineItem): InvoiceLine {
  const { description, amount, period, parent } = line;
  const details = parent?.subscription_item_details ?? parent?.invoice_item_details;
  return {
    description: description ?? '',
    amountMinor: amount,
    from: instant(period.start)!.toString(),
    until: instant(period.end)!.toString(),
    proration: details?.proration ?? false,
  };
}

function refundStatus(status: Stripe.Refund['status']): ObservedRefund['status'] {
  if (status === 'failed' || status === 'canceled') return 'failed';
  return status === 'succeeded' ? 'succeeded' : 'pending';
}

function feeIn(transaction: Stripe.BalanceTransaction | string | null | undefined) {
  if (!transaction || typeof transaction === 'string' || transaction.fee === 0) return [];
  const fee = money(transaction.fee, transaction.currency.toUpperCase());
  return [{ balanceTransactionId: transaction.id, fee }];
}

function instant(seconds: number | null | undefined): Temporal.Instant | null {
  return seconds ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000) : null;
}

const idOf = (object: { id: string } | string | null | undefined): string | null =>
  typeof object === 'object' ? (object?.id ?? null) : (object ?? null);

/** Throws ProviderDiffers unless what was fetched is this subscription, in a plan of its market. */
export function assertIsOurs(
  row: { id: string; currency: string },
  { session, subscription }: SubscriptionSnapshot,
): void {
  for (const object of [session, subscription]) {
    if (object && object.metadata?.subscription_id !== row.id)
      throw new ProviderDiffers(`${object.id} is another subscription's`);
  }
  if (!subscription) return;
  if (subscription.currency.toUpperCase() !== row.currency)
    throw new ProviderDiffers(`currency of ${subscription.id}`);
  if (!subscription.items.data[0]?.price.lookup_key?.startsWith('plus_'))
    throw new ProviderDiffers(`price of ${subscription.id} is no plan of ours`);
}
