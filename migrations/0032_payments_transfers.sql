-- up
-- The provider's charge behind the payment: transfers name it as their source.
alter table payments.charges add column provider_charge_id text;

-- What a charge's payee is to get of it, from the moment the charge is opened. Amounts are known when it is sent.
create table payments.transfers (
  id uuid constraint transfers_pkey primary key,
  charge_id uuid not null,
  purpose text not null,
  person_id uuid not null,
  platform text not null,
  market_code text not null,
  currency text not null,
  status text not null,
  -- From then on it is sent, unless something holds it.
  due_at timestamptz not null,
  -- Claimed by this; null: nothing is left to do.
  next_try_at timestamptz,
  provider_transfer_id text,
  -- Planned with the call, kept by what is seen.
  amount_minor bigint not null default 0,
  -- Held back for what the payee owed from earlier transfers.
  netted_minor bigint not null default 0,
  reversed_minor bigint not null default 0,
  -- Should have come back by a reversal that was refused; recovered from later transfers, or written off.
  owed_minor bigint not null default 0,
  owed_since timestamptz,
  recovered_minor bigint not null default 0,
  written_off_minor bigint not null default 0,
  blocked_reason text,
  sent_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint transfers_charge foreign key (charge_id) references payments.charges (id),
  constraint transfers_charge_purpose_key unique (charge_id, purpose),
  constraint transfers_provider_key unique (provider_transfer_id),
  constraint transfers_purpose check (purpose ~ '^[a-z_]{1,30}$'),
  constraint transfers_currency check (currency ~ '^[A-Z]{3}$'),
  constraint transfers_status check (status in (
    'waiting', 'blocked', 'sent', 'partly_reversed', 'reversed', 'cancelled'
  )),
  constraint transfers_amounts check (
    amount_minor >= 0 and netted_minor >= 0 and reversed_minor between 0 and amount_minor
    and owed_minor >= 0 and recovered_minor >= 0 and written_off_minor >= 0
    and recovered_minor + written_off_minor <= owed_minor
  ),
  constraint transfers_reversed check (
    case status when 'partly_reversed' then reversed_minor > 0 and reversed_minor < amount_minor
      when 'reversed' then reversed_minor = amount_minor and reversed_minor > 0
      else reversed_minor = 0 end
  ),
  constraint transfers_sent check ((status in ('sent', 'partly_reversed', 'reversed')) = (sent_at is not null)),
  constraint transfers_owed check ((owed_minor > 0) = (owed_since is not null))
);
create index transfers_due on payments.transfers (next_try_at) where next_try_at is not null;
create index transfers_by_person on payments.transfers (person_id, due_at desc, id desc);
create index transfers_owed_by_person on payments.transfers (person_id, owed_since)
  where owed_minor > recovered_minor + written_off_minor;
create index transfers_netting on payments.transfers (person_id)
  where netted_minor > 0 and sent_at is null;
create index transfers_owed_long on payments.transfers (owed_since)
  where owed_minor > recovered_minor + written_off_minor;

create table payments.transfer_transitions (
  id uuid constraint transfer_transitions_pkey primary key,
  transfer_id uuid not null,
  from_status text not null,
  to_status text not null,
  cause text not null,
  at timestamptz not null,
  constraint transfer_transitions_transfer foreign key (transfer_id) references payments.transfers (id)
);
create index transfer_transitions_by_transfer on payments.transfer_transitions (transfer_id, at);
create trigger transfer_transitions_append_only before update or delete or truncate
  on payments.transfer_transitions for each statement execute function payments.refuse_change();

-- Why the money of a charge is not sent on for now: a complaint, a dispute. While one is not lifted, nothing goes.
create table payments.transfer_holds (
  charge_id uuid not null,
  reason text not null,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  constraint transfer_holds_pkey primary key (charge_id, reason),
  constraint transfer_holds_charge foreign key (charge_id) references payments.charges (id),
  constraint transfer_holds_reason check (reason ~ '^[a-z_]{1,30}(:[A-Za-z0-9_-]{1,60})?$')
);

insert into payments.ledger_posting_kinds (kind) values ('transfer'), ('transfer_reversal'), ('write_off');

-- down
delete from payments.ledger_posting_kinds where kind in ('transfer', 'transfer_reversal', 'write_off');
drop table payments.transfer_holds;
drop table payments.transfer_transitions;
drop table payments.transfers;
alter table payments.charges drop column provider_charge_id;
