import { createHash } from 'node:crypto';
import { gb } from '../data/gb.ts';
import { india } from '../data/in.ts';
import { jp } from '../data/jp.ts';
import type { PlaceRow, ShippedMarket } from '../data/shipped-place.ts';
import { us } from '../data/us.ts';
import { nameKey } from './name-key.ts';
import type { Place } from './place.ts';

/** Every place that Etude ships, flat, with its id and slug. */
export function shippedPlaces(): Place[] {
  return [gb, us, india, jp].flatMap(placesOf);
}

function placesOf({ marketCode, cities }: ShippedMarket): Place[] {
  return cities.flatMap(({ city, rank, partOf, neighbourhoods = [] }) => [
    place(marketCode, city, { kind: 'city', rank, parentName: partOf ?? null }),
    ...neighbourhoods.map((row) =>
      place(marketCode, row, { kind: 'neighbourhood', rank: rank + 4, parentName: city[0] }),
    ),
  ]);
}

type Standing = Pick<Place, 'kind' | 'rank' | 'parentName'>;

function place(
  marketCode: string,
  [name, lat, lng, radiusM, ...aliases]: PlaceRow,
  standing: Standing,
): Place {
  const words = standing.kind === 'neighbourhood' ? `${name} ${standing.parentName}` : name;
  const slug = nameKey(words).replaceAll(' ', '-');
  return {
    id: stableId(slug),
    slug,
    marketCode,
    name,
    aliases,
    point: { lat, lng },
    radiusM,
    ...standing,
  };
}

/** A UUIDv8 (RFC 9562) of the slug: the same place has the same id in every installation. */
function stableId(slug: string): string {
  const hex = createHash('sha256').update(`etude:place:${slug}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Every folded name a place is found by: "camden", "camden town", "camden london". */
export function namesOf({
  name,
  aliases,
  parentName,
}: Pick<Place, 'name' | 'aliases' | 'parentName'>): string[] {
  const names = [name, ...aliases].flatMap((one) =>
    parentName ? [one, `${one} ${parentName}`] : [one],
  );
  return [...new Set(names.map(nameKey))];
}
