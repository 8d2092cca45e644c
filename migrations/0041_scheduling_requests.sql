-- up
-- Instructors who confirm by hand: a paid hold becomes a request, which they accept, decline or let run out.
alter table scheduling.availability_settings add column confirms_by_hand boolean not null default false;
alter table scheduling.bookings
  -- As its instructor had both when the slot was picked.
  add column by_hand boolean not null default false,
  add column notice_minutes integer not null default 0,
  -- Until when the request is answered; it stays when that has happened.
  add column answer_by timestamptz,
  -- The instructor's words to the learner; null once either of them asked to be forgotten.
  add column decline_note text;
alter table scheduling.bookings add constraint bookings_requested check (
  (status not in ('requested', 'declined') or answer_by is not null)
  and (answer_by is null or by_hand)
  and (decline_note is null or status = 'declined')
) not valid;
alter table scheduling.bookings validate constraint bookings_requested;
-- The clock of the requests that nobody answers.
create index bookings_requested_answer_by on scheduling.bookings (answer_by) where status = 'requested';

-- down
drop index scheduling.bookings_requested_answer_by;
alter table scheduling.bookings
  drop constraint bookings_requested,
  drop column by_hand, drop column notice_minutes, drop column answer_by, drop column decline_note;
alter table scheduling.availability_settings drop column confirms_by_hand;
