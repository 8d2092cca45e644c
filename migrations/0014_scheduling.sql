-- up
create schema scheduling;

create table scheduling.availability_settings (
  instructor_id uuid constraint availability_settings_pkey primary key,
  time_zone text not null,
  increment_minutes integer not null default 15,
  buffer_before_minutes integer not null default 0,
  buffer_after_minutes integer not null default 0,
  notice_online_minutes integer not null default 120,
  notice_in_person_minutes integer not null default 720,
  horizon_days integer not null default 60,
  updated_at timestamptz not null,
  constraint availability_settings_increment check (increment_minutes between 5 and 60 and increment_minutes % 5 = 0),
  constraint availability_settings_buffers check (
    buffer_before_minutes between 0 and 240 and buffer_after_minutes between 0 and 240
  ),
  constraint availability_settings_notice check (
    notice_online_minutes between 0 and 20160 and notice_in_person_minutes between 0 and 20160
  ),
  constraint availability_settings_horizon check (horizon_days between 1 and 365)
);

-- Wall time in the settings' zone; weekday 1 is Monday (ISO 8601), minute 1440 is the next midnight.
create table scheduling.availability_rules (
  id uuid constraint availability_rules_pkey primary key,
  instructor_id uuid not null,
  weekday integer not null,
  start_minute integer not null,
  end_minute integer not null,
  constraint availability_rules_settings foreign key (instructor_id)
    references scheduling.availability_settings (instructor_id) on delete cascade,
  constraint availability_rules_weekday check (weekday between 1 and 7),
  constraint availability_rules_grid check (start_minute % 5 = 0 and end_minute % 5 = 0),
  constraint availability_rules_range check (start_minute >= 0 and end_minute <= 1440 and start_minute < end_minute),
  constraint availability_rules_no_overlap exclude using gist (
    instructor_id with =, weekday with =, int4range(start_minute, end_minute) with &&
  )
);

create table scheduling.bookings (
  id uuid constraint bookings_pkey primary key,
  reference text not null constraint bookings_reference_key unique,
  status text not null,
  learner_id uuid,
  guest_key_hash bytea,
  instructor_id uuid not null,
  instructor_person_id uuid not null,
  service_id uuid not null,
  subject_slug text not null,
  title text not null,
  place text not null,
  place_name text,
  market_code text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- The lesson with the instructor's buffers, as they were when it was booked.
  blocked tstzrange not null,
  learner_time_zone text not null,
  instructor_time_zone text not null,
  price_minor bigint not null,
  commission_minor bigint not null,
  currency text not null,
  policy jsonb not null,
  charge_id uuid,
  hold_expires_at timestamptz,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text,
  refund_minor bigint,
  paid_too_late_at timestamptz,
  -- RFC 5545 SEQUENCE: grows whenever a calendar must replace what it knows.
  sequence integer not null default 0,
  constraint bookings_status check (
    status in (
      'held', 'requested', 'confirmed', 'in_progress', 'completed',
      'cancelled', 'expired', 'declined', 'no_show', 'disputed'
    )
  ),
  constraint bookings_place check (place in ('online', 'instructor')),
  constraint bookings_range check (
    starts_at < ends_at and blocked @> tstzrange(starts_at, ends_at)
  ),
  constraint bookings_price check (price_minor > 0 and commission_minor between 0 and price_minor),
  constraint bookings_currency check (currency ~ '^[A-Z]{3}$'),
  constraint bookings_hold check (status <> 'held' or hold_expires_at is not null),
  constraint bookings_holder check (
    learner_id is not null or (guest_key_hash is not null and status in ('held', 'expired'))
  ),
  constraint bookings_cancelled check (
    (status = 'cancelled') = (cancelled_at is not null)
    and (status = 'cancelled') = (cancelled_by is not null)
    and (status = 'cancelled') = (refund_minor is not null)
  ),
  constraint bookings_refund check (refund_minor between 0 and price_minor),
  constraint bookings_cancelled_by check (cancelled_by in ('learner', 'instructor', 'system')),
  -- Who takes an hour is settled here, whatever the concurrency. A stale hold counts until it is
  -- expired, because now() cannot stand in a predicate.
  constraint bookings_instructor_no_overlap exclude using gist (instructor_id with =, blocked with &&)
    where (status in ('held', 'requested', 'confirmed', 'in_progress')),
  -- Buffers are the instructor's: a learner may go from one lesson straight to the next.
  constraint bookings_learner_no_overlap exclude using gist (learner_id with =, tstzrange(starts_at, ends_at) with &&)
    where (status in ('held', 'requested', 'confirmed', 'in_progress'))
);

-- My lessons, both directions of both lists.
create index bookings_learner_upcoming on scheduling.bookings (learner_id, starts_at, id)
  where status in ('held', 'requested', 'confirmed', 'in_progress');
create index bookings_learner_past on scheduling.bookings (learner_id, starts_at, id)
  where status in ('completed', 'cancelled', 'declined', 'no_show', 'disputed');
-- The instructor's week.
create index bookings_instructor_week on scheduling.bookings (instructor_person_id, starts_at, id);
-- The clocks: holds that end, lessons that begin and end.
create index bookings_hold_expires on scheduling.bookings (hold_expires_at) where status = 'held';
create index bookings_confirmed_starts on scheduling.bookings (starts_at) where status = 'confirmed';
create index bookings_in_progress_ends on scheduling.bookings (ends_at) where status = 'in_progress';
-- Live holds of one holder.
create index bookings_held_learner on scheduling.bookings (learner_id) where status = 'held';
create index bookings_held_guest on scheduling.bookings (guest_key_hash) where status = 'held';

-- Every change of state, for ever; nothing here is updated or deleted.
create table scheduling.booking_transitions (
  id bigint generated always as identity constraint booking_transitions_pkey primary key,
  booking_id uuid not null constraint booking_transitions_booking references scheduling.bookings (id),
  from_status text,
  to_status text not null,
  actor_kind text not null,
  actor_id text,
  reason text not null,
  at timestamptz not null,
  constraint booking_transitions_change check (from_status is distinct from to_status),
  constraint booking_transitions_actor_kind check (actor_kind in ('anonymous', 'person', 'system'))
);
create index booking_transitions_of_booking on scheduling.booking_transitions (booking_id, id);

create function scheduling.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of transitions is append-only' using errcode = 'integrity_constraint_violation';
end $$;
create trigger booking_transitions_append_only before update or delete on scheduling.booking_transitions
  for each row execute function scheduling.refuse_change();

-- down
drop schema scheduling cascade;
