import type Stripe from 'stripe';
import { newId } from '../ids.ts';
import type { Wire, WirePrice, WireSubscription, WireSubscriptionItem } from '../wire.ts';
import { planOf } from './price.ts';

export interface Period {
  start: number;
  end: number;
}

interface ItemInput {
  subscription: string;
  price: WirePrice;
  quantity: number;
  period: Period;
  metadata: Record<string, string>;
  created: number;
}

export function buildSubscriptionItem(input: ItemInput): WireSubscriptionItem {
  return {
    id: newId('si', 14),
    object: 'subscription_item',
    billing_thresholds: null,
    created: input.created,
    current_period_end: input.period.end,
    current_period_start: input.period.start,
    current_trial: null,
    discounts: [],
    metadata: input.metadata,
    plan: planOf(input.price),
    price: structuredClone(input.price),
    quantity: input.quantity,
    subscription: input.subscription,
    tax_rates: [],
  } satisfies WireSubscriptionItem;
}

interface SubscriptionInput {
  id: string;
  customer: Stripe.Customer;
  currency: string;
  items: WireSubscriptionItem[];
  description: string | null;
  defaultMethod: string | null;
  metadata: Record<string, string>;
  anchor: number;
  trialEnd: number | null;
  whenTrialEndsUnpaid: 'cancel' | 'create_invoice' | 'pause';
  saveMethod: 'off' | 'on_subscription';
  cancelAtPeriodEnd: boolean;
  created: number;
}

export function buildSubscription(input: SubscriptionInput): WireSubscription {
  const { id, created, trialEnd } = input;
  return {
    id,
    object: 'subscription',
    application: null,
    application_fee_percent: null,
    automatic_tax: { disabled_reason: null, enabled: false, liability: null },
    billing_cycle_anchor: input.anchor,
    billing_cycle_anchor_config: null,
    billing_mode: { flexible: { proration_discounts: 'included' }, type: 'flexible' },
    billing_schedules: [],
    billing_thresholds: null,
    cancel_at: input.cancelAtPeriodEnd ? (input.items[0]?.current_period_end ?? null) : null,
    cancel_at_period_end: input.cancelAtPeriodEnd,
    canceled_at: input.cancelAtPeriodEnd ? created : null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
    collection_method: 'charge_automatically',
    created,
    currency: input.currency,
    customer: input.customer.id,
    customer_account: null,
    days_until_due: null,
    default_payment_method: input.defaultMethod,
    default_source: null,
    default_tax_rates: [],
    description: input.description,
    discounts: [],
    ended_at: null,
    invoice_settings: {
      account_tax_ids: null,
      custom_fields: null,
      description: null,
      footer: null,
      issuer: { type: 'self' },
    },
    items: {
      object: 'list',
      data: input.items,
      has_more: false,
      url: `/v1/subscription_items?subscription=${id}`,
    },
    latest_invoice: null,
    livemode: false,
    managed_payments: null,
    metadata: input.metadata,
    next_pending_invoice_item_invoice: null,
    on_behalf_of: null,
    pause_collection: null,
    payment_settings: {
      payment_method_options: null,
      payment_method_types: null,
      save_default_payment_method: input.saveMethod,
    },
    pending_invoice_item_interval: null,
    pending_setup_intent: null,
    pending_update: null,
    schedule: null,
    start_date: created,
    status: 'incomplete',
    test_clock: input.customer.test_clock as string | null,
    transfer_data: null,
    trial_end: trialEnd,
    trial_settings: {
      end_behavior: {
        billing_cycle_anchor: null,
        missing_payment_method: input.whenTrialEndsUnpaid,
      },
    },
    trial_start: trialEnd === null ? null : created,
  } satisfies Wire<Stripe.Subscription>;
}
