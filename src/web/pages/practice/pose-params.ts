import { type Level, levels } from './practice-texts.ts';

/** What the address of the poses holds. */
export interface PoseWishes {
  library: string;
  q: string | undefined;
  levels: Level[];
  areas: string[];
  sort: PoseSort | undefined;
}

/** Where the exercises of a library are listed, or one of them is read. */
export function exercisesPath(library: string, slug?: string): string {
  const list = library === 'yoga' ? '/practice/poses' : `/practice/library/${library}`;
  return slug === undefined ? list : `${list}/${slug}`;
}

/** The library of such an address. */
export const libraryOf = (params: object): string =>
  'library' in params ? String(params.library) : 'yoga';

export const poseSorts = ['name', 'difficulty', 'popularity'] as const;
export type PoseSort = (typeof poseSorts)[number];

export const perPage = 20;
const shownMax = 1000;

/** Reads the address; what makes no sense there is left out rather than refused. */
export function readPoseWishes(
  params: URLSearchParams,
  { library, areas }: { library: string; areas: readonly string[] },
): PoseWishes {
  const asked = (name: string) => new Set(params.getAll(name));
  return {
    library,
    q: params.get('q')?.trim().slice(0, 100) || undefined,
    levels: levels.filter((level) => asked('level').has(level)),
    areas: areas.filter((area) => asked('area').has(area)).slice(0, 12),
    sort: poseSorts.find((sort) => sort === params.get('sort')),
  };
}

/** A whole number of an address between nothing and the most that one page shows. */
export function readCount(params: URLSearchParams, name: string, otherwise: number): number {
  const count = Number(params.get(name) ?? otherwise);
  return Number.isInteger(count) && count >= 0 ? Math.min(count, shownMax) : otherwise;
}

interface Place {
  /** The page after this one, and how many stand before it. */
  cursor?: string;
  from?: number;
  /** All of them up to here on one page. */
  shown?: number;
}

/** The address of these wishes, with some of them changed. */
export function posesUrl(wishes: Partial<PoseWishes>, place: Place = {}): string {
  const params = new URLSearchParams();
  if (wishes.q) params.set('q', wishes.q);
  for (const level of wishes.levels ?? []) params.append('level', level);
  for (const area of wishes.areas ?? []) params.append('area', area);
  if (wishes.sort) params.set('sort', wishes.sort);
  for (const [name, value] of Object.entries(place)) params.set(name, String(value));
  const path = exercisesPath(wishes.library ?? 'yoga');
  return params.size > 0 ? `${path}?${params}` : path;
}

/** How many filters are on, the words aside. */
export const countFilters = ({ levels, areas }: PoseWishes): number => levels.length + areas.length;
