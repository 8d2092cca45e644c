import { type App, Problem } from '../../../platform/http/index.ts';
import * as schemas from '../schemas.ts';
import { personOf, tags } from './common.ts';

export function sessionRoutes(app: App): void {
  app.get(
    '/api/v1/me',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getMe',
        summary: 'Who is signed in',
        response: { 200: schemas.Me, default: Problem },
      },
    },
    async (request, reply): Promise<schemas.Me> => {
      const { id, email, displayName, roles, operatorScopes, timeZone } = personOf(request);
      reply.header('cache-control', 'private, no-store');
      return { id, email, displayName, roles, operatorScopes, timeZone };
    },
  );
}
