import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import type { WireInvoice, WireSubscription } from '../../wire.ts';

/** After how many days each further try follows the one before. When all failed, the subscription ends. */
const retryDays = [3, 5, 7] as const;
const daySeconds = 86_400;

function paymentOf(op: Operation, intent: string): Stripe.InvoicePayment | undefined {
  const id = op.store.invoiceOfIntent.get(intent);
  return id === undefined
    ? undefined
    : [...op.store.invoicePayments.values()].find(
        ({ payment }) => payment.payment_intent === intent,
      );
}

export function subscriptionOf(op: Operation, invoice: WireInvoice): WireSubscription | undefined {
  const id = invoice.parent?.subscription_details?.subscription;
  return op.store.subscriptions.get(typeof id === 'string' ? id : '');
}

export function setStatus(
  op: Operation,
  subscription: WireSubscription,
  status: Stripe.Subscription.Status,
): void {
  if (subscription.status === status) return;
  const previous = { status: subscription.status };
  subscription.status = status;
  op.publish('customer.subscription.updated', subscription, previous);
}

/** Marks the invoice as paid and lets its subscription run (again). */
export function markPaid(op: Operation, invoice: WireInvoice, amount: number): void {
  Object.assign(invoice, {
    status: 'paid',
    amount_paid: amount,
    amount_remaining: 0,
    attempted: true,
    auto_advance: false,
    next_payment_attempt: null,
  });
  invoice.status_transitions.paid_at = op.now;
  op.publish('invoice.paid', invoice);
  op.publish('invoice.payment_succeeded', invoice);
  const subscription = subscriptionOf(op, invoice);
  if (!subscription || !['incomplete', 'past_due', 'unpaid'].includes(subscription.status)) return;
  const trialing = subscription.trial_end !== null && subscription.trial_end > op.now;
  setStatus(op, subscription, trialing ? 'trialing' : 'active');
}

/** Called for every payment that succeeded: one may have been for an invoice. */
export function settleInvoiceOf(outer: Operation, intent: Stripe.PaymentIntent): void {
  const invoice = outer.store.invoices.get(outer.store.invoiceOfIntent.get(intent.id) ?? '');
  const op = outer.onClock((invoice?.test_clock ?? null) as string | null);
  const payment = paymentOf(op, intent.id);
  if (!invoice || !payment || invoice.status !== 'open') return;
  Object.assign(payment, { status: 'paid', amount_paid: intent.amount_received });
  payment.status_transitions.paid_at = op.now;
  invoice.attempt_count = Math.max(1, invoice.attempt_count);
  op.publish('invoice_payment.paid', payment);
  const subscription = subscriptionOf(op, invoice);
  const saves = subscription?.payment_settings?.save_default_payment_method === 'on_subscription';
  if (subscription && saves) subscription.default_payment_method = idOf(intent.payment_method);
  markPaid(op, invoice, intent.amount_received);
}

/** Called for every payment that was refused; only tries made by themselves count on. */
export function refuseInvoiceOf(op: Operation, intent: Stripe.PaymentIntent): void {
  const invoice = op.store.invoices.get(op.store.invoiceOfIntent.get(intent.id) ?? '');
  if (!invoice || invoice.status !== 'open') return;
  invoice.attempted = true;
  invoice.attempt_count = Math.max(1, invoice.attempt_count);
  op.publish('invoice.payment_failed', invoice);
}

/** Plans the next try of a renewal that failed, or ends the subscription after the last. */
export function planRetry(op: Operation, invoice: WireInvoice): void {
  const subscription = subscriptionOf(op, invoice);
  const days = retryDays[invoice.attempt_count - 1];
  if (!subscription || invoice.billing_reason === 'subscription_create') return;
  if (days === undefined) {
    Object.assign(invoice, { next_payment_attempt: null, auto_advance: false });
    endSubscription(op, subscription, 'payment_failed');
    return;
  }
  invoice.next_payment_attempt = op.now + days * daySeconds;
  op.schedule('retry_invoice', invoice.id, days * daySeconds);
  op.publish('invoice.updated', invoice);
  if (['active', 'trialing'].includes(subscription.status)) setStatus(op, subscription, 'past_due');
}

/** The end of a subscription, for whatever reason. Drafts go, open invoices wait for nobody any more. */
export function endSubscription(
  op: Operation,
  subscription: WireSubscription,
  reason: Stripe.Subscription.CancellationDetails.Reason | null,
  status: 'canceled' | 'incomplete_expired' = 'canceled',
): void {
  Object.assign(subscription, {
    status,
    ended_at: op.now,
    canceled_at: subscription.canceled_at ?? op.now,
  });
  if (reason !== null && subscription.cancellation_details) {
    subscription.cancellation_details.reason ??= reason;
  }
  for (const invoice of op.store.invoices.values()) {
    if (invoice.parent?.subscription_details?.subscription !== subscription.id) continue;
    if (invoice.status === 'draft' || invoice.status === 'open') invoice.auto_advance = false;
  }
  op.publish(
    status === 'canceled' ? 'customer.subscription.deleted' : 'customer.subscription.updated',
    subscription,
  );
}
