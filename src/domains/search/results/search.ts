import { type MemoryCache, memoryCache } from '../../../platform/cache/index.ts';
import type { Bus } from '../../../platform/bus/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { listSubjects } from '../../catalog/index.ts';
import { getMarket } from '../../markets/index.ts';
import { listPlaces, nameKey } from '../../places/index.ts';
import { nearbyM } from '../wish/place.ts';
import { cardOf, type SearchCard } from './card.ts';
import {
  type Filters,
  filtersByWords,
  type Mode,
  type Sort,
  type Wish,
  wishesOf,
} from './filters.ts';
import {
  countFacets,
  countWithout,
  type FacetRow,
  type Position,
  type ResultRow,
  selectPage,
} from './results.queries.ts';

export interface SearchInput {
  market: string;
  subject?: string | undefined;
  place?: string | undefined;
  /** Metres around the place; as far as the place reaches, and at least 5 km, when absent. */
  withinM?: number | undefined;
  priceMax?: number | undefined;
  mode?: Mode | undefined;
  q?: string | undefined;
  sort?: Sort | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface SearchResults {
  total: number;
  /** The order that was used: "distance" needs a place, and is "best" without one. */
  sort: Sort;
  items: SearchCard[];
  facets: {
    /** Every subject that would give some; the wished one alone where there is one. */
    subjects: { slug: string; name: string; count: number }[];
    modes: { mode: Mode; count: number }[];
  };
  /** When nothing was found: which single wish to let go of, and how many that would give. */
  relax: { drop: Wish; total: number }[];
  nextCursor: string | null;
}

/**
 * Instructors for a wish: at most three queries, the third only when nothing is found.
 * Throws not_found market_not_found, invalid subject_unknown, place_unknown or bad_cursor.
 */
export async function searchInstructors(ctx: Ctx, input: SearchInput): Promise<SearchResults> {
  const filters = await filtersOf(ctx, input);
  const sort = input.sort === 'distance' && !filters.place ? 'best' : (input.sort ?? 'best');
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor, sort);
  const [rows, counts] = await Promise.all([
    selectPage(ctx, filters, { sort, after, limit: input.limit + 1 }),
    facetsOf(ctx, filters),
  ]);
  const page = rows.slice(0, input.limit);
  const found = counts.find((row) => row.subject_slug === (filters.subject ?? ''));
  // The counts may be some seconds older than the page.
  const total = Math.max(found?.total ?? 0, page.length);
  return {
    total,
    sort,
    items: page.map((row) => cardOf(row, ctx.clock.now())),
    facets: {
      subjects: await subjectFacets(ctx, counts),
      modes: [
        { mode: 'online', count: found?.online ?? 0 },
        { mode: 'in_person', count: found?.in_person ?? 0 },
      ],
    },
    relax: rows.length === 0 && after === undefined ? await relaxed(ctx, filters) : [],
    nextCursor: rows.length > input.limit ? writeCursor(sort, page.at(-1)!) : null,
  };
}

async function filtersOf(ctx: Ctx, input: SearchInput): Promise<Filters> {
  const { code: marketCode } = await getMarket(ctx, input.market);
  const { subject, priceMax, mode } = input;
  if (subject !== undefined && !(await listSubjects(ctx)).some(({ slug }) => slug === subject))
    throw invalid('subject_unknown', 'We don’t know this subject.', { field: 'subject' });
  const place =
    input.place === undefined
      ? undefined
      : (await listPlaces(ctx, marketCode)).find(({ slug }) => slug === input.place);
  if (input.place !== undefined && !place)
    throw invalid('place_unknown', 'We don’t know this place in this market.', { field: 'place' });
  return {
    marketCode,
    words: wordsOf(input.q),
    ...(subject !== undefined && { subject }),
    ...(place && {
      place: { point: place.point, reachM: input.withinM ?? Math.max(place.radiusM, nearbyM) },
    }),
    ...(priceMax !== undefined && { priceMaxMinor: priceMax }),
    ...(mode && { mode }),
  };
}

const wordsMax = 12;

function wordsOf(q = ''): string[] {
  return [...new Set(nameKey(q).split(' '))].filter(Boolean).slice(0, wordsMax);
}

const countsCaches = new WeakMap<Bus, MemoryCache<FacetRow[]>>();

/** Counts are the same for every sort and page of a search, so they are kept for some seconds. */
async function facetsOf(ctx: Ctx, filters: Filters): Promise<FacetRow[]> {
  const cache = cacheOf(ctx.bus);
  const { marketCode, place, priceMaxMinor, mode, words, subject } = filters;
  const key = JSON.stringify([
    marketCode,
    subject,
    place,
    priceMaxMinor,
    mode,
    filtersByWords(filters) && words,
  ]);
  const known = cache.get(key);
  if (known) return known;
  const counts = await countFacets(ctx, filters);
  cache.set(key, counts);
  return counts;
}

function cacheOf(bus: Bus): MemoryCache<FacetRow[]> {
  let cache = countsCaches.get(bus);
  if (!cache) {
    const fresh = memoryCache<FacetRow[]>({ max: 500, ttlMs: 10_000 });
    bus.subscribe('search', () => fresh.clear());
    countsCaches.set(bus, fresh);
    cache = fresh;
  }
  return cache;
}

async function subjectFacets(ctx: Ctx, counts: readonly FacetRow[]) {
  const totals = new Map(counts.map((row) => [row.subject_slug, row.total]));
  return (await listSubjects(ctx))
    .map(({ slug, name }) => ({ slug, name, count: totals.get(slug) ?? 0 }))
    .filter(({ count }) => count > 0);
}

async function relaxed(ctx: Ctx, filters: Filters): Promise<SearchResults['relax']> {
  const wishes = wishesOf(filters);
  if (wishes.length === 0) return [];
  const counts = await countWithout(ctx, filters, wishes);
  return counts.filter(({ total }) => total > 0).map(({ wish, total }) => ({ drop: wish, total }));
}

function writeCursor(sort: Sort, row: ResultRow): string {
  return encodeCursor([sort, row.sort_key, row.instructor_id]);
}

function readCursor(cursor: string, wanted: Sort): Position {
  const [sort, key, instructorId] = decodeCursor(cursor, 3);
  const isId =
    typeof instructorId === 'string' &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(instructorId);
  if (sort === wanted && Number.isSafeInteger(key) && isId)
    return { key: key as number, instructorId };
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}
