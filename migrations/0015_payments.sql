-- up
create schema payments;

-- One payment for one reference. All amounts are minor units of the charge's currency.
create table payments.charges (
  id uuid constraint charges_pkey primary key,
  reference text not null,
  market_code text not null,
  currency text not null,
  amount_minor bigint not null,
  fee_minor bigint not null,
  capture text not null,
  status text not null,
  -- What the charge was before its state became unknown; else the status itself.
  last_known_status text not null,
  provider_session_id text,
  provider_session_url text,
  provider_intent_id text,
  captured_minor bigint not null default 0,
  refunded_minor bigint not null default 0,
  decline_code text,
  -- The instruction: how much of the amount is to stay with us in the end. Null: none was given yet.
  keep_minor bigint,
  keep_reason text,
  abandoned_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint charges_reference_key unique (reference),
  constraint charges_provider_session_key unique (provider_session_id),
  constraint charges_provider_intent_key unique (provider_intent_id),
  constraint charges_reference_shape check (reference ~ '^[a-z_]{1,30}:[0-9a-f-]{36}$'),
  constraint charges_currency check (currency ~ '^[A-Z]{3}$'),
  -- The provider takes at most eight digits.
  constraint charges_amount check (amount_minor between 1 and 99999999),
  constraint charges_fee check (fee_minor between 0 and amount_minor),
  constraint charges_capture check (capture in ('manual', 'automatic')),
  constraint charges_status check (status in (
    'created', 'open', 'authorised', 'captured', 'voided', 'partly_refunded', 'refunded', 'failed', 'unknown'
  )),
  constraint charges_last_known_status check (
    last_known_status <> 'unknown' and (status = 'unknown' or status = last_known_status)
  ),
  constraint charges_captured check (captured_minor between 0 and amount_minor),
  constraint charges_captured_status check (
    (captured_minor > 0) = (last_known_status in ('captured', 'partly_refunded', 'refunded'))
  ),
  constraint charges_refunded check (
    case last_known_status
      when 'refunded' then refunded_minor = captured_minor
      when 'partly_refunded' then refunded_minor > 0 and refunded_minor < captured_minor
      else refunded_minor = 0
    end
  ),
  constraint charges_keep check (keep_minor between 0 and amount_minor),
  constraint charges_session check ((provider_session_id is null) = (provider_session_url is null)),
  constraint charges_open_has_session check (last_known_status <> 'open' or provider_session_id is not null)
);

-- Instructions that are not carried out yet; the sweep reads them by this very condition.
create index charges_unfinished on payments.charges (updated_at) where
  (last_known_status in ('created', 'open') and (abandoned_at is not null or keep_minor is not null))
  or (last_known_status = 'authorised' and keep_minor is not null)
  or captured_minor - refunded_minor > keep_minor;

create table payments.charge_transitions (
  id uuid constraint charge_transitions_pkey primary key,
  charge_id uuid not null,
  from_status text not null,
  to_status text not null,
  cause text not null,
  at timestamptz not null,
  constraint charge_transitions_charge foreign key (charge_id) references payments.charges (id)
);
create index charge_transitions_by_charge on payments.charge_transitions (charge_id, at);

-- An intent to ask the provider for something, committed before the network is touched.
create table payments.provider_calls (
  id uuid constraint provider_calls_pkey primary key,
  charge_id uuid not null,
  operation text not null,
  attempt integer not null,
  idempotency_key text not null,
  params jsonb not null,
  params_hash text not null,
  status text not null,
  provider_object_id text,
  provider_request_id text,
  error_code text,
  error_message text,
  -- How often the provider was asked what became of it.
  asked integer not null default 0,
  needs_person_at timestamptz,
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint provider_calls_charge foreign key (charge_id) references payments.charges (id),
  constraint provider_calls_attempt_key unique (charge_id, operation, attempt),
  constraint provider_calls_idempotency_key unique (idempotency_key),
  constraint provider_calls_operation check (operation in (
    'create_session', 'expire_session', 'capture', 'void', 'refund'
  )),
  constraint provider_calls_status check (status in ('pending', 'succeeded', 'failed', 'unknown')),
  constraint provider_calls_finished check ((status in ('succeeded', 'failed')) = (finished_at is not null))
);
-- While one call's outcome is open, no other may be made for the charge.
create unique index provider_calls_one_open on payments.provider_calls (charge_id)
  where status in ('pending', 'unknown');

-- The provider's events exactly as they were signed. Type json keeps the text as it came.
create table payments.webhook_events (
  id text constraint webhook_events_pkey primary key,
  account text,
  type text not null,
  object_id text,
  payload json not null,
  status text not null,
  attempts integer not null default 0,
  note text,
  received_at timestamptz not null,
  processed_at timestamptz,
  constraint webhook_events_status check (status in ('received', 'processed', 'parked'))
);
create index webhook_events_received on payments.webhook_events (received_at) where status = 'received';

