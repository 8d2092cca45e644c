import type { RawBuilder } from 'kysely';
import { sql } from '../../../platform/db/index.ts';

export type Mode = 'online' | 'in_person';
export type Sort = 'best' | 'price' | 'rating' | 'distance';
export type Wish = 'subject' | 'place' | 'price' | 'mode' | 'q';

/** A search, with every name looked up. */
export interface Filters {
  marketCode: string;
  subject?: string;
  place?: { point: { lat: number; lng: number }; reachM: number };
  /** Most per hour, in minor units of the market's currency. */
  priceMaxMinor?: number;
  mode?: Mode;
  /** Folded words. Beside a subject or a place they rank; alone, one of them must occur. */
  words: readonly string[];
}

const priceColumns = {
  online: 'o.price_online_minor',
  in_person: 'o.price_in_person_minor',
  any: 'o.price_minor',
} as const;
const serviceColumns = {
  online: 'o.service_online_id',
  in_person: 'o.service_in_person_id',
  any: 'o.service_id',
} as const;

export const priceColumn = (mode: Mode | undefined): RawBuilder<number | null> =>
  sql.ref(priceColumns[mode ?? 'any']);
export const serviceColumn = (mode: Mode | undefined): RawBuilder<string> =>
  sql.ref(serviceColumns[mode ?? 'any']);

/** Which wishes a search carries, in the order in which to offer letting go of them. */
export function wishesOf(filters: Filters): Wish[] {
  const wishes: [Wish, boolean][] = [
    ['price', filters.priceMaxMinor !== undefined],
    ['q', filtersByWords(filters)],
    ['mode', filters.mode !== undefined],
    ['place', filters.place !== undefined],
    ['subject', filters.subject !== undefined],
  ];
  return wishes.filter(([, carried]) => carried).map(([wish]) => wish);
}

export function filtersByWords({ words, subject, place }: Filters): boolean {
  return words.length > 0 && subject === undefined && place === undefined;
}

export function without(filters: Filters, wish: Wish): Filters {
  const { subject, place, priceMaxMinor, mode, words, marketCode } = filters;
  return {
    marketCode,
    words: wish === 'q' ? [] : words,
    ...(subject !== undefined && wish !== 'subject' && { subject }),
    ...(place !== undefined && wish !== 'place' && { place }),
    ...(priceMaxMinor !== undefined && wish !== 'price' && { priceMaxMinor }),
    ...(mode !== undefined && wish !== 'mode' && { mode }),
  };
}

/** Where the offers of a search are, as one condition on `search.offers o` without the subject. */
export function areaCondition(filters: Filters): RawBuilder<boolean> {
  const parts = [sql<boolean>`o.market_code = ${filters.marketCode}`];
  if (filters.place)
    parts.push(
      sql<boolean>`st_dwithin(o.spot, ${spotOf(filters.place)}, ${planeMetres(filters.place)})`,
    );
  if (filtersByWords(filters))
    parts.push(
      sql<boolean>`o.instructor_id in (select d.instructor_id from search.documents d where d.text @@ ${textQuery(filters.words)})`,
    );
  return sql.join(parts, sql` and `);
}

/** Whether an offer is of this mode and not dearer than wished. */
export function priceCondition(
  mode: Mode | undefined,
  priceMaxMinor: number | undefined,
): RawBuilder<boolean> {
  const price = priceColumn(mode);
  return priceMaxMinor === undefined
    ? sql<boolean>`${price} is not null`
    : sql<boolean>`${price} <= ${priceMaxMinor}`;
}

type Area = NonNullable<Filters['place']>;

function spotOf({ point }: Area): RawBuilder<unknown> {
  return sql`st_transform(st_setsrid(st_makepoint(${point.lng}::float8, ${point.lat}::float8), 4326), 3857)`;
}

/** Metres on the ground in metres of the Mercator plane at that latitude. */
function planeMetres({ point, reachM }: Area): number {
  return reachM / Math.cos((point.lat * Math.PI) / 180);
}

/** Metres on the ground from the place to an offer, right to 1 % within 100 km; null without a place. */
export function distanceM(place: Area | undefined): RawBuilder<number | null> {
  if (!place) return sql`null::float8`;
  return sql`(st_distance(o.spot, ${spotOf(place)}) * ${Math.cos((place.point.lat * Math.PI) / 180)}::float8)`;
}

/** Any of the words, as written (names) or by its stem. */
export function textQuery(words: readonly string[]): RawBuilder<unknown> {
  const parts = words.map(
    (word) => sql`plainto_tsquery('simple', ${word}) || plainto_tsquery('english', ${word})`,
  );
  return sql`(select ${sql.join(parts, sql` || `)})`;
}
