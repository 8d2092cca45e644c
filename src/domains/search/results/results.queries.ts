import type { RawBuilder } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import {
  areaCondition,
  distanceM,
  type Filters,
  priceColumn,
  priceCondition,
  serviceColumn,
  type Sort,
  textQuery,
  type Wish,
  without,
} from './filters.ts';

export interface ResultRow {
  instructor_id: string;
  slug: string;
  display_name: string;
  headline: string;
  bio: string;
  portrait: string;
  subjects: { slug: string; name: string }[];
  price_minor: number;
  currency: string;
  service_id: string;
  online: boolean;
  in_person: boolean;
  place_name: string | null;
  lat: number | null;
  lng: number | null;
  distance_m: number | null;
  rating: number | null;
  rating_count: number;
  next_slots: Temporal.Instant[];
  next_slots_until: Temporal.Instant[];
  sort_key: number;
}

export interface Position {
  key: number;
  instructorId: string;
}

interface PageQuestion {
  sort: Sort;
  after: Position | undefined;
  limit: number;
}

/**
 * The sort key of an offer, a whole number, so that a cursor compares exactly. Without a place and
 * words, "best" is the order of an index; the full formula is `search.best_score`.
 */
function sortKey(sort: Sort, { mode, place, words }: Filters): RawBuilder<number> {
  if (sort === 'price') return sql`${priceColumn(mode)}`;
  if (sort === 'rating') return sql`o.rating_order`;
  if (sort === 'distance') return sql`round(${distanceM(place)})::bigint`;
  if (!place && words.length === 0) return sql`o.quality`;
  const rank =
    words.length === 0
      ? sql`null::real`
      : sql`(select ts_rank(d.text, ${textQuery(words)}) from search.documents d where d.instructor_id = o.instructor_id)`;
  return sql`search.best_score(${rank}, ${distanceM(place)}, ${place?.reachM ?? null}::float8, o.quality)`;
}

const ascending = (sort: Sort): boolean => sort === 'price' || sort === 'distance';

/** One page of offers with their cards. */
export async function selectPage(
  ctx: Ctx,
  filters: Filters,
  { sort, after, limit }: PageQuestion,
): Promise<ResultRow[]> {
  const key = sortKey(sort, filters);
  const [order, beyond] = ascending(sort) ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const afterwards = after
    ? sql`and (${key}, o.instructor_id) ${beyond} (${after.key}::bigint, ${after.instructorId}::uuid)`
    : sql``;
  const { rows } = await sql<ResultRow>`
    with page as (
      select o.instructor_id, ${priceColumn(filters.mode)} as price_minor, ${serviceColumn(filters.mode)} as service_id,
        o.price_online_minor is not null as online, o.price_in_person_minor is not null as in_person,
        round(${distanceM(filters.place)})::integer as distance_m, ${key}::bigint as sort_key
      from search.offers o
      where o.subject_slug = ${filters.subject ?? ''} and ${areaCondition(filters)}
        and ${priceCondition(filters.mode, filters.priceMaxMinor)} ${afterwards}
      order by ${key} ${order}, o.instructor_id ${order}
      limit ${limit}
    )
    select page.*, d.slug, d.display_name, d.headline, d.bio, d.portrait, d.subjects, d.currency, d.place_name,
      st_y(d.point::geometry) as lat, st_x(d.point::geometry) as lng, d.rating::float8 as rating, d.rating_count,
      d.next_slots, d.next_slots_until
    from page join search.documents d on d.instructor_id = page.instructor_id
    order by page.sort_key ${order}, page.instructor_id ${order}`.execute(ctx.db);
  return rows;
}

export interface FacetRow {
  subject_slug: string;
  total: number;
  online: number;
  in_person: number;
}

/**
 * How many the wished subject gives, by way to meet; without one, each subject, and any subject in
 * the row ''. (Counting the subjects not asked for would read the market's every offer each time.)
 */
export async function countFacets(ctx: Ctx, filters: Filters): Promise<FacetRow[]> {
  const { mode, priceMaxMinor, subject } = filters;
  const ofSubject = subject === undefined ? sql`` : sql`and o.subject_slug = ${subject}`;
  const { rows } = await sql<FacetRow>`
    select o.subject_slug, count(*) filter (where ${priceCondition(mode, priceMaxMinor)}) as total,
      count(*) filter (where ${priceCondition('online', priceMaxMinor)}) as online,
      count(*) filter (where ${priceCondition('in_person', priceMaxMinor)}) as in_person
    from search.offers o
    where ${areaCondition(filters)} and ${priceCondition(undefined, priceMaxMinor)} ${ofSubject}
    group by o.subject_slug`.execute(ctx.db);
  return rows;
}

/** How many results each wish would give when it is let go of, in one query. */
export async function countWithout(
  ctx: Ctx,
  filters: Filters,
  wishes: readonly Wish[],
): Promise<{ wish: Wish; total: number }[]> {
  const counts = wishes.map((wish) => {
    const rest = without(filters, wish);
    return sql`select ${wish}::text as wish, count(*) as total from search.offers o
      where o.subject_slug = ${rest.subject ?? ''} and ${areaCondition(rest)}
        and ${priceCondition(rest.mode, rest.priceMaxMinor)}`;
  });
  const { rows } = await sql<{
    wish: Wish;
    total: number;
  }>`${sql.join(counts, sql` union all `)}`.execute(ctx.db);
  return rows;
}
