import type Stripe from 'stripe';
import { cardError, invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { idOf, newId } from '../../ids.ts';
import { buildSetupIntent } from '../../objects/setup-intent.ts';
import { buildSubscription } from '../../objects/subscription.ts';
import type { WireInvoice, WireSubscription } from '../../wire.ts';
import { getCustomer } from '../find.ts';
import { attemptInvoice } from './collect-invoice.ts';
import { draftInvoice } from './draft-invoice.ts';
import { finaliseInvoice } from './finalise-invoice.ts';
import { periodEnd, recurrenceOf } from './periods.ts';
import { endSubscription, setStatus } from './settle-invoice.ts';
import {
  applyItems,
  periodLine,
  planItems,
  readItems,
  type ItemInput,
} from './subscription-items.ts';

const daySeconds = 86_400;
/** How long the first payment may take. */
const incompleteSeconds = 23 * 60 * 60;
const behaviours = ['allow_incomplete', 'default_incomplete', 'error_if_incomplete'] as const;
const trialDaysMax = 730;

export type PaymentBehaviour = (typeof behaviours)[number];

export interface CreateSubscriptionInput {
  customer: string;
  items: ItemInput[];
  /** Unix seconds, or so many days from now; neither for no trial. */
  trialEnd: number | undefined;
  trialDays: number | undefined;
  whenTrialEndsUnpaid: 'cancel' | 'create_invoice' | 'pause';
  behaviour: PaymentBehaviour;
  offSession: boolean;
  method: string | undefined;
  /** The payment that was made before, on a page. */
  paidBy?: Stripe.PaymentIntent | undefined;
  saveMethod: 'off' | 'on_subscription';
  cancelAtPeriodEnd: boolean;
  description: string | null;
  metadata: Record<string, string>;
}

export function readBehaviour(params: Params): PaymentBehaviour {
  return params.oneOf('payment_behavior', behaviours) ?? 'allow_incomplete';
}

export function readCreateSubscription(params: Params): CreateSubscriptionInput {
  const settings = params.object('payment_settings');
  const whenTrialEnds = params.object('trial_settings')?.object('end_behavior');
  const trialEnd = params.text('trial_end');
  params.oneOf('collection_method', ['charge_automatically']);
  params.oneOf('proration_behavior', ['always_invoice', 'create_prorations', 'none']);
  params.object('billing_mode')?.oneOf('type', ['flexible']);
  if (trialEnd !== undefined && trialEnd !== 'now' && !/^\d{1,12}$/.test(trialEnd)) {
    throw invalidRequest('Invalid timestamp: trial_end', { param: 'trial_end' });
  }
  return {
    customer: params.requiredText('customer'),
    items: readItems(params),
    trialEnd: trialEnd === undefined || trialEnd === 'now' ? undefined : Number(trialEnd),
    trialDays: params.integer('trial_period_days'),
    whenTrialEndsUnpaid:
      whenTrialEnds?.oneOf('missing_payment_method', ['cancel', 'create_invoice', 'pause']) ??
      'create_invoice',
    behaviour: readBehaviour(params),
    offSession: params.flag('off_session') ?? false,
    method: params.text('default_payment_method'),
    saveMethod: settings?.oneOf('save_default_payment_method', ['off', 'on_subscription']) ?? 'off',
    cancelAtPeriodEnd: params.flag('cancel_at_period_end') ?? false,
    description: params.text('description', 500) ?? null,
    metadata: params.metadata(),
  };
}

function trialEndOf(input: CreateSubscriptionInput, now: number): number | null {
  const { trialEnd, trialDays } = input;
  if (trialEnd !== undefined && trialDays !== undefined) {
    throw invalidRequest('You can give trial_end or trial_period_days, not both.', {
      param: 'trial_end',
    });
  }
  const end = trialEnd ?? (trialDays ? now + trialDays * daySeconds : null);
  if (end === null) return null;
  if (end <= now || end > now + trialDaysMax * daySeconds) {
    throw invalidRequest(`A trial ends within ${trialDaysMax} days from now.`, {
      param: trialEnd === undefined ? 'trial_period_days' : 'trial_end',
    });
  }
  return end;
}

/** Plans what happens by itself: the end of the period, and word of the end of a trial. */
export function planSubscription(op: Operation, subscription: WireSubscription): void {
  const end = subscription.items.data[0]!.current_period_end;
  op.schedule('advance_subscription', subscription.id, end - op.now);
  if (subscription.status !== 'trialing') return;
  op.schedule('announce_trial_end', subscription.id, Math.max(0, end - 3 * daySeconds - op.now));
}

function build(op: Operation, customer: Stripe.Customer, input: CreateSubscriptionInput) {
  const planned = planItems(op, [], input.items);
  const { price } = planned[0]!;
  const trialEnd = trialEndOf(input, op.now);
  const end = trialEnd ?? periodEnd(op.now, op.now, recurrenceOf(price));
  const id = newId('sub');
  const subscription = buildSubscription({
    ...input,
    id,
    customer,
    currency: price.currency,
    items: applyItems(op, id, planned, { start: op.now, end }),
    defaultMethod: input.method ?? null,
    anchor: trialEnd ?? op.now,
    trialEnd,
    created: op.now,
  });
  if (trialEnd !== null) subscription.status = 'trialing';
  return subscription;
}

function firstInvoice(
  op: Operation,
  customer: Stripe.Customer,
  subscription: WireSubscription,
  paidBy: Stripe.PaymentIntent | undefined,
): WireInvoice {
  const trial = subscription.status === 'trialing';
  const lines = subscription.items.data.map((item) =>
    periodLine(
      op,
      subscription.id,
      { ...item, itemId: item.id },
      { start: item.current_period_start, end: item.current_period_end },
      trial,
    ),
  );
  const invoice = draftInvoice(op, {
    customer,
    currency: subscription.currency,
    reason: 'subscription_create',
    subscription,
    lines,
    period: { start: op.now, end: op.now },
    autoAdvance: true,
    withPending: true,
  });
  return finaliseInvoice(op, invoice, paidBy);
}

/** The first payment; who pays later (`default_incomplete`) has 23 hours. */
function payFirst(
  op: Operation,
  subscription: WireSubscription,
  invoice: WireInvoice,
  input: CreateSubscriptionInput,
): void {
  if (input.behaviour !== 'default_incomplete') {
    const attempt = attemptInvoice(op, invoice, { offSession: input.offSession });
    if (attempt?.kind === 'paid') return;
    if (attempt?.kind === 'declined' && input.behaviour === 'error_if_incomplete') {
      endSubscription(op, subscription, 'payment_failed', 'incomplete_expired');
      op.store.subscriptions.delete(subscription.id);
      throw cardError(attempt.decline, {});
    }
  }
  op.schedule('expire_subscription', subscription.id, incompleteSeconds);
}

function openSetup(op: Operation, subscription: WireSubscription): void {
  const intent = buildSetupIntent({
    customer: subscription.customer as string,
    description: null,
    metadata: {},
    usage: 'off_session',
    automaticMethods: null,
    created: op.now,
  });
  op.store.setupIntents.set(intent.id, intent);
  subscription.pending_setup_intent = intent.id;
  op.publish('setup_intent.created', intent);
}

export function createSubscription(
  outer: Operation,
  input: CreateSubscriptionInput,
): WireSubscription {
  const customer = getCustomer(outer.store, input.customer, 'customer');
  const op = outer.onClock(customer.test_clock as string | null);
  const method = input.method === undefined ? undefined : op.store.paymentMethods.get(input.method);
  if (input.method !== undefined && method?.customer !== customer.id) {
    throw invalidRequest(
      `The customer does not have a payment method with the ID ${input.method}. It must be attached to the customer.`,
      { code: 'resource_missing', param: 'default_payment_method' },
    );
  }
  const subscription = build(op, customer, input);
  const payer = input.method ?? idOf(customer.invoice_settings.default_payment_method);
  const trial = subscription.status === 'trialing';
  const due = subscription.items.data.some(({ price }) => (price.unit_amount ?? 0) > 0);
  if (payer === '' && !trial && due && input.behaviour !== 'default_incomplete') {
    throw invalidRequest(
      'This customer has no attached payment source or default payment method. Please consider adding a default payment method.',
      { code: 'resource_missing' },
    );
  }
  op.store.subscriptions.set(subscription.id, subscription);
  customer.currency ??= subscription.currency;
  op.publish('customer.subscription.created', subscription);
  const invoice = firstInvoice(op, customer, subscription, input.paidBy);
  if (trial && payer === '' && input.behaviour === 'default_incomplete')
    openSetup(op, subscription);
  if (invoice.status === 'open') payFirst(op, subscription, invoice, input);
  else if (!trial) setStatus(op, subscription, 'active');
  planSubscription(op, subscription);
  return subscription;
}
