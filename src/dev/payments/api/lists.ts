import { invalidRequest, missingResource } from './errors.ts';
import type { Params } from './params.ts';

export interface ListPage<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

interface Identified {
  id: string;
  object: string;
}

function cursorIndex(items: readonly Identified[], id: string, param: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw missingResource(items[0]?.object ?? 'object', id, param);
  return index;
}

/**
 * Reads the cursor parameters; the returned function cuts one page, newest first, out of objects given
 * oldest first (the order in which they were made).
 */
export function readPage(
  params: Params,
  url: string,
): <T extends Identified>(oldestFirst: Iterable<T>) => ListPage<T> {
  const limit = params.integer('limit') ?? 10;
  const after = params.text('starting_after');
  const before = params.text('ending_before');
  if (limit < 1 || limit > 100) {
    throw invalidRequest('Invalid limit: must be between 1 and 100.', { param: 'limit' });
  }
  if (after !== undefined && before !== undefined) {
    throw invalidRequest('You can give starting_after or ending_before, not both.');
  }
  return (oldestFirst) => {
    const items = [...oldestFirst].toReversed();
    if (before !== undefined) {
      const end = cursorIndex(items, before, 'ending_before');
      const start = Math.max(0, end - limit);
      return { object: 'list', data: items.slice(start, end), has_more: start > 0, url };
    }
    const start = after === undefined ? 0 : cursorIndex(items, after, 'starting_after') + 1;
    const data = items.slice(start, start + limit);
    return { object: 'list', data, has_more: start + limit < items.length, url };
  };
}
