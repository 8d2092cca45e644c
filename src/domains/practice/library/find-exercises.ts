import { invalid } from '../../../platform/errors/index.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import type { LibraryExercise, PublishedLibrary } from './published-library.ts';

export const sorts = ['name', 'difficulty', 'popularity'] as const;

export interface FindExercises {
  q?: string | undefined;
  /** Any of these. */
  levels: readonly number[];
  /** Any of these. */
  areas: readonly string[];
  /** Without one: the best find first, or as the library shows them. */
  sort?: (typeof sorts)[number] | undefined;
  cursor?: string | undefined;
  limit: number;
}

export interface FoundExercises {
  items: LibraryExercise[];
  total: number;
  nextCursor: string | null;
}

const { compare: compareNames } = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const orders: Record<(typeof sorts)[number], (a: LibraryExercise, b: LibraryExercise) => number> = {
  name: (a, b) => compareNames(a.name, b.name),
  difficulty: (a, b) => a.level - b.level || a.at - b.at,
  popularity: (a, b) => b.popularity - a.popularity || a.at - b.at,
};

/** Searches, filters and sorts in memory. Throws `invalid` bad_cursor. */
export function findExercises(library: PublishedLibrary, wish: FindExercises): FoundExercises {
  const { levels, areas, sort, limit } = wish;
  const found = library.names
    .find(wish.q ?? '')
    .map((at) => library.exercises[at]!)
    .filter(
      (one) =>
        (levels.length === 0 || levels.includes(one.level)) &&
        (areas.length === 0 || one.areas.some((area) => areas.includes(area))),
    );
  if (sort) found.sort(orders[sort]);
  const from = wish.cursor === undefined ? 0 : behind(wish.cursor, found);
  const items = found.slice(from, from + limit);
  const last = items.at(-1);
  const isMore = from + items.length < found.length;
  return {
    items,
    total: found.length,
    nextCursor: isMore && last ? encodeCursor([last.slug, from + items.length]) : null,
  };
}

/** Behind the last one shown, wherever it stands by now; where it stood, when it is gone. */
function behind(cursor: string, found: readonly LibraryExercise[]): number {
  const [slug, at] = decodeCursor(cursor, 2);
  if (typeof slug !== 'string' || typeof at !== 'number' || !Number.isInteger(at) || at < 0)
    throw invalid(
      'bad_cursor',
      'This page link is not complete. Start again from the first page.',
      {
        field: 'cursor',
      },
    );
  const now = found.findIndex((one) => one.slug === slug);
  return now < 0 ? Math.min(at, found.length) : now + 1;
}
