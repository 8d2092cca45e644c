import type { ColumnType } from 'kysely';
import type { InvoiceLine, InvoiceStatus } from './subscriptions/observe-subscription.ts';
import type { SubscriptionStatus } from './subscriptions/subscription-states.ts';

type Instant = ColumnType<Temporal.Instant, string, string>;
type MaybeInstant = ColumnType<Temporal.Instant | null, string | null | undefined, string | null>;
type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Counter = ColumnType<number, never, number>;

export interface CustomersTable {
  id: string;
  person_id: Maybe<string>;
  platform: string;
  provider_customer_id: Maybe<string>;
  setup_session_id: Maybe<string>;
  setup_session_url: Maybe<string>;
  wanted_method_id: Maybe<string>;
  looks_begun: Counter;
  look_applied: Counter;
  created_at: Instant;
  updated_at: Instant;
}

export interface SavedCardsTable {
  id: string;
  customer_id: string;
  provider_method_id: string;
  brand: string;
  last4: string;
  exp_month: number;
  exp_year: number;
  is_default: boolean;
  saved_at: Instant;
  remove_asked_at: MaybeInstant;
  removed_at: MaybeInstant;
}

export type PlanInterval = 'month' | 'year';

export interface PlansTable {
  id: string;
  market_code: string;
  interval: PlanInterval;
  amount_minor: number;
  currency: string;
  trial_days: number;
  offered: boolean;
}

export interface PlanPricesTable {
  plan_id: string;
  platform: string;
  provider_price_id: string;
}

export interface SubscriptionsTable {
  id: string;
  person_id: Maybe<string>;
  customer_id: string;
  platform: string;
  market_code: string;
  plan_id: string;
  next_plan_id: Maybe<string>;
  status: SubscriptionStatus;
  provider_session_id: Maybe<string>;
  provider_session_url: Maybe<string>;
  provider_subscription_id: Maybe<string>;
  provider_item_id: Maybe<string>;
  provider_method_id: Maybe<string>;
  trial_ends_at: MaybeInstant;
  trial_warned_at: MaybeInstant;
  period_starts_at: MaybeInstant;
  period_ends_at: MaybeInstant;
  ends_at: MaybeInstant;
  ended_at: MaybeInstant;
  end_reason: Maybe<string>;
  grace_ends_at: MaybeInstant;
  plus_until: MaybeInstant;
  invoice_url: Maybe<string>;
  wanted_plan_id: Maybe<string>;
  wanted_plan_at: MaybeInstant;
  wanted_end: Maybe<'none' | 'period_end' | 'now'>;
  wanted_method_id: Maybe<string>;
  refund_invoice_id: Maybe<string>;
  refund_minor: Maybe<number>;
  abandoned_at: MaybeInstant;
  looks_begun: Counter;
  look_applied: Counter;
  created_at: Instant;
  updated_at: Instant;
}

export interface SubscriptionTransitionsTable {
  id: string;
  subscription_id: string;
  from_status: SubscriptionStatus;
  to_status: SubscriptionStatus;
  cause: string;
  at: Instant;
}

export interface SubscriptionInvoicesTable {
  id: string;
  subscription_id: string;
  person_id: Maybe<string>;
  provider_invoice_id: string;
  provider_intent_id: Maybe<string>;
  number: Maybe<string>;
  status: InvoiceStatus;
  currency: string;
  total_minor: number;
  paid_minor: number;
  attempts: number;
  lines: ColumnType<InvoiceLine[], string, string>;
  card_brand: Maybe<string>;
  card_last4: Maybe<string>;
  issued_at: Instant;
  paid_at: MaybeInstant;
}

export interface SubscriptionRefundsTable {
  id: string;
  invoice_id: string;
  provider_refund_id: string;
  amount_minor: number;
  status: 'pending' | 'succeeded' | 'failed';
  created_at: Instant;
  updated_at: Instant;
}

export type PlusTables = {
  'payments.customers': CustomersTable;
  'payments.saved_cards': SavedCardsTable;
  'payments.plans': PlansTable;
  'payments.plan_prices': PlanPricesTable;
  'payments.subscriptions': SubscriptionsTable;
  'payments.subscription_transitions': SubscriptionTransitionsTable;
  'payments.subscription_invoices': SubscriptionInvoicesTable;
  'payments.subscription_refunds': SubscriptionRefundsTable;
};
