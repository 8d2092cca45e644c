-- up
-- A payment that lies ahead: the card is saved now and charged when its time has come, with nobody there.
alter table payments.charges
  -- When what is paid for begins; null for a payment made on the spot.
  add column needed_at timestamptz,
  add column provider_customer_id text,
  add column provider_method_id text,
  -- Every try is a payment intent of its own; looks at an earlier one count no more.
  add column tries integer not null default 0,
  add column failed_tries integer not null default 0,
  add column tried_at timestamptz,
  add column lapsed_at timestamptz,
  -- Until then the authorisation can be taken.
  add column capture_before timestamptz,
  -- When to look whether something is due; claimed by this.
  add column wake_at timestamptz;
alter table payments.charges drop constraint charges_status;
alter table payments.charges add constraint charges_status check (status in (
  'created', 'open', 'card_saved', 'action_needed', 'authorised', 'captured', 'voided', 'partly_refunded', 'refunded',
  'failed', 'unknown'
)) not valid;
alter table payments.charges validate constraint charges_status;
alter table payments.charges add constraint charges_tries check (failed_tries between 0 and tries) not valid;
alter table payments.charges validate constraint charges_tries;
alter table payments.charges add constraint charges_saved_card check (
  last_known_status not in ('card_saved', 'action_needed')
  or num_nulls(needed_at, provider_customer_id, provider_method_id) = 0
) not valid;
alter table payments.charges validate constraint charges_saved_card;
create index charges_wake on payments.charges (wake_at) where wake_at is not null;

-- down
drop index payments.charges_wake;
alter table payments.charges
  drop constraint charges_saved_card, drop constraint charges_tries, drop constraint charges_status,
  drop column needed_at, drop column provider_customer_id, drop column provider_method_id,
  drop column tries, drop column failed_tries, drop column tried_at, drop column lapsed_at,
  drop column capture_before, drop column wake_at;
alter table payments.charges add constraint charges_status check (status in (
  'created', 'open', 'authorised', 'captured', 'voided', 'partly_refunded', 'refunded', 'failed', 'unknown'
));
