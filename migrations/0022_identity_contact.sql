-- up
alter table identity.people
  -- E.164; only a number that was proved.
  add column phone text,
  add column phone_verified_at timestamptz,
  -- What is left of an erased account carries nobody's data: others' lessons and the books point at it.
  add column erased_at timestamptz,
  add constraint people_phone_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint people_phone_is_verified check ((phone is null) = (phone_verified_at is null)),
  -- Without an @ nobody can sign in, register or be written to.
  add constraint people_erased_is_nobody check (
    erased_at is null
    or (password_hash is null and phone is null and email_verified_at is null and position('@' in email_key) = 0)
  );

create table identity.phone_codes (
  id uuid not null,
  person_id uuid not null,
  phone text not null,
  code_hash bytea not null,
  -- Counted before the code is looked at.
  tries smallint not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  constraint phone_codes_pkey primary key (id),
  constraint phone_codes_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint phone_codes_phone_e164 check (phone ~ '^\+[1-9][0-9]{6,14}$'),
  constraint phone_codes_hash_sha256 check (octet_length(code_hash) = 32),
  constraint phone_codes_tries_range check (tries between 0 and 5),
  constraint phone_codes_short check (expires_at > created_at and expires_at - created_at <= interval '10 minutes'),
  constraint phone_codes_end_whole check ((ended_at is null) = (end_reason is null)),
  constraint phone_codes_end_known check (end_reason in ('verified', 'replaced', 'unsent'))
);
create unique index phone_codes_one_open on identity.phone_codes (person_id) where ended_at is null;
create index phone_codes_by_person on identity.phone_codes (person_id, created_at);
create index phone_codes_by_phone on identity.phone_codes (phone, created_at);
create index phone_codes_by_expiry on identity.phone_codes (expires_at);

-- A wish (24 h to confirm it at the new address), then a change that the old address can undo for 72 h.
create table identity.email_changes (
  id uuid not null,
  person_id uuid not null,
  old_email text not null,
  old_email_key text not null,
  new_email text not null,
  new_email_key text not null,
  confirm_hash bytea not null,
  undo_hash bytea not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  undo_until timestamptz,
  ended_at timestamptz,
  end_reason text,
  constraint email_changes_pkey primary key (id),
  constraint email_changes_person_fkey foreign key (person_id) references identity.people (id) on delete cascade,
  constraint email_changes_confirm_hash_unique unique (confirm_hash),
  constraint email_changes_undo_hash_unique unique (undo_hash),
  constraint email_changes_hashes_sha256 check (octet_length(confirm_hash) = 32 and octet_length(undo_hash) = 32),
  constraint email_changes_changes check (old_email_key <> new_email_key),
  constraint email_changes_expire_later check (expires_at > requested_at),
  constraint email_changes_confirmed_in_time check (confirmed_at < expires_at),
  constraint email_changes_can_be_undone check (
    (confirmed_at is null) = (undo_until is null) and undo_until - confirmed_at >= interval '72 hours'
  ),
  constraint email_changes_end_whole check ((ended_at is null) = (end_reason is null)),
  constraint email_changes_end_known check (end_reason in ('replaced', 'cancelled', 'undone', 'overtaken'))
);
create unique index email_changes_one_pending on identity.email_changes (person_id)
  where confirmed_at is null and ended_at is null;
create index email_changes_by_person on identity.email_changes (person_id, requested_at);
create index email_changes_by_expiry on identity.email_changes (expires_at);

-- No foreign key: the row says what became of the account after it is gone.
create table identity.deletions (
  id uuid not null,
  person_id uuid not null,
  requested_at timestamptz not null,
  erases_at timestamptz not null,
  cancelled_at timestamptz,
  erased_at timestamptz,
  constraint deletions_pkey primary key (id),
  constraint deletions_grace check (erases_at - requested_at >= interval '14 days'),
  constraint deletions_erased_after_grace check (erased_at >= erases_at),
  constraint deletions_end_once check (cancelled_at is null or erased_at is null)
);
create unique index deletions_one_open on identity.deletions (person_id)
  where cancelled_at is null and erased_at is null;
create index deletions_due on identity.deletions (erases_at) where cancelled_at is null and erased_at is null;

alter table notifications.deliveries
  drop constraint deliveries_channel_known,
  add constraint deliveries_channel_known check (channel in ('email', 'sms'));
-- A subject names the other side of a lesson, who may want to be forgotten; nobody reads it here.
update notifications.deliveries set subject = null where subject is not null;

alter table reviews.reviews
  add column erased_at timestamptz,
  drop constraint reviews_text_length,
  -- The stars of an erased author stay, the words go.
  add constraint reviews_text_length check (length(text) between 1 and 2000 or (text = '' and erased_at is not null));

-- Everything of one side, for exports and erasures.
create index bookings_of_learner on scheduling.bookings (learner_id, starts_at, id);

-- down
drop index scheduling.bookings_of_learner;
delete from reviews.reviews where erased_at is not null;
alter table reviews.reviews
  drop constraint reviews_text_length,
  add constraint reviews_text_length check (length(text) between 1 and 2000),
  drop column erased_at;
delete from notifications.deliveries where channel = 'sms';
alter table notifications.deliveries
  drop constraint deliveries_channel_known,
  add constraint deliveries_channel_known check (channel in ('email'));
drop table identity.deletions;
drop table identity.email_changes;
drop table identity.phone_codes;
alter table identity.people
  drop constraint people_erased_is_nobody,
  drop column phone,
  drop column phone_verified_at,
  drop column erased_at;
