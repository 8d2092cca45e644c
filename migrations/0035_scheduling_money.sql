-- up
alter table scheduling.bookings
  -- A saved card was declined: the learner must do something. Null again once it is paid.
  add column payment_needed_at timestamptz,
  add column no_show_by text,
  add column no_show_note text;
alter table scheduling.bookings add constraint bookings_no_show check (
  (status = 'no_show') = (no_show_by is not null) and no_show_by in ('learner', 'instructor')
) not valid;
alter table scheduling.bookings validate constraint bookings_no_show;

-- What a learner says went wrong with a lesson. While one is open, its money is not sent on.
create table scheduling.problems (
  id uuid constraint problems_pkey primary key,
  booking_id uuid not null constraint problems_booking references scheduling.bookings (id),
  kind text not null,
  -- In the reporter's words; null once they asked to be forgotten.
  description text,
  reported_by uuid not null,
  reported_at timestamptz not null,
  settled_by uuid,
  settled_at timestamptz,
  refund_minor bigint,
  settlement text,
  constraint problems_kind check (kind in ('instructor_absent', 'cut_short', 'technical', 'quality', 'other')),
  constraint problems_settled check (
    (settled_at is null) = (settled_by is null) and (settled_at is null) = (refund_minor is null)
    and (settled_at is null) = (settlement is null)
  ),
  constraint problems_refund check (refund_minor >= 0)
);
-- One lesson, one problem at a time.
create unique index problems_one_open on scheduling.problems (booking_id) where settled_at is null;
create index problems_by_booking on scheduling.problems (booking_id, id);
create index problems_open on scheduling.problems (id) where settled_at is null;
create index problems_by_reporter on scheduling.problems (reported_by);

-- down
drop table scheduling.problems;
alter table scheduling.bookings
  drop constraint bookings_no_show,
  drop column payment_needed_at, drop column no_show_by, drop column no_show_note;
