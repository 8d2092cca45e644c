-- up
-- The address of one's own sequence is the secret by which it is shared: found without its library.
create unique index sequences_own_slug on practice.sequences (slug) where owner_id is not null;

-- What somebody's body asks to be careful with; who has nothing to say has no row.
create table practice.cautions (
  person_id uuid not null,
  cautions text[] not null,
  updated_at timestamptz not null,
  constraint cautions_pkey primary key (person_id),
  constraint cautions_count check (cardinality(cautions) between 1 and 40)
);

-- down
drop table practice.cautions;
drop index practice.sequences_own_slug;
