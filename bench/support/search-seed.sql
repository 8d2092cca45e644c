-- 100,000 invented instructors straight into search's own tables: 40 % in one market, 30, 20 and
-- 10 % in the others, around one city each, 1.7 subjects each, the first subjects more often taught.
create temp table invented as
select gen_random_uuid() as id, i, c.*, ((0.6 + random() * 1.2) * c.base)::bigint as price,
  st_setsrid(st_makepoint(c.lng + (random() + random() - 1) * 0.3, c.lat + (random() + random() - 1) * 0.2), 4326) as at,
  round((3.6 + random() * 1.4)::numeric, 2)::real as rating, (random() * 200)::integer as reviews,
  random() as second, random() as mode,
  array['patient with beginners', 'jazz and improvisation', 'exam preparation', 'songs you love', 'calm classical study',
    'children welcome', 'conversation first', 'stage experience', 'evenings and weekends', 'twenty years of teaching'] as themes
from generate_series(1, 100000) as i
join (values ('gb', 51.51, -0.12, 'GBP', 3500), ('us', 40.72, -73.97, 'USD', 5500), ('in', 12.97, 77.6, 'INR', 90000),
  ('jp', 35.68, 139.72, 'JPY', 4500)) as c(market, lat, lng, currency, base)
  on c.market = case when i % 10 < 4 then 'gb' when i % 10 < 7 then 'us' when i % 10 < 9 then 'in' else 'jp' end;

create temp table teaches as
select id, (select array_agg(slug order by position) from catalog.subjects)[1 + floor(power(random(), 1.6) * 30)::integer] as slug
from invented, generate_series(1, 2) as k where k = 1 or second < 0.7;
create index on teaches (id);
analyze teaches;

insert into search.documents
select id, market, 'teacher-' || i, 'Teacher' || i % 977 || ' Family' || i % 3331, 'Lessons for all', 'I teach ' || themes[1 + i % 10]
  || ' and ' || themes[1 + i / 10 % 10] || ', with a plan for each week and time for your questions.', 'n-a',
  (select jsonb_agg(jsonb_build_object('slug', slug, 'name', slug)) from (select distinct slug from teaches t where t.id = invented.id) as s),
  array(select distinct slug from teaches t where t.id = invented.id),
  setweight(to_tsvector('simple', 'Teacher' || i % 977 || ' Family' || i % 3331), 'A')
    || setweight(to_tsvector('english', 'I teach ' || themes[1 + i % 10] || ' and ' || themes[1 + i / 10 % 10]
    || ', with a plan for each week and time for your questions.'), 'C'),
  price, currency, mode < 0.8, mode > 0.3, 'Somewhere', at::geography, rating, reviews,
  array[now() + interval '1 day', now() + interval '2 days'], array[now() + interval '1 day', now() + interval '2 days'],
  now() + interval '1 day', now()
from invented;

insert into search.offers
select id, slug, market, price, case when mode < 0.8 then price end, case when mode > 0.3 then price end, id,
  case when mode < 0.8 then id end, case when mode > 0.3 then id end, st_transform(at, 3857),
  search.quality(rating, true), round(rating * 100)::bigint * 1000000 + reviews
from invented join (select distinct id, slug from teaches union all select id, '' from invented) as s using (id);

vacuum analyze search.documents;
vacuum analyze search.offers;
