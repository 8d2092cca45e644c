-- up
create schema places;

create table places.places (
  id uuid not null,
  slug text not null,
  market_code text not null,
  kind text not null,
  name text not null,
  parent_name text,
  aliases text[] not null,
  center geography(Point, 4326) not null,
  radius_m integer not null,
  rank smallint not null,
  constraint places_pkey primary key (id),
  constraint places_slug_unique unique (slug),
  constraint places_slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint places_kind_known check (kind in ('city', 'neighbourhood')),
  constraint places_neighbourhood_has_parent check (kind = 'city' or parent_name is not null),
  constraint places_radius_range check (radius_m between 100 and 50000),
  constraint places_rank_range check (rank between 1 and 9)
);
create index places_by_market on places.places (market_code, rank, name);

-- Every way to call a place, folded (lower case, no accents, no punctuation) by the loader.
create table places.names (
  place_id uuid not null,
  market_code text not null,
  name_key text not null,
  constraint names_pkey primary key (place_id, name_key),
  constraint names_place_fkey foreign key (place_id) references places.places (id) on delete cascade,
  constraint names_key_not_empty check (name_key <> '')
);
create index names_by_prefix on places.names (market_code, name_key text_pattern_ops);
create index names_by_trigram on places.names using gin (name_key gin_trgm_ops);

create table places.addresses (
  id uuid not null,
  person_id uuid not null,
  label text not null,
  place_id uuid not null,
  point geography(Point, 4326) not null,
  is_default boolean not null,
  created_at timestamptz not null,
  constraint addresses_pkey primary key (id),
  constraint addresses_place_fkey foreign key (place_id) references places.places (id),
  constraint addresses_label_length check (char_length(label) between 1 and 60)
);
create index addresses_by_person on places.addresses (person_id, id);
create unique index addresses_one_default on places.addresses (person_id) where is_default;

-- down
drop schema places cascade;
