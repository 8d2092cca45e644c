-- up
-- Who a person is to the provider, on each of our platform accounts there.
create table payments.customers (
  id uuid constraint customers_pkey primary key,
  -- Null once the person is erased.
  person_id uuid,
  platform text not null,
  provider_customer_id text,
  -- A page to save a card on, while it is open.
  setup_session_id text,
  setup_session_url text,
  -- The instruction: which card is to be the default.
  wanted_method_id text,
  -- Looks at the provider are numbered as they begin; an older one never undoes a newer one.
  looks_begun integer not null default 0,
  look_applied integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint customers_person_key unique (person_id, platform),
  constraint customers_provider_customer_key unique (provider_customer_id),
  constraint customers_setup_session check ((setup_session_id is null) = (setup_session_url is null)),
  constraint customers_looks check (look_applied between 0 and looks_begun)
);

-- What the provider shows of a customer's cards. Numbers never come here.
create table payments.saved_cards (
  id uuid constraint saved_cards_pkey primary key,
  customer_id uuid not null,
  provider_method_id text not null,
  brand text not null,
  last4 text not null,
  exp_month integer not null,
  exp_year integer not null,
  is_default boolean not null,
  saved_at timestamptz not null,
  -- The instruction to remove it, and when the provider no longer showed it.
  remove_asked_at timestamptz,
  removed_at timestamptz,
  constraint saved_cards_customer foreign key (customer_id) references payments.customers (id),
  constraint saved_cards_provider_method_key unique (provider_method_id),
  constraint saved_cards_last4 check (last4 ~ '^[0-9]{4}$'),
  constraint saved_cards_expiry check (exp_month between 1 and 12 and exp_year between 2000 and 2200),
  constraint saved_cards_default_is_there check (not (is_default and removed_at is not null))
);
create unique index saved_cards_one_default on payments.saved_cards (customer_id) where is_default;
create index saved_cards_of_customer on payments.saved_cards (customer_id, id) where removed_at is null;

-- What Etude Plus costs in each market. A price that was ever offered is never changed: another row takes its place.
create table payments.plans (
  id text constraint plans_pkey primary key,
  market_code text not null,
  interval text not null,
  amount_minor bigint not null,
  currency text not null,
  trial_days integer not null,
  offered boolean not null,
  constraint plans_id_shape check (id ~ '^plus_[a-z]{2}_[a-z]+_[0-9]+$'),
  constraint plans_interval check (interval in ('month', 'year')),
  constraint plans_amount check (amount_minor between 1 and 99999999),
  constraint plans_currency check (currency ~ '^[A-Z]{3}$'),
  constraint plans_trial check (trial_days between 0 and 90)
);
create unique index plans_one_offered on payments.plans (market_code, interval) where offered;

insert into payments.plans (id, market_code, interval, amount_minor, currency, trial_days, offered) values
  ('plus_us_month_1', 'us', 'month', 999, 'USD', 14, true),
  ('plus_us_year_1', 'us', 'year', 7999, 'USD', 14, true),
  ('plus_gb_month_1', 'gb', 'month', 799, 'GBP', 14, true),
  ('plus_gb_year_1', 'gb', 'year', 6399, 'GBP', 14, true),
  ('plus_in_month_1', 'in', 'month', 29900, 'INR', 14, true),
  ('plus_in_year_1', 'in', 'year', 239900, 'INR', 14, true),
  ('plus_jp_month_1', 'jp', 'month', 980, 'JPY', 14, true),
  ('plus_jp_year_1', 'jp', 'year', 7800, 'JPY', 14, true);

-- The provider's names for a plan's price.
create table payments.plan_prices (
  plan_id text not null,
  platform text not null,
  provider_price_id text not null,
  constraint plan_prices_pkey primary key (plan_id, platform),
  constraint plan_prices_plan foreign key (plan_id) references payments.plans (id)
);

create table payments.subscriptions (
  id uuid constraint subscriptions_pkey primary key,
  -- Null once the person is erased.
  person_id uuid,
  customer_id uuid not null,
  platform text not null,
  market_code text not null,
  plan_id text not null,
  -- What it renews as, where that is another plan.
  next_plan_id text,
  status text not null,
  provider_session_id text,
  provider_session_url text,
  provider_subscription_id text,
  provider_item_id text,
  provider_method_id text,
  trial_ends_at timestamptz,
  -- When its owner was told that the trial is about to end.
  trial_warned_at timestamptz,
  period_starts_at timestamptz,
  period_ends_at timestamptz,
  -- When it will end, if its owner wants so, and when it has.
  ends_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  grace_ends_at timestamptz,
  -- Until when its owner has Plus, as far as is known now; the one thing that the gate reads.
  plus_until timestamptz,
  -- Where what is owed can be paid.
  invoice_url text,
  -- Instructions: another plan (as it was previewed at that instant), an end, another card, money back.
  wanted_plan_id text,
  wanted_plan_at timestamptz,
  wanted_end text,
  wanted_method_id text,
  refund_invoice_id text,
  refund_minor bigint,
  abandoned_at timestamptz,
  looks_begun integer not null default 0,
  look_applied integer not null default 0,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint subscriptions_customer foreign key (customer_id) references payments.customers (id),
  constraint subscriptions_plan foreign key (plan_id) references payments.plans (id),
  constraint subscriptions_next_plan foreign key (next_plan_id) references payments.plans (id),
  constraint subscriptions_wanted_plan foreign key (wanted_plan_id) references payments.plans (id),
  constraint subscriptions_provider_session_key unique (provider_session_id),
  constraint subscriptions_provider_subscription_key unique (provider_subscription_id),
  constraint subscriptions_status check (status in (
    'created', 'open', 'trialing', 'active', 'cancelling', 'grace', 'past_due', 'ended', 'abandoned'
  )),
  constraint subscriptions_ended check ((status = 'ended') = (ended_at is not null)),
  constraint subscriptions_session check ((provider_session_id is null) = (provider_session_url is null)),
  constraint subscriptions_known check (
    status in ('created', 'open', 'abandoned')
    or (provider_subscription_id is not null and period_ends_at is not null)
  ),
  constraint subscriptions_wanted_plan_at check ((wanted_plan_id is null) = (wanted_plan_at is null)),
  constraint subscriptions_wanted_end check (wanted_end in ('none', 'period_end', 'now')),
  constraint subscriptions_refund check (
    (refund_minor is null) = (refund_invoice_id is null) and refund_minor > 0
  ),
  constraint subscriptions_looks check (look_applied between 0 and looks_begun)
);
-- Nobody pays twice for the same.
create unique index subscriptions_one_live on payments.subscriptions (person_id)
  where status not in ('ended', 'abandoned');