create table payments.refunds (
  id uuid constraint refunds_pkey primary key,
  charge_id uuid not null,
  provider_refund_id text not null,
  amount_minor bigint not null,
  status text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint refunds_charge foreign key (charge_id) references payments.charges (id),
  constraint refunds_provider_refund_key unique (provider_refund_id),
  constraint refunds_amount check (amount_minor > 0),
  constraint refunds_status check (status in ('pending', 'succeeded', 'failed'))
);
create index refunds_by_charge on payments.refunds (charge_id);

create table payments.ledger_accounts (
  market_code text not null,
  currency text not null,
  code text not null,
  constraint ledger_accounts_pkey primary key (market_code, currency, code),
  constraint ledger_accounts_currency check (currency ~ '^[A-Z]{3}$'),
  constraint ledger_accounts_code check (code in (
    'provider_pending', 'escrow_pending', 'provider', 'escrow', 'provider_fees', 'customer_payable'
  ))
);

create table payments.ledger_transactions (
  id uuid constraint ledger_transactions_pkey primary key,
  charge_id uuid not null,
  kind text not null,
  -- The fact that is booked; booking it twice is refused.
  source_key text not null,
  posted_at timestamptz not null,
  constraint ledger_transactions_charge foreign key (charge_id) references payments.charges (id),
  constraint ledger_transactions_source_key unique (source_key),
  constraint ledger_transactions_kind check (kind in (
    'authorise', 'void', 'capture', 'fees', 'refund', 'refund_failed'
  ))
);
create index ledger_transactions_by_charge on payments.ledger_transactions (charge_id);

-- Debits are positive, credits negative.
create table payments.ledger_entries (
  transaction_id uuid not null,
  line integer not null,
  market_code text not null,
  currency text not null,
  account text not null,
  amount_minor bigint not null,
  constraint ledger_entries_pkey primary key (transaction_id, line),
  constraint ledger_entries_transaction foreign key (transaction_id) references payments.ledger_transactions (id),
  constraint ledger_entries_account foreign key (market_code, currency, account)
    references payments.ledger_accounts (market_code, currency, code),
  constraint ledger_entries_amount check (amount_minor <> 0)
);
create index ledger_entries_by_account on payments.ledger_entries (market_code, currency, account);

create function payments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name
    using errcode = 'restrict_violation', constraint = tg_table_name || '_append_only';
end $$;

create trigger ledger_transactions_append_only before update or delete or truncate
  on payments.ledger_transactions for each statement execute function payments.refuse_change();
create trigger ledger_entries_append_only before update or delete or truncate
  on payments.ledger_entries for each statement execute function payments.refuse_change();
create trigger charge_transitions_append_only before update or delete or truncate
  on payments.charge_transitions for each statement execute function payments.refuse_change();

create function payments.check_transaction_balances() returns trigger language plpgsql as $$
declare
  checked uuid;
begin
  if tg_table_name = 'ledger_entries' then
    checked := new.transaction_id;
  else
    checked := new.id;
  end if;
  if not exists (select from payments.ledger_entries where transaction_id = checked)
    or exists (
      select from payments.ledger_entries where transaction_id = checked
      group by market_code, currency having sum(amount_minor) <> 0
    )
  then
    raise exception 'ledger transaction % does not balance', checked
      using errcode = 'check_violation', constraint = 'ledger_transactions_balanced';
  end if;
  return null;
end $$;

create constraint trigger ledger_transactions_balanced after insert on payments.ledger_transactions
  deferrable initially deferred for each row execute function payments.check_transaction_balances();
create constraint trigger ledger_entries_balanced after insert on payments.ledger_entries
  deferrable initially deferred for each row execute function payments.check_transaction_balances();

create function payments.check_escrow_covers() returns trigger language plpgsql as $$
begin
  if exists (
    select from payments.ledger_transactions posted
    join payments.ledger_transactions other on other.charge_id = posted.charge_id
    join payments.ledger_entries entry on entry.transaction_id = other.id
    where posted.id = new.transaction_id and entry.account = new.account
    having sum(entry.amount_minor) > 0
  ) then
    raise exception 'escrow of a charge would fall below zero'
      using errcode = 'check_violation', constraint = 'ledger_entries_escrow_covers';
  end if;
  return null;
end $$;

create constraint trigger ledger_entries_escrow_covers after insert on payments.ledger_entries
  deferrable initially deferred for each row when (new.account in ('escrow', 'escrow_pending'))
  execute function payments.check_escrow_covers();

-- down
drop schema payments cascade;
