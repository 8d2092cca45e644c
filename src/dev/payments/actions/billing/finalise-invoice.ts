import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';
import { minimumAmount } from '../../money.ts';
import { buildInvoicePayment } from '../../objects/invoice.ts';
import { buildPaymentIntent } from '../../objects/payment-intent.ts';
import type { WireInvoice } from '../../wire.ts';
import { getCustomer } from '../find.ts';
import { changeCustomerBalance } from './customer-balance.ts';
import { markPaid, settleInvoiceOf, subscriptionOf } from './settle-invoice.ts';

const descriptions: Record<string, string> = {
  subscription_create: 'Subscription creation',
  subscription_cycle: 'Subscription update',
  subscription_update: 'Subscription update',
};

/** By how much a customer's balance changes what is to be paid: less for what they have left, more for what was put off. */
export const balanceUsedFor = (total: number, { balance }: Stripe.Customer): number =>
  balance > 0 ? balance : Math.max(-total, balance);

/** Uses up what the customer has left, and puts off what is too little to charge. Returns what is due. */
function applyBalance(op: Operation, invoice: WireInvoice, customer: Stripe.Customer): number {
  invoice.starting_balance = customer.balance;
  const change = (amount: number, type: Stripe.CustomerBalanceTransaction.Type) =>
    changeCustomerBalance(op, customer, {
      amount,
      currency: invoice.currency,
      type,
      invoice: invoice.id,
      description: null,
    });
  let due = invoice.total;
  if (due < 0) {
    change(due, 'applied_to_invoice');
    due = 0;
  } else if (customer.balance !== 0) {
    const used = balanceUsedFor(due, customer);
    if (used !== 0) change(-used, 'applied_to_invoice');
    due += used;
  }
  if (due > 0 && due < minimumAmount(invoice.currency)) {
    change(due, 'invoice_too_small');
    due = 0;
  }
  invoice.ending_balance = customer.balance;
  return due;
}

function openPayment(op: Operation, invoice: WireInvoice, customer: Stripe.Customer): void {
  const intent = buildPaymentIntent({
    amount: invoice.amount_due,
    currency: invoice.currency,
    customer: customer.id,
    captureMethod: 'automatic',
    description:
      descriptions[invoice.billing_reason ?? ''] ?? `Payment for Invoice ${invoice.number}`,
    metadata: {},
    transferGroup: null,
    receiptEmail: null,
    setupFutureUsage: subscriptionOf(op, invoice) ? 'off_session' : null,
    automaticMethods: null,
    allowedMethods: null,
    created: op.now,
  });
  op.store.intents.set(intent.id, intent);
  linkPayment(op, invoice, intent);
  op.publish('payment_intent.created', intent);
}

function linkPayment(op: Operation, invoice: WireInvoice, intent: Stripe.PaymentIntent): void {
  op.store.invoiceOfIntent.set(intent.id, invoice.id);
  const payment = buildInvoicePayment(invoice, intent.id, op.now);
  op.store.invoicePayments.set(payment.id, payment);
}

/** From here on the invoice stands: it gets its number, and either nothing is due or there is a payment to make. */
export function finaliseInvoice(
  op: Operation,
  invoice: WireInvoice,
  paidBy?: Stripe.PaymentIntent,
): WireInvoice {
  if (invoice.status !== 'draft') {
    throw invalidRequest(
      "This invoice is already finalized, you can't re-finalize a non-draft invoice.",
      {
        code: 'invoice_not_editable',
      },
    );
  }
  const customer = getCustomer(op.store, invoice.customer as string);
  const sequence = customer.next_invoice_sequence ?? 1;
  const due = applyBalance(op, invoice, customer);
  Object.assign(invoice, {
    status: 'open',
    number: `${customer.invoice_prefix}-${String(sequence).padStart(4, '0')}`,
    amount_due: due,
    amount_remaining: due,
    effective_at: op.now,
    automatically_finalizes_at: null,
    hosted_invoice_url: `${op.baseUrl}/c/invoice/${invoice.id}/${newId('t', 20)}`,
  });
  customer.next_invoice_sequence = sequence + 1;
  invoice.status_transitions.finalized_at = op.now;
  if (due > 0 && paidBy) linkPayment(op, invoice, paidBy);
  else if (due > 0) openPayment(op, invoice, customer);
  op.publish('invoice.finalized', invoice);
  if (due === 0) markPaid(op, invoice, 0);
  else if (paidBy) settleInvoiceOf(op, paidBy);
  return invoice;
}
