import { cardError, invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import { applyMetadata } from '../../api/route.ts';
import type { Operation } from '../../core.ts';
import { buildInvoiceItem, type LineDraft } from '../../objects/invoice.ts';
import type { WireInvoice, WireSubscription } from '../../wire.ts';
import { getCustomer, getSubscription } from '../find.ts';
import { cancelIntentOf } from '../payments/cancel-payment-intent.ts';
import { readCancellation, type Cancellation } from './cancel-subscription.ts';
import { attemptInvoice, intentOfInvoice } from './collect-invoice.ts';
import { planSubscription, readBehaviour, type PaymentBehaviour } from './create-subscription.ts';
import { draftInvoice } from './draft-invoice.ts';
import { finaliseInvoice } from './finalise-invoice.ts';
import { setStatus } from './settle-invoice.ts';
import { planChange, type Change } from './subscription-change.ts';
import { applyItems, periodOf, readItems, type ItemInput } from './subscription-items.ts';

export const prorations = ['always_invoice', 'create_prorations', 'none'] as const;

export interface UpdateSubscriptionInput {
  items: ItemInput[];
  proration: (typeof prorations)[number];
  prorationDate: number | undefined;
  restart: boolean;
  trialEnd: number | 'now' | undefined;
  cancelAtPeriodEnd: boolean | undefined;
  cancelAt: number | null | undefined;
  cancellation: Cancellation | undefined;
  behaviour: PaymentBehaviour;
  offSession: boolean;
  method: string | null | undefined;
  description: string | null | undefined;
  metadata: Record<string, string>;
}

export function readTrialEnd(params: Params): number | 'now' | undefined {
  const value = params.text('trial_end');
  if (value === undefined || value === 'now') return value;
  if (/^\d{1,12}$/.test(value)) return Number(value);
  throw invalidRequest('Invalid timestamp: trial_end', { param: 'trial_end' });
}

export function readUpdateSubscription(params: Params): UpdateSubscriptionInput {
  const cancelAt = params.clearable('cancel_at');
  return {
    items: readItems(params),
    proration: params.oneOf('proration_behavior', prorations) ?? 'create_prorations',
    prorationDate: params.integer('proration_date'),
    restart: params.oneOf('billing_cycle_anchor', ['now', 'unchanged']) === 'now',
    trialEnd: readTrialEnd(params),
    cancelAtPeriodEnd: params.flag('cancel_at_period_end'),
    cancelAt: cancelAt === undefined || cancelAt === null ? cancelAt : Number(cancelAt),
    cancellation: readCancellation(params),
    behaviour: readBehaviour(params),
    offSession: params.flag('off_session') ?? false,
    method: params.clearable('default_payment_method'),
    description: params.clearable('description', 500),
    metadata: params.metadataChange(),
  };
}

/** Lines that wait for the next invoice. */
function keepForLater(
  op: Operation,
  subscription: WireSubscription,
  lines: readonly LineDraft[],
): string[] {
  const customer = getCustomer(op.store, subscription.customer as string);
  return lines.map((line) => {
    const item = buildInvoiceItem(line, customer, op.now);
    op.store.invoiceItems.set(item.id, item);
    op.publish('invoiceitem.created', item);
    return item.id;
  });
}

function invoiceNow(
  op: Operation,
  subscription: WireSubscription,
  change: Change,
  input: UpdateSubscriptionInput,
): void {
  const invoice = draftInvoice(op, {
    customer: getCustomer(op.store, subscription.customer as string),
    currency: subscription.currency,
    reason: 'subscription_update',
    subscription,
    lines: change.wholePeriod,
    period: { start: op.now, end: op.now },
    autoAdvance: true,
    withPending: true,
  });
  finaliseInvoice(op, invoice);
  if (invoice.status !== 'open' || input.behaviour === 'default_incomplete') return;
  const attempt = attemptInvoice(op, invoice, { offSession: input.offSession });
  if (attempt?.kind === 'paid') return;
  if (attempt?.kind === 'declined' && input.behaviour === 'error_if_incomplete') {
    throw undoneBy(op, invoice, attempt.decline);
  }
  if (subscription.status === 'active') setStatus(op, subscription, 'past_due');
}

function undoneBy(
  op: Operation,
  invoice: WireInvoice,
  decline: Parameters<typeof cardError>[0],
): Error {
  const intent = intentOfInvoice(op, invoice);
  if (intent) cancelIntentOf(op, intent, 'void_invoice');
  invoice.status = 'void';
  invoice.status_transitions.voided_at = op.now;
  op.publish('invoice.voided', invoice);
  return cardError(decline, {});
}

function change(
  op: Operation,
  subscription: WireSubscription,
  input: UpdateSubscriptionInput,
): void {
  const planned = planChange(op, subscription, input);
  const before = structuredClone(subscription);
  const credits = keepForLater(op, subscription, planned.prorations);
  const items = applyItems(op, subscription.id, planned.items, planned.period);
  subscription.items.data = items;
  subscription.billing_cycle_anchor = planned.anchor;
  if (planned.endsTrial) Object.assign(subscription, { status: 'active', trial_end: op.now });
  if (planned.trialEnd !== undefined) {
    Object.assign(subscription, {
      status: 'trialing',
      trial_end: planned.trialEnd,
      trial_start: subscription.trial_start ?? op.now,
    });
  }
  // Items that came new have their ids only now.
  for (const line of planned.wholePeriod) {
    line.subscriptionItem ??= items.find(({ price }) => price.id === line.price?.id)?.id ?? null;
  }
  if (planned.restarts) planSubscription(op, subscription);
  if (!planned.invoices) return;
  try {
    invoiceNow(op, subscription, planned, input);
  } catch (error) {
    Object.assign(subscription, before);
    for (const id of credits) op.store.invoiceItems.delete(id);
    throw error;
  }
}

function setEnd(
  op: Operation,
  subscription: WireSubscription,
  input: UpdateSubscriptionInput,
): void {
  const { cancelAtPeriodEnd, cancelAt, cancellation } = input;
  if (cancelAtPeriodEnd === undefined && cancelAt === undefined) return;
  const end = cancelAtPeriodEnd ? periodOf(subscription).end : (cancelAt ?? null);
  if (end !== null && end <= op.now) {
    throw invalidRequest('cancel_at must lie in the future.', { param: 'cancel_at' });
  }
  Object.assign(subscription, {
    cancel_at: end,
    cancel_at_period_end: cancelAtPeriodEnd ?? false,
    canceled_at: end === null ? null : op.now,
    cancellation_details: {
      comment: cancellation?.comment ?? null,
      feedback: cancellation?.feedback ?? null,
      feedback_option: null,
      reason: end === null ? null : 'cancellation_requested',
    },
  });
  if (end !== null) op.schedule('advance_subscription', subscription.id, end - op.now);
}

export function updateSubscription(
  outer: Operation,
  id: string,
  input: UpdateSubscriptionInput,
): WireSubscription {
  const subscription = getSubscription(outer.store, id);
  const op = outer.onClock(subscription.test_clock as string | null);
  if (['canceled', 'incomplete_expired'].includes(subscription.status)) {
    throw invalidRequest(
      'A canceled subscription can only update its cancellation_details and metadata.',
      {
        code: 'resource_missing',
      },
    );
  }
  const { method, description } = input;
  if (
    typeof method === 'string' &&
    op.store.paymentMethods.get(method)?.customer !== subscription.customer
  ) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${method}. It must be attached to the customer.`,
      { code: 'resource_missing', param: 'default_payment_method' },
    );
  }
  if (input.items.length > 0 || input.restart || input.trialEnd !== undefined) {
    change(op, subscription, input);
  }
  Object.assign(subscription, {
    ...(method !== undefined && { default_payment_method: method }),
    ...(description !== undefined && { description }),
  });
  setEnd(op, subscription, input);
  applyMetadata(subscription, input.metadata);
  op.publish('customer.subscription.updated', subscription);
  return subscription;
}
