import type { Place } from '../../places/index.ts';
import type { NameIndex, NameMatch } from './name-index.ts';
import { type Claims, type Span, spanOf, type Word } from './words.ts';

export interface WishedPlace extends Span {
  slug: string;
  name: string;
  parentName: string | null;
  point: { lat: number; lng: number };
  /** Metres around the point in which to search: as the wish says, else as far as the place reaches. */
  reachM: number;
  /** Asked for as a place ("near", "in"), not just named. */
  spoken: boolean;
}

/** Places whose names are words of their own: meant as places only after "in" or "near". */
const alsoWords = new Set([
  'angel',
  'bath',
  'bow',
  'clinton',
  'fort',
  'mk',
  'bk',
  'la',
  'sf',
  'dc',
  'reading',
  'the city',
  'the village',
  'goa',
  'sion',
  'baroda',
]);

const beforePlace =
  /(?:(?:^|[\s,;(])(?:(?:(?:close|next|near) to|near|nearby|in|around|at|by|from|within|of)\s+)(?:(?:the|central|downtown|greater|inner|north|south|east|west)\s+)?)$/u;
const distanceBefore =
  /(?:^|[\s,;(])(?:(?:within|inside|up to|less than|under|max)\s+)?(\d{1,3}(?:\.\d{1,2})?)\s*-?\s*(mi|miles?|kms?|kilomet(?:re|er)s?)\s+(?:of|from|around|radius of|away from)\s+(?:the\s+|central\s+|downtown\s+)?$/u;

export const nearbyM = 5_000;
const reachMaxM = 100_000;

interface PlaceSearch {
  text: string;
  folded: string;
  words: readonly Word[];
  index: NameIndex<Place>;
  claims: Claims;
}

/** A place named after "near", "in" and the like; with `anywhere`, also one that stands by itself. */
export function findPlace(
  search: PlaceSearch,
  { anywhere }: { anywhere: boolean },
): WishedPlace | undefined {
  const { words, claims, index, folded } = search;
  const known = [...index.exact(words, claims), ...index.within(folded, words, claims)];
  const spoken = known.find((match) => beforePlace.test(folded.slice(0, match.start)));
  const picked =
    spoken ?? (anywhere ? known.find((match) => !alsoWords.has(match.key)) : undefined);
  if (picked) return describe(search, joinCity(picked, known));
  if (anywhere) return undefined;
  const misspelt = index.misspelt(wordsAfterPreposition(search), claims);
  return misspelt && describe(search, misspelt);
}

function wordsAfterPreposition({ words, folded }: PlaceSearch): Word[] {
  const first = words.findIndex((word) =>
    /(?:^|\s)(?:near|in|around)\s+$/u.test(folded.slice(0, word.start)),
  );
  return first < 0 ? [] : words.slice(first, first + 4);
}

/** "Camden London" and "London, Camden" are one place: the smaller, over both spans. */
function joinCity(picked: NameMatch<Place>, known: NameMatch<Place>[]): NameMatch<Place> {
  const neighbour = known.find(
    (other) => other.firstWord === picked.lastWord + 1 || other.lastWord === picked.firstWord - 1,
  );
  if (!neighbour || neighbour.value.kind === picked.value.kind) return picked;
  return {
    ...(picked.value.kind === 'neighbourhood' ? picked : neighbour),
    start: Math.min(picked.start, neighbour.start),
    end: Math.max(picked.end, neighbour.end),
  };
}

function describe({ text, folded, claims }: PlaceSearch, match: NameMatch<Place>): WishedPlace {
  const before = folded.slice(0, match.start);
  const distance = distanceBefore.exec(before);
  const lead = distance ?? beforePlace.exec(before);
  const start = lead
    ? lead.index + lead[0].length - lead[0].replace(/^[\s,;(]+/u, '').length
    : match.start;
  const free = claims.free({ start, end: match.end });
  const { slug, name, parentName, point, radiusM } = match.value;
  const reachM =
    distance && free ? metres(Number(distance[1]), distance[2]!) : Math.max(radiusM, nearbyM);
  return {
    ...spanOf(text, free ? start : match.start, match.end),
    slug,
    name,
    parentName,
    point,
    reachM,
    spoken: lead !== null,
  };
}

function metres(count: number, unit: string): number {
  const unitMetres = unit.startsWith('k') ? 1_000 : 1_609.344;
  return Math.min(reachMaxM, Math.max(100, Math.round(count * unitMetres)));
}
