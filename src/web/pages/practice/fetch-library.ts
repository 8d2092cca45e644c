import { dataOrThrow } from '../../api/problem.ts';
import type { ExerciseCard, Library } from '../../api/types.ts';
import type { WebRequest } from '../../server/request-context.ts';
import type { PoseWishes } from './pose-params.ts';

/** What speaks on the bus when an exercise or a sequence was changed. */
export const libraryTopics = ['practice.library_changed'];

const perAnswer = 100;

/** Everything that can be practised here, by library. */
export function listLibraries(web: WebRequest): Promise<Library[]> {
  return web.remember('practice libraries', libraryTopics, async () => {
    const { items } = dataOrThrow(await web.client.GET('/api/v1/libraries'));
    return items;
  });
}

/** The areas that a pose, or another library's exercise, can be for. */
export async function listAreas(web: WebRequest, library = 'yoga'): Promise<string[]> {
  const libraries = await listLibraries(web);
  return libraries.find(({ slug }) => slug === library)?.areas ?? [];
}

export interface FoundPoses {
  items: ExerciseCard[];
  total: number;
  nextCursor: string | null;
}

/** The first `count` poses that fit, or those behind a cursor. */
export async function findPoses(
  web: WebRequest,
  { library, q, levels, areas, sort }: PoseWishes,
  { count, cursor }: { count: number; cursor?: string | undefined },
): Promise<FoundPoses> {
  const items: ExerciseCard[] = [];
  for (let next = cursor; ;) {
    const limit = Math.min(perAnswer, count - items.length);
    const query = { library, q, level: levels, area: areas, sort, cursor: next, limit };
    const page = dataOrThrow(await web.client.GET('/api/v1/exercises', { params: { query } }));
    items.push(...page.items);
    if (page.nextCursor === null || items.length >= count)
      return { items, total: page.total, nextCursor: page.nextCursor };
    next = page.nextCursor;
  }
}
