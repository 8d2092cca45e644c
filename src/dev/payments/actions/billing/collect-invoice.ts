import type Stripe from 'stripe';
import { cardError, invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import type { WireInvoice } from '../../wire.ts';
import { useMethod } from '../cards/use-method.ts';
import { attemptPayment, type Attempt } from '../payments/attempt-payment.ts';
import { askForAuthentication } from '../payments/next-action.ts';
import { planRetry, subscriptionOf } from './settle-invoice.ts';

export function intentOfInvoice(
  op: Operation,
  invoice: WireInvoice,
): Stripe.PaymentIntent | undefined {
  for (const { invoice: owner, payment } of op.store.invoicePayments.values()) {
    if (owner === invoice.id) return op.store.intents.get(idOf(payment.payment_intent ?? null));
  }
  return undefined;
}

/** The card that pays by itself: the invoice's, the subscription's, or else the customer's. */
function defaultMethodOf(op: Operation, invoice: WireInvoice): string {
  const customer = op.store.customers.get(invoice.customer as string);
  const candidates = [
    invoice.default_payment_method,
    subscriptionOf(op, invoice)?.default_payment_method ?? null,
    customer?.invoice_settings.default_payment_method ?? null,
  ];
  return candidates.map((method) => idOf(method as string | null)).find((id) => id !== '') ?? '';
}

interface Collecting {
  offSession: boolean;
  method?: string;
  returnUrl?: string | null;
}

/** One try to take an open invoice's money from a card; nothing when there is no card to try. */
export function attemptInvoice(
  op: Operation,
  invoice: WireInvoice,
  { offSession, method: wanted, returnUrl = null }: Collecting,
): Attempt | undefined {
  const intent = intentOfInvoice(op, invoice);
  const id = wanted ?? defaultMethodOf(op, invoice);
  if (!intent || id === '') return undefined;
  if (intent.status === 'requires_action') {
    Object.assign(intent, { status: 'requires_payment_method', next_action: null });
  }
  const method = useMethod(op, id, idOf(intent.customer));
  const attempt = attemptPayment(op, intent, method, { offSession });
  if (attempt.kind !== 'authenticate') return attempt;
  askForAuthentication(op, intent, returnUrl ?? invoice.hosted_invoice_url ?? null);
  invoice.attempted = true;
  invoice.attempt_count = Math.max(1, invoice.attempt_count);
  op.publish('payment_intent.requires_action', intent);
  op.publish('invoice.payment_action_required', invoice);
  return attempt;
}

/** A try that nobody is there for: of a renewal, or one more after it failed. */
export function collectByItself(op: Operation, invoice: WireInvoice): void {
  if (invoice.status !== 'open' || invoice.collection_method !== 'charge_automatically') return;
  Object.assign(invoice, { attempted: true, attempt_count: invoice.attempt_count + 1 });
  const attempt = attemptInvoice(op, invoice, { offSession: true });
  if (attempt?.kind === 'paid') return;
  if (!attempt) op.publish('invoice.payment_failed', invoice);
  planRetry(op, invoice);
}

/** `POST /v1/invoices/:id/pay`: a refusal is thrown. */
export function payInvoice(
  op: Operation,
  invoice: WireInvoice,
  input: { method: string | undefined; offSession: boolean },
): WireInvoice {
  if (invoice.status !== 'open') {
    throw invalidRequest(`This invoice cannot be paid: it is ${invoice.status}.`, {
      code: 'invoice_payment_intent_requires_action',
    });
  }
  const attempt = attemptInvoice(op, invoice, {
    offSession: input.offSession,
    ...(input.method !== undefined && { method: input.method }),
  });
  if (!attempt) {
    throw invalidRequest('There is no default_payment_method to pay this invoice with.', {
      code: 'invoice_no_payment_method_types',
    });
  }
  const intent = intentOfInvoice(op, invoice);
  if (attempt.kind === 'declined') {
    throw cardError(attempt.decline, { ...(intent && { payment_intent: intent }) });
  }
  if (attempt.kind === 'authenticate') {
    throw invalidRequest(
      'This payment requires additional user action before it can be completed.',
      {
        code: 'invoice_payment_intent_requires_action',
        status: 402,
      },
    );
  }
  return invoice;
}
