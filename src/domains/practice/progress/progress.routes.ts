import { type App, Problem } from '../../../platform/http/index.ts';
import { getProgress } from './get-progress.ts';
import * as schemas from './schemas.ts';

export function progressRoutes(app: App): void {
  app.get(
    '/api/v1/me/progress',
    {
      config: { access: 'signed_in' },
      schema: {
        tags: ['practice'],
        operationId: 'getProgress',
        summary: 'What my practice adds up to',
        querystring: schemas.ProgressQuery,
        response: { 200: schemas.ProgressView, default: Problem },
      },
    },
    async ({ ctx, query }) => getProgress(ctx, query),
  );
}
