import { type App, Cursor, Limit, Problem } from '../../../platform/http/index.ts';
import { Type } from 'typebox';
import { getSession, listSessions } from './list-sessions.ts';
import { type Practice, recordSession, recordSessions } from './record-sessions.ts';
import * as schemas from './schemas.ts';

const tags = ['practice'];
const own = { access: 'signed_in' } as const;
const syncBytesMax = 2 * 1024 * 1024;

const inLibrary = <T extends { library?: string }>(body: T): T & Pick<Practice, 'library'> => ({
  ...body,
  library: body.library ?? 'yoga',
});

export function sessionRoutes(app: App): void {
  recordRoutes(app);
  readRoutes(app);
}

function recordRoutes(app: App): void {
  app.post(
    '/api/v1/me/practice-sessions',
    {
      config: { ...own, rateLimit: { name: 'record-practice', points: 60, windowSeconds: 60 } },
      bodyLimit: syncBytesMax,
      schema: {
        tags,
        operationId: 'recordPracticeSession',
        summary: 'Keep a finished practice',
        description:
          'The device makes the id. Sent again, it answers 200 with what was kept first and counts nothing.',
        body: schemas.PracticeBody,
        response: { 200: schemas.RecordedView, 201: schemas.RecordedView, default: Problem },
      },
    },
    async ({ ctx, body }, reply) => {
      const { session, isNew, earned } = await recordSession(ctx, inLibrary(body));
      reply.code(isNew ? 201 : 200);
      return { session, earned };
    },
  );
  app.post(
    '/api/v1/me/practice-sessions/sync',
    {
      config: { ...own, rateLimit: { name: 'sync-practice', points: 20, windowSeconds: 60 } },
      bodyLimit: syncBytesMax,
      schema: {
        tags,
        operationId: 'syncPracticeSessions',
        summary: 'Keep what was practised offline, each session for itself',
        body: schemas.SyncBody,
        response: { 200: schemas.SyncedView, default: Problem },
      },
    },
    async ({ ctx, body }) => {
      const { items, earned } = await recordSessions(ctx, body.sessions.map(inLibrary));
      return {
        items: items.map((item) => {
          if (item.status !== 'refused') return item;
          const { field = null, code, message } = item.error;
          return { id: item.id, status: item.status, error: { field, code, detail: message } };
        }),
        earned,
      };
    },
  );
}

function readRoutes(app: App): void {
  app.get(
    '/api/v1/me/practice-sessions',
    {
      config: own,
      schema: {
        tags,
        operationId: 'listPracticeSessions',
        summary: 'What I practised, newest first',
        querystring: Type.Object({ cursor: Cursor, limit: Limit(20) }),
        response: { 200: schemas.SessionPage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 20 } }) => listSessions(ctx, { cursor, limit }),
  );
  app.get(
    '/api/v1/me/practice-sessions/:id',
    {
      config: own,
      schema: {
        tags,
        operationId: 'getPracticeSession',
        summary: 'One practice of mine',
        params: schemas.SessionParams,
        response: { 200: schemas.SessionView, default: Problem },
      },
    },
    async ({ ctx, params }) => getSession(ctx, params),
  );
}
