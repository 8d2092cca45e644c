import { dataOrThrow } from '../../api/problem.ts';
import type { ExerciseCard } from '../../api/types.ts';
import type { WebRequest } from '../../server/request-context.ts';
import type { PoseWishes } from './pose-params.ts';

/** What speaks on the bus when an exercise or a sequence was changed. */
export const libraryTopics = ['practice.library_changed'];

const perAnswer = 100;

/** The areas that a pose can be for, by name. */
export function listAreas(web: WebRequest): Promise<string[]> {
  return web.remember('practice areas', libraryTopics, async () => {
    const { items } = dataOrThrow(await web.client.GET('/api/v1/libraries'));
    return items.find(({ slug }) => slug === 'yoga')?.areas ?? [];
  });
}

export interface FoundPoses {
  items: ExerciseCard[];
  total: number;
  nextCursor: string | null;
}

/** The first `count` poses that fit, or those behind a cursor. */
export async function findPoses(
  web: WebRequest,
  { q, levels, areas, sort }: PoseWishes,
  { count, cursor }: { count: number; cursor?: string | undefined },
): Promise<FoundPoses> {
  const items: ExerciseCard[] = [];
  for (let next = cursor; ;) {
    const limit = Math.min(perAnswer, count - items.length);
    const query = { q, level: levels, area: areas, sort, cursor: next, limit };
    const page = dataOrThrow(await web.client.GET('/api/v1/poses', { params: { query } }));
    items.push(...page.items);
    if (page.nextCursor === null || items.length >= count)
      return { items, total: page.total, nextCursor: page.nextCursor };
    next = page.nextCursor;
  }
}
