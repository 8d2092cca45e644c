import { Type } from 'typebox';
import { type App, Cursor, Limit, Page, Problem, Uuid } from '../../../platform/http/index.ts';
import * as schemas from '../schemas.ts';
import { endOtherSessions, endSession, endSessionsOf } from '../sessions/end-session.ts';
import { listSessions } from '../sessions/list-sessions.ts';
import { refreshSession } from '../sessions/refresh-session.ts';
import * as sessions from '../sessions/schemas.ts';
import { sessionWatch } from '../sessions/watch-session.ts';
import { personOf, tags } from './common.ts';
import { Tokens, tokensBody } from './sign-in-answer.ts';

const signedIn = { access: 'signed_in' } as const;
const refreshLimit = [{ name: 'refresh', points: 300, windowSeconds: 60 }];

export function sessionRoutes(app: App): void {
  meRoute(app);
  listRoutes(app);
  endRoutes(app);
  operatorRoute(app);
  refreshRoute(app);
  watchRoute(app);
}

function meRoute(app: App): void {
  app.get(
    '/api/v1/me',
    {
      config: signedIn,
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

function listRoutes(app: App): void {
  app.get(
    '/api/v1/auth/sessions',
    {
      config: signedIn,
      schema: {
        tags,
        operationId: 'listSessions',
        summary: 'Where this person is signed in, newest first',
        querystring: Type.Object({ cursor: Cursor, limit: Limit(20) }),
        response: { 200: Page(sessions.SessionView), default: Problem },
      },
    },
    async (request, reply) => {
      const { cursor, limit = 20 } = request.query;
      const page = await listSessions(request.ctx, { person: personOf(request), cursor, limit });
      reply.header('cache-control', 'private, no-store');
      return { items: page.items.map(sessions.sessionBody), nextCursor: page.nextCursor };
    },
  );
}

function endRoutes(app: App): void {
  app.delete(
    '/api/v1/auth/sessions/:sessionId',
    {
      config: signedIn,
      schema: {
        tags,
        operationId: 'endSession',
        summary: 'Sign out one of one’s own sessions, everywhere at once',
        params: Type.Object({ sessionId: Uuid }),
        response: { 204: schemas.Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { sessionId } = request.params;
      await endSession(request.ctx, { person: personOf(request), sessionId });
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/auth/sessions/end-others',
    {
      config: signedIn,
      schema: {
        tags,
        operationId: 'endOtherSessions',
        summary: 'Sign out everywhere but here',
        response: { 200: Type.Object({ ended: Type.Integer() }), default: Problem },
      },
    },
    async (request) => ({
      ended: await endOtherSessions(request.ctx, { person: personOf(request) }),
    }),
  );
}

function operatorRoute(app: App): void {
  app.post(
    '/api/v1/operator/people/:personId/end-sessions',
    {
      config: { access: 'operator:people', fresh: true },
      schema: {
        tags,
        operationId: 'endSessionsOfPerson',
        summary: 'Sign somebody out everywhere',
        params: Type.Object({ personId: Uuid }),
        response: { 200: Type.Object({ ended: Type.Integer() }), default: Problem },
      },
    },
    async ({ ctx, params }) => ({ ended: await endSessionsOf(ctx, params) }),
  );
}

function refreshRoute(app: App): void {
  app.post(
    '/api/v1/auth/refresh',
    {
      config: { access: 'public', actor: false, rateLimit: refreshLimit },
      schema: {
        tags,
        operationId: 'refreshSession',
        summary: 'Exchange a refresh token, once, for a new pair',
        description:
          'A refresh token that comes a second time ends its session, since one of the two may be a thief. Send one refresh at a time.',
        body: sessions.RefreshBody,
        response: { 200: Tokens, default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return tokensBody(await refreshSession(request.ctx, request.body));
    },
  );
}

function watchRoute(app: App): void {
  const watch = sessionWatch(app);
  app.get(
    '/api/v1/auth/watch',
    {
      config: { ...signedIn, atHand: true },
      schema: {
        tags,
        operationId: 'watchSession',
        summary: 'Server-sent events: `ended` when this session is over',
        produces: ['text/event-stream'],
        response: { default: Problem },
      },
    },
    async (request, reply) => {
      await watch(request, reply, personOf(request).sessionId);
      return reply;
    },
  );
}
