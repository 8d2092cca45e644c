-- up
create schema practice;

create table practice.exercises (
  id uuid not null,
  library text not null,
  slug text not null,
  -- The order in which the library itself shows its exercises.
  position integer not null,
  name text not null,
  original text,
  level smallint not null,
  category text not null,
  areas text[] not null,
  seconds integer not null,
  two_sided boolean not null,
  -- Names, texts, cautions, relations and the figure, as content/exercise.ts describes them.
  body jsonb not null,
  plus boolean not null default false,
  status text not null default 'draft',
  -- Times it was practised; counted by a job.
  popularity bigint not null default 0,
  -- Of what was shipped when it was last loaded; null for what an operator made.
  shipped_digest text,
  -- Edited here since: the next release leaves it alone.
  edited_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint exercises_pkey primary key (id),
  constraint exercises_slug_unique unique (library, slug),
  constraint exercises_library_shape check (library ~ '^[a-z]+(-[a-z]+)*$' and length(library) <= 30),
  constraint exercises_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint exercises_name_length check (length(name) between 1 and 80),
  constraint exercises_original_length check (original is null or length(original) between 1 and 120),
  constraint exercises_level_known check (level between 1 and 3),
  constraint exercises_areas_count check (cardinality(areas) between 1 and 3),
  constraint exercises_seconds_range check (seconds between 5 and 900),
  constraint exercises_body_object check (jsonb_typeof(body) = 'object' and pg_column_size(body) <= 65536),
  constraint exercises_status_known check (status in ('draft', 'published', 'archived')),
  constraint exercises_counts_positive check (popularity >= 0 and version >= 1 and position >= 0)
);

create table practice.sequences (
  id uuid not null,
  library text not null,
  slug text not null,
  position integer not null default 0,
  -- Null for those of the library itself.
  owner_id uuid,
  name text not null,
  level smallint not null,
  summary text not null default '',
  audience text not null default '',
  benefits text[] not null default '{}',
  change_seconds integer not null,
  plus boolean not null default false,
  visibility text not null,
  status text not null,
  shipped_digest text,
  edited_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint sequences_pkey primary key (id),
  constraint sequences_slug_unique unique (library, slug),
  constraint sequences_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  constraint sequences_name_length check (length(name) between 1 and 80),
  constraint sequences_level_known check (level between 1 and 3),
  constraint sequences_texts_length check (length(summary) <= 600 and length(audience) <= 300),
  constraint sequences_benefits_count check (cardinality(benefits) <= 8),
  constraint sequences_change_range check (change_seconds between 0 and 60),
  constraint sequences_visibility_known check (visibility in ('public', 'link', 'private')),
  constraint sequences_status_known check (status in ('draft', 'published', 'archived')),
  constraint sequences_shipped_are_public check (owner_id is not null or visibility = 'public')
);
create index sequences_by_owner on practice.sequences (owner_id, id desc) where owner_id is not null;

create table practice.sequence_steps (
  sequence_id uuid not null,
  position smallint not null,
  exercise_id uuid not null,
  side text,
  seconds integer not null,
  transition text,
  constraint sequence_steps_pkey primary key (sequence_id, position),
  constraint sequence_steps_sequence_fkey foreign key (sequence_id) references practice.sequences (id) on delete cascade,
  -- An exercise that a sequence uses is archived, never deleted.
  constraint sequence_steps_exercise_fkey foreign key (exercise_id) references practice.exercises (id),
  constraint sequence_steps_position_range check (position between 1 and 500),
  constraint sequence_steps_side_known check (side in ('left', 'right')),
  constraint sequence_steps_seconds_range check (seconds between 1 and 900),
  constraint sequence_steps_transition_length check (length(transition) <= 300)
);
create index sequence_steps_by_exercise on practice.sequence_steps (exercise_id);

-- down
drop schema practice cascade;
