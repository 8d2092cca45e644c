-- up
-- Null for what belongs to the library; else the instructor whose own it is, seen by whoever has its address.
alter table practice.exercises add column owner_id uuid;
create index exercises_by_owner on practice.exercises (owner_id, name, id);
create index sequences_by_owner_name on practice.sequences (owner_id, name, id);

-- What an author works on, whole or not; at most one for each exercise or sequence.
create table practice.drafts (
  -- Of the exercise or sequence that it is, or will be.
  id uuid not null,
  kind text not null,
  library text not null,
  slug text not null,
  owner_id uuid,
  -- As in the content, for lists.
  name text not null,
  content jsonb not null,
  -- Of the published one that it began from; 0 where there is none yet.
  base_version integer not null,
  -- Counts the savings, so that two windows don't overwrite each other.
  version integer not null default 1,
  edited_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint drafts_pkey primary key (id),
  constraint drafts_kind_known check (kind in ('exercise', 'sequence')),
  constraint drafts_slug_unique unique (kind, library, slug),
  constraint drafts_name_length check (length(name) between 1 and 80),
  constraint drafts_content_object check (jsonb_typeof(content) = 'object' and pg_column_size(content) <= 65536),
  constraint drafts_counts check (base_version >= 0 and version >= 1)
);
create index drafts_by_owner on practice.drafts (owner_id, name, id);
create index drafts_by_editor on practice.drafts (edited_by) where edited_by is not null;

-- Everything that was ever published by an author, and what it took the place of. Only grows.
create table practice.revisions (
  item_id uuid not null,
  version integer not null,
  kind text not null,
  content jsonb not null,
  -- Null for what shipped, and where the author has left.
  by_person uuid,
  published_at timestamptz not null,
  constraint revisions_pkey primary key (item_id, version),
  constraint revisions_kind_known check (kind in ('exercise', 'sequence')),
  constraint revisions_content_object check (jsonb_typeof(content) = 'object')
);
create index revisions_by_person on practice.revisions (by_person) where by_person is not null;

create function practice.refuse_revision_change() returns trigger language plpgsql as $$
begin
  if new.by_person is null
    and (new.item_id, new.version, new.kind, new.content, new.published_at)
      is not distinct from (old.item_id, old.version, old.kind, old.content, old.published_at)
  then
    return new;
  end if;
  raise exception 'what was published stays in the history' using errcode = 'restrict_violation';
end
$$;
create trigger revisions_stay before update on practice.revisions
  for each row execute function practice.refuse_revision_change();

-- What is deleted leaves no work on it behind.
create function practice.forget_work() returns trigger language plpgsql as $$
begin
  delete from practice.drafts where id = old.id;
  delete from practice.revisions where item_id = old.id;
  return null;
end
$$;
create trigger exercises_forget_work after delete on practice.exercises
  for each row execute function practice.forget_work();
create trigger sequences_forget_work after delete on practice.sequences
  for each row execute function practice.forget_work();

-- A sequence that an instructor gave a learner to practise.
create table practice.assignments (
  id uuid not null,
  instructor_person_id uuid not null,
  learner_id uuid not null,
  sequence_id uuid not null,
  -- A session counts from half of this on.
  sequence_seconds integer not null,
  times smallint not null,
  -- By the learner's own calendar.
  due_on date not null,
  note text not null default '',
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint assignments_pkey primary key (id),
  constraint assignments_sequence_fkey foreign key (sequence_id) references practice.sequences (id) on delete cascade,
  constraint assignments_of_two check (instructor_person_id <> learner_id),
  constraint assignments_times_range check (times between 1 and 60),
  constraint assignments_seconds_positive check (sequence_seconds > 0),
  constraint assignments_note_length check (length(note) <= 500)
);
create unique index assignments_open_once on practice.assignments (instructor_person_id, learner_id, sequence_id)
  where ended_at is null;
create index assignments_of_learner on practice.assignments (learner_id, id desc);
create index assignments_by_sequence on practice.assignments (sequence_id);
create index sessions_of_sequence on practice.sessions (person_id, sequence, finished_at) where sequence is not null;

-- down
drop index practice.sessions_of_sequence;
drop table practice.assignments;
drop trigger sequences_forget_work on practice.sequences;
drop trigger exercises_forget_work on practice.exercises;
drop function practice.forget_work();
drop table practice.revisions;
drop function practice.refuse_revision_change();
drop table practice.drafts;
drop index practice.sequences_by_owner_name;
drop index practice.exercises_by_owner;
alter table practice.exercises drop column owner_id;
