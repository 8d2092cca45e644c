-- up
-- Calls and events are about any subject, not about charges alone. Renamed rather than copied, and
-- defaults that are constants: no table is rewritten, no row is read.
alter table payments.charges add column platform text not null default 'main';

alter table payments.provider_calls rename column charge_id to subject_id;
alter table payments.provider_calls
  add column subject_kind text not null default 'charge',
  add column platform text not null default 'main',
  drop constraint provider_calls_charge,
  drop constraint provider_calls_operation,
  drop constraint provider_calls_attempt_key,
  add constraint provider_calls_attempt_key unique (subject_kind, subject_id, operation, attempt),
  add constraint provider_calls_operation check (operation ~ '^[a-z_]{1,40}$'),
  add constraint provider_calls_subject_kind check (subject_kind ~ '^[a-z_]{1,40}$');
alter table payments.provider_calls alter column subject_kind drop default, alter column platform drop default;
drop index payments.provider_calls_one_open;
-- While one call's outcome is open, no other may be made for the same subject.
create unique index provider_calls_one_open on payments.provider_calls (subject_kind, subject_id)
  where status in ('pending', 'unknown');

-- What an event turned out to be about, and which platform account's secret it was signed with.
alter table payments.webhook_events rename column charge_id to subject_id;
alter table payments.webhook_events
  add column subject_kind text,
  add column platform text not null default 'main';
update payments.webhook_events set subject_kind = 'charge' where subject_id is not null;
alter table payments.webhook_events
  add constraint webhook_events_subject check ((subject_kind is null) = (subject_id is null));
drop index payments.webhook_events_by_charge;
create index webhook_events_by_subject on payments.webhook_events (subject_kind, subject_id, id)
  where subject_id is not null;

-- The chart of accounts and the kinds of postings grow with each noun: rows here, not checks.
create table payments.ledger_account_codes (
  code text constraint ledger_account_codes_pkey primary key
);
insert into payments.ledger_account_codes (code) values
  ('provider_pending'), ('escrow_pending'), ('provider'), ('escrow'), ('provider_fees'), ('customer_payable'),
  ('commission'), ('receivable'), ('write_off');
alter table payments.ledger_accounts
  drop constraint ledger_accounts_code,
  add constraint ledger_accounts_code foreign key (code) references payments.ledger_account_codes (code);

create table payments.ledger_posting_kinds (
  kind text constraint ledger_posting_kinds_pkey primary key
);
insert into payments.ledger_posting_kinds (kind) values
  ('authorise'), ('void'), ('capture'), ('fees'), ('refund'), ('refund_failed');

-- A posting is about a subject; `charge_id` stays where it belongs to the money of one charge.
alter table payments.ledger_transactions disable trigger ledger_transactions_append_only;
alter table payments.ledger_transactions
  add column subject_kind text,
  add column subject_id uuid,
  add column platform text not null default 'main';
update payments.ledger_transactions set subject_kind = 'charge', subject_id = charge_id;
alter table payments.ledger_transactions
  alter column charge_id drop not null,
  alter column subject_kind set not null,
  alter column subject_id set not null,
  drop constraint ledger_transactions_kind,
  add constraint ledger_transactions_kind foreign key (kind) references payments.ledger_posting_kinds (kind);
alter table payments.ledger_transactions enable trigger ledger_transactions_append_only;
create index ledger_transactions_by_subject on payments.ledger_transactions (subject_kind, subject_id);

-- Who owes or is owed, in the accounts where that matters.
alter table payments.ledger_entries add column person_id uuid;
create index ledger_entries_by_person on payments.ledger_entries (person_id, account) where person_id is not null;

-- down
drop index payments.ledger_entries_by_person;
alter table payments.ledger_entries drop column person_id;
drop index payments.ledger_transactions_by_subject;
alter table payments.ledger_transactions
  drop constraint ledger_transactions_kind,
  drop column subject_kind, drop column subject_id, drop column platform,
  alter column charge_id set not null,
  add constraint ledger_transactions_kind check (kind in (
    'authorise', 'void', 'capture', 'fees', 'refund', 'refund_failed'
  ));
drop table payments.ledger_posting_kinds;
alter table payments.ledger_accounts
  drop constraint ledger_accounts_code,
  add constraint ledger_accounts_code check (code in (
    'provider_pending', 'escrow_pending', 'provider', 'escrow', 'provider_fees', 'customer_payable'
  ));
drop table payments.ledger_account_codes;
drop index payments.webhook_events_by_subject;
update payments.webhook_events set subject_id = null where subject_kind <> 'charge';
alter table payments.webhook_events drop constraint webhook_events_subject, drop column subject_kind, drop column platform;
alter table payments.webhook_events rename column subject_id to charge_id;
create index webhook_events_by_charge on payments.webhook_events (charge_id, id) where charge_id is not null;
drop index payments.provider_calls_one_open;
alter table payments.provider_calls
  drop constraint provider_calls_attempt_key,
  drop constraint provider_calls_operation,
  drop column subject_kind, drop column platform;
alter table payments.provider_calls rename column subject_id to charge_id;
alter table payments.provider_calls
  add constraint provider_calls_attempt_key unique (charge_id, operation, attempt),
  add constraint provider_calls_charge foreign key (charge_id) references payments.charges (id),
  add constraint provider_calls_operation check (operation in (
    'create_session', 'expire_session', 'capture', 'void', 'refund'
  ));
create unique index provider_calls_one_open on payments.provider_calls (charge_id)
  where status in ('pending', 'unknown');
alter table payments.charges drop column platform;
