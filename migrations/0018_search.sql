-- up
create schema search;

-- How good an instructor is when nothing is known about the wish, 0 to 1000: the Bayesian rating,
-- and a quarter off for one who has no free hour to offer.
create function search.quality(rating real, has_slots boolean) returns smallint
  language sql immutable parallel safe
  return round(coalesce(rating, 4.0) * 200 * (case when has_slots then 1 else 0.75 end))::smallint;

-- The order of "best match", 0 to 100000: text 45 %, nearness 30 %, quality 25 %. A signal that the
-- wish does not carry counts the same for everyone, so it does not change the order.
create function search.best_score(text_rank real, distance_m double precision, reach_m double precision, quality smallint)
  returns integer
  language sql immutable parallel safe
  return round(
    45000 * coalesce(least(1, text_rank * 2), 0)
    + 30000 * coalesce(1 - least(1, distance_m / reach_m), 0)
    + 25 * quality
  )::integer;

-- What a card shows and what words can find: one row per published instructor.
create table search.documents (
  instructor_id uuid not null,
  market_code text not null,
  slug text not null,
  display_name text not null,
  headline text not null,
  bio text not null,
  portrait text not null,
  subjects jsonb not null,
  subject_slugs text[] not null,
  text tsvector not null,
  price_hour_minor bigint not null,
  currency text not null,
  online boolean not null,
  in_person boolean not null,
  place_name text,
  point geography(Point, 4326),
  rating real,
  rating_count integer not null,
  next_slots timestamptz[] not null,
  -- The moment at which next_slots[i] falls inside the instructor's notice.
  next_slots_until timestamptz[] not null,
  -- When the slots are to be read again: the first has passed, or there was none.
  stale_at timestamptz not null,
  updated_at timestamptz not null,
  constraint documents_pkey primary key (instructor_id),
  constraint documents_slots_paired check (cardinality(next_slots) = cardinality(next_slots_until)),
  constraint documents_price_positive check (price_hour_minor > 0),
  constraint documents_rating_range check (rating between 1 and 5),
  constraint documents_offers_something check (online or in_person)
);
create index documents_by_text on search.documents using gin (text);
create index documents_by_stale on search.documents (stale_at);

-- What filters and sorts look at: one narrow row per instructor and subject, and one for any
-- subject (subject_slug ''), with the least price per hour of each way to meet.
create table search.offers (
  instructor_id uuid not null,
  subject_slug text not null,
  market_code text not null,
  price_minor bigint not null,
  price_online_minor bigint,
  price_in_person_minor bigint,
  service_id uuid not null,
  service_online_id uuid,
  service_in_person_id uuid,
  -- Web Mercator (EPSG:3857), whose plane distances are right everywhere once multiplied by the
  -- cosine of the latitude: several times cheaper to compare than points on the globe.
  spot geometry(Point, 3857),
  quality smallint not null,
  -- Rating in hundredths, then the number of reviews: one number, so that one index sorts both.
  rating_order bigint not null,
  constraint offers_pkey primary key (instructor_id, subject_slug),
  constraint offers_document_fkey foreign key (instructor_id)
    references search.documents (instructor_id) on delete cascade,
  constraint offers_price_is_least check (price_minor = least(price_online_minor, price_in_person_minor)),
  constraint offers_online_whole check ((price_online_minor is null) = (service_online_id is null)),
  constraint offers_in_person_whole check ((price_in_person_minor is null) = (service_in_person_id is null))
);
create index offers_by_quality on search.offers (market_code, subject_slug, quality, instructor_id);
create index offers_by_rating on search.offers (market_code, subject_slug, rating_order, instructor_id);
create index offers_by_price on search.offers (market_code, subject_slug, price_minor, instructor_id)
  include (price_online_minor, price_in_person_minor);
create index offers_by_place on search.offers using gist (market_code, subject_slug, spot);

-- down
drop schema search cascade;
