import type { App } from '../../platform/http/index.ts';
import { searchInstructors } from './results/search.ts';
import { SearchQuery, SearchResultsSchema, UnderstandQuery, UnderstoodSchema } from './schemas.ts';
import { readWish } from './wish/read-wish.ts';

export function searchRoutes(app: App): void {
  app.get(
    '/api/v1/search/understand',
    {
      config: { access: 'public', actor: false },
      schema: {
        operationId: 'understandWish',
        summary: 'What a wish in plain words asks for',
        tags: ['search'],
        querystring: UnderstandQuery,
        response: { 200: UnderstoodSchema },
      },
    },
    async ({ ctx, query }) => readWish(ctx, { text: query.q, market: query.market }),
  );

  app.get(
    '/api/v1/search',
    {
      config: { access: 'public', actor: false },
      schema: {
        operationId: 'search',
        summary: 'Instructors who fit, a page at a time',
        tags: ['search'],
        querystring: SearchQuery,
        response: { 200: SearchResultsSchema },
      },
    },
    async ({ ctx, query }) => searchInstructors(ctx, { ...query, limit: query.limit ?? 20 }),
  );
}
