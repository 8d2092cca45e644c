import { dataOrThrow } from './api/problem.ts';
import type { Subject } from './api/types.ts';
import type { WebRequest } from './server/request-context.ts';

/** Every subject in the order of the tiles; an operator's change is seen at once. */
export function listSubjects(web: WebRequest): Promise<Subject[]> {
  return web.remember('subjects', ['catalog.subjects_changed'], async () => {
    const { items } = dataOrThrow(await web.client.GET('/api/v1/subjects'));
    return items;
  });
}
