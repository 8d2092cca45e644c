-- up
-- What a charge is earned for, and who earns it. Written with the payment, so that who teaches can see what
-- is to come; the words are a copy for statements, and leave with their author.
create table payments.earnings (
  charge_id uuid constraint earnings_pkey primary key,
  person_id uuid not null,
  title text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  created_at timestamptz not null,
  constraint earnings_charge foreign key (charge_id) references payments.charges (id),
  constraint earnings_title_length check (length(title) between 1 and 200),
  constraint earnings_span check (starts_at < ends_at)
);
create index earnings_by_person on payments.earnings (person_id, starts_at desc, charge_id desc);
insert into payments.earnings (charge_id, person_id, title, starts_at, ends_at, created_at)
select charge_id, instructor_person_id, left(title, 200), starts_at, ends_at, confirmed_at
from scheduling.bookings where charge_id is not null and confirmed_at is not null;

-- Where somebody is paid out to: an account at the provider, one per platform account of ours.
create table payments.payout_accounts (
  id uuid constraint payout_accounts_pkey primary key,
  person_id uuid not null,
  platform text not null,
  country text not null,
  status text not null,
  provider_account_id text,
  transfers_enabled boolean not null default false,
  payouts_enabled boolean not null default false,
  disabled_reason text,
  requirements jsonb not null default '[]',
  bank_name text,
  bank_last4 text,
  -- When the look began that the row shows; an older one changes nothing.
  looked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint payout_accounts_person_key unique (person_id, platform),
  constraint payout_accounts_provider_key unique (provider_account_id),
  constraint payout_accounts_status check (status in (
    'not_started', 'onboarding', 'pending', 'enabled', 'restricted', 'rejected'
  )),
  constraint payout_accounts_country check (country ~ '^[A-Z]{2}$'),
  constraint payout_accounts_started check ((status = 'not_started') = (provider_account_id is null)),
  constraint payout_accounts_enabled check (status <> 'enabled' or (transfers_enabled and payouts_enabled)),
  constraint payout_accounts_requirements check (jsonb_typeof(requirements) = 'array')
);

create table payments.payout_account_transitions (
  id uuid constraint payout_account_transitions_pkey primary key,
  payout_account_id uuid not null,
  from_status text not null,
  to_status text not null,
  cause text not null,
  at timestamptz not null,
  constraint payout_account_transitions_account foreign key (payout_account_id)
    references payments.payout_accounts (id)
);
create index payout_account_transitions_by_account
  on payments.payout_account_transitions (payout_account_id, at);
create trigger payout_account_transitions_append_only before update or delete or truncate
  on payments.payout_account_transitions for each statement execute function payments.refuse_change();

-- What the provider sends to somebody's bank; negative where it takes back what is owed.
create table payments.payouts (
  id uuid constraint payouts_pkey primary key,
  payout_account_id uuid not null,
  person_id uuid not null,
  platform text not null,
  provider_payout_id text not null,
  -- 'announced': an event named it; the rest is known with the first look.
  status text not null,
  currency text,
  amount_minor bigint,
  automatic boolean,
  bank_last4 text,
  failure_code text,
  provider_created_at timestamptz,
  arrives_at timestamptz,
  -- When it was seen that the money came back: from then on it is in the account again.
  came_back_at timestamptz,
  -- Null until the provider has said what the payout is made of.
  lines_read_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint payouts_account foreign key (payout_account_id) references payments.payout_accounts (id),
  constraint payouts_provider_key unique (provider_payout_id),
  constraint payouts_currency check (currency ~ '^[A-Z]{3}$'),
  constraint payouts_amount check (amount_minor <> 0),
  constraint payouts_status check (status in ('announced', 'pending', 'in_transit', 'paid', 'failed', 'canceled')),
  constraint payouts_came_back check ((status in ('failed', 'canceled')) = (came_back_at is not null)),
  constraint payouts_announced check (
    (status = 'announced') = (num_nonnulls(currency, amount_minor, automatic, provider_created_at, arrives_at) = 0)
    and num_nulls(currency, amount_minor, automatic, provider_created_at, arrives_at) in (0, 5)
  )
);
create index payouts_by_person on payments.payouts (person_id, provider_created_at desc, id desc)
  where status <> 'announced';

-- The movements that a payout is made of, as the provider lists them. They sum to its amount.
create table payments.payout_lines (
  balance_transaction_id text constraint payout_lines_pkey primary key,
  payout_id uuid not null,
  kind text not null,
  -- What was transferred, and the payment that this is in the account: a reversal names only that.
  provider_transfer_id text,
  provider_payment_id text,
  amount_minor bigint not null,
  happened_at timestamptz not null,
  constraint payout_lines_payout foreign key (payout_id) references payments.payouts (id),
  constraint payout_lines_kind check (kind in ('transfer', 'reversal', 'failed_payout', 'other')),
  constraint payout_lines_transfer check ((kind = 'transfer') = (provider_transfer_id is not null)),
  constraint payout_lines_payment check ((kind in ('transfer', 'reversal')) = (provider_payment_id is not null))
);
create index payout_lines_by_payout on payments.payout_lines (payout_id, happened_at, balance_transaction_id);
create index payout_lines_by_transfer on payments.payout_lines (provider_transfer_id)
  where provider_transfer_id is not null;
create index payout_lines_by_payment on payments.payout_lines (provider_payment_id)
  where provider_payment_id is not null;

-- down
drop table payments.payout_lines;
drop table payments.payouts;
drop table payments.payout_account_transitions;
drop table payments.payout_accounts;
drop table payments.earnings;
