import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { buildInvoiceItem } from '../../objects/invoice.ts';
import type { WireSubscription } from '../../wire.ts';
import { getCustomer, getSubscription } from '../find.ts';
import { attemptInvoice } from './collect-invoice.ts';
import { planSubscription } from './create-subscription.ts';
import { draftInvoice } from './draft-invoice.ts';
import { finaliseInvoice } from './finalise-invoice.ts';
import { periodEnd, recurrenceOf } from './periods.ts';
import { endSubscription } from './settle-invoice.ts';
import { periodLine, periodOf, planItems, prorationLines } from './subscription-items.ts';

const feedbacks = [
  'customer_service',
  'low_quality',
  'missing_features',
  'other',
  'switched_service',
  'too_complex',
  'too_expensive',
  'unused',
] as const;

export interface Cancellation {
  comment: string | null;
  feedback: (typeof feedbacks)[number] | null;
}

export function readCancellation(params: Params): Cancellation | undefined {
  const details = params.object('cancellation_details');
  return (
    details && {
      comment: details.clearable('comment') ?? null,
      feedback: details.oneOf('feedback', feedbacks) ?? null,
    }
  );
}

export interface CancelSubscriptionInput {
  invoiceNow: boolean;
  prorate: boolean;
  cancellation: Cancellation | undefined;
}

export function readCancelSubscription(params: Params): CancelSubscriptionInput {
  return {
    invoiceNow: params.flag('invoice_now') ?? false,
    prorate: params.flag('prorate') ?? false,
    cancellation: readCancellation(params),
  };
}

/** What is left of the period comes back as a credit on the next invoice. */
function creditRest(
  op: Operation,
  subscription: WireSubscription,
  customer: Stripe.Customer,
): void {
  if (subscription.status !== 'active') return;
  const items = planItems(op, subscription.items.data, []);
  for (const line of prorationLines(op, subscription, items, op.now, true)) {
    const item = buildInvoiceItem(line, customer, op.now);
    op.store.invoiceItems.set(item.id, item);
    op.publish('invoiceitem.created', item);
  }
}

export function cancelSubscription(
  outer: Operation,
  id: string,
  input: CancelSubscriptionInput,
): WireSubscription {
  const subscription = getSubscription(outer.store, id);
  const op = outer.onClock(subscription.test_clock as string | null);
  if (['canceled', 'incomplete_expired'].includes(subscription.status)) {
    throw invalidRequest(`No such subscription: '${id}'`, {
      code: 'resource_missing',
      param: 'id',
      status: 404,
    });
  }
  const customer = getCustomer(op.store, subscription.customer as string);
  if (input.prorate) creditRest(op, subscription, customer);
  if (input.invoiceNow) {
    const invoice = draftInvoice(op, {
      customer,
      currency: subscription.currency,
      reason: 'manual',
      subscription,
      lines: [],
      period: { start: op.now, end: op.now },
      autoAdvance: true,
      withPending: true,
    });
    finaliseInvoice(op, invoice);
    if (invoice.status === 'open') attemptInvoice(op, invoice, { offSession: true });
  }
  if (input.cancellation && subscription.cancellation_details) {
    Object.assign(subscription.cancellation_details, input.cancellation);
  }
  Object.assign(subscription, { cancel_at_period_end: false, canceled_at: op.now });
  endSubscription(op, subscription, 'cancellation_requested');
  return subscription;
}

/** A subscription that paused at the end of its trial begins a new period. */
export function resumeSubscription(outer: Operation, id: string): WireSubscription {
  const subscription = getSubscription(outer.store, id);
  const op = outer.onClock(subscription.test_clock as string | null);
  if (subscription.status !== 'paused') {
    throw invalidRequest(
      `Only a subscription that is paused can be resumed; this one is ${subscription.status}.`,
    );
  }
  const { items } = subscription;
  const end = periodEnd(op.now, op.now, recurrenceOf(items.data[0]!.price));
  for (const item of items.data) {
    Object.assign(item, { current_period_start: op.now, current_period_end: end });
  }
  Object.assign(subscription, { status: 'active', billing_cycle_anchor: op.now });
  const invoice = draftInvoice(op, {
    customer: getCustomer(op.store, subscription.customer as string),
    currency: subscription.currency,
    reason: 'subscription_update',
    subscription,
    lines: items.data.map((item) =>
      periodLine(op, id, { ...item, itemId: item.id }, periodOf(subscription)),
    ),
    period: { start: op.now, end: op.now },
    autoAdvance: true,
    withPending: true,
  });
  finaliseInvoice(op, invoice);
  if (invoice.status === 'open') {
    const attempt = attemptInvoice(op, invoice, { offSession: true });
    if (attempt?.kind !== 'paid') subscription.status = 'past_due';
  }
  op.publish('customer.subscription.resumed', subscription);
  planSubscription(op, subscription);
  return subscription;
}
