import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import type { WireInvoice, WireSubscription } from '../../wire.ts';
import { collectByItself } from './collect-invoice.ts';
import { planSubscription } from './create-subscription.ts';
import { draftInvoice } from './draft-invoice.ts';
import { finaliseInvoice } from './finalise-invoice.ts';
import { periodEnd, recurrenceOf } from './periods.ts';
import { endSubscription, setStatus } from './settle-invoice.ts';
import { periodLine, periodOf } from './subscription-items.ts';

/** How long a renewal's invoice stays a draft. */
const draftSeconds = 60 * 60;

function hasMethod(op: Operation, subscription: WireSubscription): boolean {
  const customer = op.store.customers.get(subscription.customer as string);
  const own = idOf(subscription.default_payment_method as string | null);
  return own !== '' || idOf(customer?.invoice_settings.default_payment_method ?? null) !== '';
}

/** The next period begins: its invoice is drafted, and collected an hour later. */
function renew(op: Operation, subscription: WireSubscription): WireInvoice | undefined {
  const customer = op.store.customers.get(subscription.customer as string);
  if (!customer) return undefined;
  const before = periodOf(subscription);
  const { items } = subscription;
  const end = periodEnd(
    subscription.billing_cycle_anchor,
    before.end,
    recurrenceOf(items.data[0]!.price),
  );
  for (const item of items.data) {
    Object.assign(item, { current_period_start: before.end, current_period_end: end });
  }
  const period = { start: before.end, end };
  const lines = items.data.map((item) =>
    periodLine(op, subscription.id, { ...item, itemId: item.id }, period),
  );
  const invoice = draftInvoice(op, {
    customer,
    currency: subscription.currency,
    reason: 'subscription_cycle',
    subscription,
    lines,
    period: before,
    autoAdvance: true,
    finalisesAt: op.now + draftSeconds,
    withPending: true,
  });
  op.schedule('finalise_invoice', invoice.id, draftSeconds);
  return invoice;
}

/** The end of a period: the subscription ends, pauses, or goes on. Earlier plans find nothing to do. */
export function advanceSubscription(op: Operation, id: string): void {
  const subscription = op.store.subscriptions.get(id);
  if (!subscription || !['active', 'past_due', 'trialing'].includes(subscription.status)) return;
  const { end } = periodOf(subscription);
  const stopsAt = subscription.cancel_at;
  if (stopsAt !== null && stopsAt <= op.now) {
    endSubscription(op, subscription, 'cancellation_requested');
    return;
  }
  if (op.now < end) return;
  if (subscription.status === 'trialing' && !endTrial(op, subscription)) return;
  renew(op, subscription);
  op.publish('customer.subscription.updated', subscription, {
    current_period_end: end,
  });
  planSubscription(op, subscription);
}

/** False when the subscription does not go on, as nobody left a card. */
function endTrial(op: Operation, subscription: WireSubscription): boolean {
  const { missing_payment_method: otherwise } = subscription.trial_settings?.end_behavior ?? {};
  if (!hasMethod(op, subscription) && otherwise === 'cancel') {
    endSubscription(op, subscription, null);
    return false;
  }
  if (!hasMethod(op, subscription) && otherwise === 'pause') {
    setStatus(op, subscription, 'paused');
    op.publish('customer.subscription.paused', subscription);
    return false;
  }
  subscription.status = 'active';
  return true;
}

export function announceTrialEnd(op: Operation, id: string): void {
  const subscription = op.store.subscriptions.get(id);
  if (subscription?.status !== 'trialing') return;
  op.publish('customer.subscription.trial_will_end', subscription);
}

/** Nobody paid the first invoice in time. */
export function expireSubscription(op: Operation, id: string): void {
  const subscription = op.store.subscriptions.get(id);
  if (subscription?.status !== 'incomplete') return;
  endSubscription(op, subscription, null, 'incomplete_expired');
  for (const invoice of op.store.invoices.values()) {
    if (invoice.id !== subscription.latest_invoice || invoice.status !== 'open') continue;
    invoice.status = 'void';
    invoice.status_transitions.voided_at = op.now;
    op.publish('invoice.voided', invoice);
  }
}

export function finaliseDueInvoice(op: Operation, id: string): void {
  const invoice = op.store.invoices.get(id);
  if (invoice?.status !== 'draft' || !invoice.auto_advance) return;
  collectByItself(op, finaliseInvoice(op, invoice));
}

export function retryInvoice(op: Operation, id: string): void {
  const invoice = op.store.invoices.get(id);
  if (invoice?.status !== 'open' || !invoice.auto_advance) return;
  collectByItself(op, invoice);
}
