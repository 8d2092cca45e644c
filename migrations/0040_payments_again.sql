-- up
-- A transfer that came back for a dispute is not sent a second time: once the money is free again,
-- another takes its place, and this one only tells what was.
alter table payments.transfers add column replaced_at timestamptz;
alter table payments.transfers add constraint transfers_replaced check (
  replaced_at is null or (status in ('partly_reversed', 'reversed') and next_try_at is null)
) not valid;
alter table payments.transfers validate constraint transfers_replaced;
alter table payments.transfers drop constraint transfers_charge_purpose_key;
-- Only after a way down and up again: what was replaced must not be taken for sent.
update payments.transfers set purpose = 'lesson', replaced_at = updated_at where purpose ~ '^lesson_+$';
create unique index transfers_one_live on payments.transfers (charge_id, purpose) where replaced_at is null;
insert into payments.ledger_posting_kinds (kind) values ('transfer_undone');

-- An authorisation that lapsed is asked for again, also of a payment on the spot: on the card that its
-- payer has saved since, or, without one, on a page.
alter table payments.charges drop constraint charges_saved_card;
alter table payments.charges add constraint charges_saved_card check (
  case last_known_status
    when 'card_saved' then num_nulls(provider_customer_id, provider_method_id) = 0
      and num_nonnulls(needed_at, lapsed_at) > 0
    when 'action_needed' then lapsed_at is not null
      or num_nulls(needed_at, provider_customer_id, provider_method_id) = 0
    else true end
) not valid;
alter table payments.charges validate constraint charges_saved_card;

-- down
alter table payments.charges drop constraint charges_saved_card;
alter table payments.charges add constraint charges_saved_card check (
  last_known_status not in ('card_saved', 'action_needed')
  or num_nulls(needed_at, provider_customer_id, provider_method_id) = 0
) not valid;
-- The ledger is never changed: a kind that was booked stays.
delete from payments.ledger_posting_kinds kinds where kind = 'transfer_undone'
  and not exists (select from payments.ledger_transactions posted where posted.kind = kinds.kind);
update payments.transfers set purpose = 'lesson' || repeat('_', replaced.nth::int)
from (
  select id, row_number() over (partition by charge_id order by replaced_at) as nth
  from payments.transfers where replaced_at is not null
) replaced where replaced.id = transfers.id;
drop index payments.transfers_one_live;
alter table payments.transfers
  add constraint transfers_charge_purpose_key unique (charge_id, purpose),
  drop constraint transfers_replaced, drop column replaced_at;
