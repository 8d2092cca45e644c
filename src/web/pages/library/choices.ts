import type { WebRequest } from '../../server/request-context.ts';
import { libraryTopics } from '../practice/fetch-library.ts';
import type { Choice } from './read-forms.ts';

const perPage = 100;
const pagesMax = 20;

/** All exercises of a library that a form may name, by name; an instructor's own too. */
export async function listChoices(
  web: WebRequest,
  library: string,
  own: boolean,
): Promise<Choice[]> {
  const shared = await web.remember(`exercises of ${library}`, libraryTopics, () =>
    listLibrary(web, library),
  );
  return own ? [...shared, ...(await listOwn(web, library))] : shared;
}

async function listLibrary(web: WebRequest, library: string): Promise<Choice[]> {
  const found: Choice[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pagesMax; page += 1) {
    const query = { library, sort: 'name' as const, limit: perPage, cursor };
    const { data } = await web.client.GET('/api/v1/exercises', { params: { query } });
    found.push(
      ...(data?.items ?? []).map(({ slug, name, twoSided }) => ({ slug, name, twoSided })),
    );
    if (!data?.nextCursor) break;
    cursor = data.nextCursor;
  }
  return found;
}

async function listOwn(web: WebRequest, library: string): Promise<Choice[]> {
  const query = { own: true, kind: 'exercise' as const, library, limit: perPage };
  const { data } = await web.client.GET('/api/v1/authoring/items', { params: { query } });
  return (data?.items ?? [])
    .filter(({ status }) => status === 'published')
    .map(({ slug, name }) => ({ slug, name, twoSided: true }));
}
