-- up
create schema reviews;

create table reviews.reviews (
  id uuid constraint reviews_pkey primary key,
  instructor_id uuid not null,
  booking_id uuid,
  author_name text not null,
  rating smallint not null,
  text text not null,
  response text,
  published_at timestamptz not null,
  is_demo boolean not null default false,
  constraint reviews_booking_unique unique (booking_id),
  constraint reviews_from_a_booking check (booking_id is not null or is_demo),
  constraint reviews_rating_range check (rating between 1 and 5),
  constraint reviews_author_name_length check (length(author_name) between 1 and 40),
  constraint reviews_text_length check (length(text) between 1 and 2000),
  constraint reviews_response_length check (response is null or length(response) between 1 and 1000)
);

create index reviews_newest on reviews.reviews (instructor_id, published_at desc, id desc);

-- down
drop schema reviews cascade;
