-- up
-- What a payer's bank has taken back for good: neither ours nor the payee's any more.
alter table payments.charges
  add column lost_minor bigint not null default 0,
  -- While a bank decides, nothing is given back: the provider would refuse it.
  add column dispute_open boolean not null default false;
alter table payments.charges
  add constraint charges_lost check (lost_minor between 0 and captured_minor) not valid;
alter table payments.charges validate constraint charges_lost;
create index charges_by_status on payments.charges (status, id);
create index charges_by_provider_charge on payments.charges (provider_charge_id) where provider_charge_id is not null;

create table payments.disputes (
  id uuid constraint disputes_pkey primary key,
  provider_dispute_id text not null,
  charge_id uuid not null,
  platform text not null,
  market_code text not null,
  status text not null,
  reason text,
  currency text,
  amount_minor bigint,
  -- Taken from our balance for it and not returned.
  held_minor bigint not null default 0,
  due_at timestamptz,
  opened_at timestamptz,
  -- The draft of the answer, in the provider's own field names; files by the provider's ids.
  evidence jsonb not null default '{}',
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  refusal text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint disputes_charge foreign key (charge_id) references payments.charges (id),
  constraint disputes_provider_key unique (provider_dispute_id),
  constraint disputes_status check (status in (
    'reported', 'inquiry', 'inquiry_review', 'inquiry_closed', 'needs_response', 'under_review', 'won', 'lost'
  )),
  constraint disputes_looked_at check (status = 'reported'
    or (reason is not null and currency is not null and amount_minor is not null and opened_at is not null)),
  constraint disputes_currency check (currency ~ '^[A-Z]{3}$'),
  constraint disputes_amount check (amount_minor > 0 and held_minor >= 0),
  constraint disputes_won check (status <> 'won' or held_minor = 0),
  constraint disputes_answer check (answer in ('contest', 'accept')),
  constraint disputes_answered check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index disputes_by_charge on payments.disputes (charge_id);
create index disputes_open on payments.disputes (id)
  where status in ('reported', 'inquiry', 'inquiry_review', 'needs_response', 'under_review');

create table payments.dispute_transitions (
  id uuid constraint dispute_transitions_pkey primary key,
  dispute_id uuid not null,
  from_status text not null,
  to_status text not null,
  cause text not null,
  at timestamptz not null,
  constraint dispute_transitions_dispute foreign key (dispute_id) references payments.disputes (id)
);
create index dispute_transitions_by_dispute on payments.dispute_transitions (dispute_id, at);
create trigger dispute_transitions_append_only before update or delete or truncate
  on payments.dispute_transitions for each statement execute function payments.refuse_change();

-- Files lie with the provider; here is what they were called.
create table payments.dispute_files (
  id uuid constraint dispute_files_pkey primary key,
  dispute_id uuid not null,
  provider_file_id text not null,
  name text not null,
  bytes integer not null,
  uploaded_at timestamptz not null,
  constraint dispute_files_dispute foreign key (dispute_id) references payments.disputes (id),
  constraint dispute_files_provider_key unique (provider_file_id),
  constraint dispute_files_bytes check (bytes > 0)
);
create index dispute_files_by_dispute on payments.dispute_files (dispute_id, id);

insert into payments.ledger_account_codes (code) values ('dispute_hold'), ('dispute_fees'), ('bank')
  on conflict do nothing;
insert into payments.ledger_posting_kinds (kind) values
  ('dispute_hold'), ('dispute_fee'), ('dispute_release'), ('dispute_lost'),
  ('bank_transfer'), ('account_fee')
  on conflict do nothing;

-- Refunds that operators asked for, each with who and why.
create table payments.operator_refunds (
  id uuid constraint operator_refunds_pkey primary key,
  charge_id uuid not null,
  amount_minor bigint not null,
  reason text not null,
  note text not null,
  operator_id uuid not null,
  created_at timestamptz not null,
  constraint operator_refunds_charge foreign key (charge_id) references payments.charges (id),
  constraint operator_refunds_amount check (amount_minor > 0),
  constraint operator_refunds_reason check (reason in (
    'requested_by_customer', 'lesson_not_given', 'duplicate', 'fraudulent', 'goodwill', 'other'
  )),
  constraint operator_refunds_note check (length(note) <= 1000)
);
create index operator_refunds_by_charge on payments.operator_refunds (charge_id, id);
create trigger operator_refunds_append_only before update or delete or truncate
  on payments.operator_refunds for each statement execute function payments.refuse_change();

-- Who is told of what waits for a person.
create index people_operators on identity.people (id) where operator_scopes <> '{}';

-- Calls whose end is not known, or that a person must look at.
create index provider_calls_waiting on payments.provider_calls (id)
  where status in ('pending', 'unknown') or needs_person_at is not null;
create index webhook_events_parked on payments.webhook_events (received_at, id) where status = 'parked';

-- One comparison of our books with the provider's, for the movements of a span of time.
create table payments.reconciliations (
  id uuid constraint reconciliations_pkey primary key,
  platform text not null,
  status text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  movements integer not null default 0,
  opened integer not null default 0,
  closed integer not null default 0,
  -- By currency: what the provider's movements add up to, and what our books say of the same account.
  totals jsonb not null default '[]',
  error text,
  constraint reconciliations_status check (status in ('running', 'done', 'failed')),
  constraint reconciliations_span check (from_at < until_at),
  constraint reconciliations_finished check ((status = 'running') = (finished_at is null))
);
create unique index reconciliations_one_running on payments.reconciliations (platform) where status = 'running';
create index reconciliations_by_platform on payments.reconciliations (platform, until_at) where status = 'done';

-- The provider's movements of our balance, as it tells them.
create table payments.balance_transactions (
  id text constraint balance_transactions_pkey primary key,
  platform text not null,
  type text not null,
  category text not null,
  currency text not null,
  amount_minor bigint not null,
  fee_minor bigint not null,
  net_minor bigint not null,
  source_id text,
  intent_id text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  constraint balance_transactions_currency check (currency ~ '^[A-Z]{3}$'),
  constraint balance_transactions_net check (net_minor = amount_minor - fee_minor)
);
create index balance_transactions_by_time on payments.balance_transactions (platform, created_at);
create index balance_transactions_by_source on payments.balance_transactions (source_id);

-- Which posting books which movement: a posting books at most one.
create table payments.balance_bookings (
  ledger_transaction_id uuid constraint balance_bookings_pkey primary key,
  balance_transaction_id text not null,
  constraint balance_bookings_posting foreign key (ledger_transaction_id) references payments.ledger_transactions (id),
  constraint balance_bookings_movement foreign key (balance_transaction_id) references payments.balance_transactions (id)
);
create index balance_bookings_by_movement on payments.balance_bookings (balance_transaction_id);
create index ledger_transactions_by_time on payments.ledger_transactions (platform, posted_at);

-- One case for each difference, for ever: what a person has explained is not asked again.
create table payments.reconciliation_cases (
  id uuid constraint reconciliation_cases_pkey primary key,
  reconciliation_id uuid not null,
  platform text not null,
  kind text not null,
  balance_transaction_id text,
  ledger_transaction_id uuid,
  currency text not null,
  provider_minor bigint not null,
  ledger_minor bigint not null,
  state text not null,
  note text,
  closed_by uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  constraint reconciliation_cases_run foreign key (reconciliation_id) references payments.reconciliations (id),
  constraint reconciliation_cases_movement foreign key (balance_transaction_id) references payments.balance_transactions (id),
  constraint reconciliation_cases_posting foreign key (ledger_transaction_id) references payments.ledger_transactions (id),
  constraint reconciliation_cases_movement_key unique (balance_transaction_id),
  constraint reconciliation_cases_posting_key unique (ledger_transaction_id),
  constraint reconciliation_cases_kind check (kind in ('not_booked', 'amount_differs', 'not_at_provider')),
  constraint reconciliation_cases_about check (case kind
    when 'not_at_provider' then ledger_transaction_id is not null and balance_transaction_id is null
    else balance_transaction_id is not null and ledger_transaction_id is null end),
  constraint reconciliation_cases_state check (state in ('open', 'closed')),
  constraint reconciliation_cases_closed check ((state = 'closed') = (closed_at is not null)
    and (state = 'closed' or closed_by is null) and (closed_by is null or note is not null)),
  constraint reconciliation_cases_differs check (provider_minor <> ledger_minor)
);
create index reconciliation_cases_by_state on payments.reconciliation_cases (state, id);
create index reconciliation_cases_by_run on payments.reconciliation_cases (reconciliation_id, id);

-- down
drop table payments.reconciliation_cases;
drop index payments.ledger_transactions_by_time;
drop table payments.balance_bookings;
drop table payments.balance_transactions;
drop table payments.reconciliations;
drop index identity.people_operators;
drop index payments.webhook_events_parked;
drop index payments.provider_calls_waiting;
drop table payments.operator_refunds;
drop table payments.dispute_files;
drop table payments.dispute_transitions;
drop table payments.disputes;
delete from payments.ledger_posting_kinds where kind in (
  'dispute_hold', 'dispute_fee', 'dispute_release', 'dispute_lost', 'bank_transfer', 'account_fee'
);
delete from payments.ledger_account_codes where code in ('dispute_hold', 'dispute_fees', 'bank');
drop index payments.charges_by_provider_charge;
drop index payments.charges_by_status;
alter table payments.charges
  drop constraint charges_lost, drop column lost_minor, drop column dispute_open;
