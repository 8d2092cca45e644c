-- up
-- What somebody practised once. The device that played it made the id, so that sending it again adds nothing.
create table practice.sessions (
  id uuid not null,
  person_id uuid not null,
  library text not null,
  -- Slugs are kept as text, here and below: history outlives what was practised.
  sequence text,
  title text not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  -- Practised, without pauses.
  seconds integer not null,
  -- Of these, what no other session at the same time has counted already.
  counted_seconds integer not null,
  steps_done smallint not null,
  time_zone text not null,
  -- Of the finish, as the person's own calendar had it: later travel changes nothing.
  local_day date not null,
  -- Of the start.
  local_hour smallint not null,
  created_at timestamptz not null,
  constraint sessions_pkey primary key (id),
  constraint sessions_library_length check (length(library) between 1 and 30),
  constraint sessions_sequence_length check (length(sequence) between 1 and 80),
  constraint sessions_title_length check (length(title) between 1 and 80),
  constraint sessions_span check (finished_at > started_at and finished_at <= started_at + interval '24 hours'),
  constraint sessions_not_ahead check (finished_at <= created_at),
  constraint sessions_steps_range check (steps_done between 1 and 500),
  -- Every step may be rounded up to a whole second.
  constraint sessions_seconds_passed check (
    seconds between 1 and extract(epoch from finished_at - started_at) + 5 + steps_done
  ),
  constraint sessions_counted_range check (counted_seconds between 0 and seconds),
  constraint sessions_zone_length check (length(time_zone) between 1 and 64),
  constraint sessions_day_near check (
    local_day between (finished_at at time zone 'UTC')::date - 1 and (finished_at at time zone 'UTC')::date + 1
  ),
  constraint sessions_hour_range check (local_hour between 0 and 23)
);
create index sessions_newest on practice.sessions (person_id, finished_at desc, id desc);
create index sessions_by_day on practice.sessions (person_id, local_day) include (counted_seconds);
-- For the count of what everybody practises.
create index sessions_of_day on practice.sessions (local_day);

create table practice.session_exercises (
  session_id uuid not null,
  exercise text not null,
  -- When it first came up.
  position smallint not null,
  times smallint not null,
  seconds integer not null,
  constraint session_exercises_pkey primary key (session_id, exercise),
  constraint session_exercises_session_fkey foreign key (session_id) references practice.sessions (id) on delete cascade,
  constraint session_exercises_exercise_length check (length(exercise) between 1 and 80),
  constraint session_exercises_counts check (position between 1 and 500 and times between 1 and 500 and seconds >= 1)
);

-- What somebody ever practised, so that nobody has to look through years for it.
create table practice.exercises_tried (
  person_id uuid not null,
  exercise_id uuid not null,
  first_on date not null,
  constraint exercises_tried_pkey primary key (person_id, exercise_id),
  constraint exercises_tried_exercise_fkey foreign key (exercise_id) references practice.exercises (id) on delete cascade
);
create index exercises_tried_by_exercise on practice.exercises_tried (exercise_id);

create table practice.goals (
  person_id uuid not null,
  kind text not null,
  target integer not null,
  since timestamptz not null,
  constraint goals_pkey primary key (person_id, kind),
  constraint goals_target_range check (
    case kind
      when 'days_per_week' then target between 1 and 7
      when 'minutes_per_week' then target between 5 and 2520
      else false
    end
  )
);

create table practice.achievements (
  person_id uuid not null,
  key text not null,
  earned_at timestamptz not null,
  constraint achievements_pkey primary key (person_id, key),
  constraint achievements_key_shape check (key ~ '^[a-z0-9]+(_[a-z0-9]+)*$' and length(key) <= 40)
);

create table practice.favourites (
  id uuid not null,
  person_id uuid not null,
  -- Of the catalog.
  instructor_id uuid,
  exercise_id uuid,
  sequence_id uuid,
  created_at timestamptz not null,
  constraint favourites_pkey primary key (id),
  constraint favourites_exercise_fkey foreign key (exercise_id) references practice.exercises (id) on delete cascade,
  constraint favourites_sequence_fkey foreign key (sequence_id) references practice.sequences (id) on delete cascade,
  constraint favourites_of_one_thing check (num_nonnulls(instructor_id, exercise_id, sequence_id) = 1),
  constraint favourites_instructor_once unique (person_id, instructor_id),
  constraint favourites_exercise_once unique (person_id, exercise_id),
  constraint favourites_sequence_once unique (person_id, sequence_id)
);
create index favourites_newest on practice.favourites (person_id, id desc);
create index favourites_by_exercise on practice.favourites (exercise_id) where exercise_id is not null;
create index favourites_by_sequence on practice.favourites (sequence_id) where sequence_id is not null;

create table practice.notes (
  person_id uuid not null,
  exercise_id uuid not null,
  text text not null,
  updated_at timestamptz not null,
  constraint notes_pkey primary key (person_id, exercise_id),
  constraint notes_exercise_fkey foreign key (exercise_id) references practice.exercises (id) on delete cascade,
  constraint notes_text_length check (length(text) between 1 and 2000)
);
create index notes_by_exercise on practice.notes (exercise_id);

-- down
drop table practice.notes;
drop table practice.favourites;
drop table practice.achievements;
drop table practice.goals;
drop table practice.exercises_tried;
drop table practice.session_exercises;
drop table practice.sessions;