create index subscriptions_plus on payments.subscriptions (person_id, plus_until);
create index subscriptions_of_person on payments.subscriptions (person_id, id);
create index subscriptions_of_customer on payments.subscriptions (customer_id, id);
-- What should have moved on by itself; the sweep looks there when no event has said so.
create index subscriptions_due on payments.subscriptions (plus_until)
  where status in ('trialing', 'active', 'cancelling', 'grace');

create table payments.subscription_transitions (
  id uuid constraint subscription_transitions_pkey primary key,
  subscription_id uuid not null,
  from_status text not null,
  to_status text not null,
  cause text not null,
  at timestamptz not null,
  constraint subscription_transitions_subscription foreign key (subscription_id)
    references payments.subscriptions (id)
);
create index subscription_transitions_by_subscription
  on payments.subscription_transitions (subscription_id, at);
create trigger subscription_transitions_append_only before update or delete or truncate
  on payments.subscription_transitions for each statement execute function payments.refuse_change();

create table payments.subscription_invoices (
  id uuid constraint subscription_invoices_pkey primary key,
  subscription_id uuid not null,
  person_id uuid,
  provider_invoice_id text not null,
  provider_intent_id text,
  number text,
  status text not null,
  currency text not null,
  total_minor bigint not null,
  paid_minor bigint not null,
  attempts integer not null,
  -- What it is for: description, amount and period of each line.
  lines jsonb not null,
  card_brand text,
  card_last4 text,
  issued_at timestamptz not null,
  paid_at timestamptz,
  constraint subscription_invoices_subscription foreign key (subscription_id)
    references payments.subscriptions (id),
  constraint subscription_invoices_provider_invoice_key unique (provider_invoice_id),
  constraint subscription_invoices_status check (status in ('open', 'paid', 'void', 'uncollectible')),
  constraint subscription_invoices_currency check (currency ~ '^[A-Z]{3}$'),
  constraint subscription_invoices_paid check (paid_minor >= 0 and (paid_minor = 0 or status = 'paid')),
  constraint subscription_invoices_paid_at check ((status = 'paid') = (paid_at is not null))
);
create index subscription_invoices_of_subscription on payments.subscription_invoices (subscription_id, issued_at);
create index subscription_invoices_of_person on payments.subscription_invoices (person_id, issued_at desc, id desc)
  where paid_minor > 0 or status = 'open';
create index subscription_invoices_by_intent on payments.subscription_invoices (provider_intent_id);

create table payments.subscription_refunds (
  id uuid constraint subscription_refunds_pkey primary key,
  invoice_id uuid not null,
  provider_refund_id text not null,
  amount_minor bigint not null,
  status text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint subscription_refunds_invoice foreign key (invoice_id) references payments.subscription_invoices (id),
  constraint subscription_refunds_provider_refund_key unique (provider_refund_id),
  constraint subscription_refunds_amount check (amount_minor > 0),
  constraint subscription_refunds_status check (status in ('pending', 'succeeded', 'failed'))
);
create index subscription_refunds_by_invoice on payments.subscription_refunds (invoice_id);

-- Who paid, and what it was called then: their list of payments and their receipts are read from here.
alter table payments.charges add column payer_id uuid, add column description text;
update payments.charges set payer_id = booking.learner_id, description = booking.title
  from scheduling.bookings booking where charges.id = booking.charge_id and booking.learner_id is not null;
create index charges_of_payer on payments.charges (payer_id, created_at desc, id desc) where payer_id is not null;

insert into payments.ledger_account_codes (code) values ('plus_income');
insert into payments.ledger_posting_kinds (kind) values ('plus_paid'), ('plus_refund'), ('plus_refund_failed');

-- down
delete from payments.ledger_posting_kinds where kind in ('plus_paid', 'plus_refund', 'plus_refund_failed');
delete from payments.ledger_account_codes where code = 'plus_income';
drop index payments.charges_of_payer;
alter table payments.charges drop column payer_id, drop column description;
drop table payments.subscription_refunds, payments.subscription_invoices, payments.subscription_transitions,
  payments.subscriptions, payments.plan_prices, payments.plans, payments.saved_cards, payments.customers;
