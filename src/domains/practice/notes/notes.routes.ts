import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { LibrarySlugParams } from '../schemas.ts';
import { dropNote, getNote, listNotes, writeNote } from './notes.ts';
import * as schemas from './schemas.ts';

const tags = ['practice'];
const own = { access: 'signed_in' } as const;
const path = '/api/v1/me/exercise-notes/:library/:slug';

export function noteRoutes(app: App): void {
  app.get(
    '/api/v1/me/exercise-notes',
    {
      config: own,
      schema: {
        tags,
        operationId: 'listExerciseNotes',
        summary: 'My notes on exercises',
        querystring: schemas.NotesQuery,
        response: { 200: schemas.NotePage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 20 } }) => listNotes(ctx, { cursor, limit }),
  );
  app.get(
    path,
    {
      config: own,
      schema: {
        tags,
        operationId: 'getExerciseNote',
        summary: 'My note on an exercise',
        params: LibrarySlugParams,
        response: { 200: schemas.NoteView, default: Problem },
      },
    },
    async ({ ctx, params }) => getNote(ctx, params),
  );
  app.put(
    path,
    {
      config: own,
      schema: {
        tags,
        operationId: 'writeExerciseNote',
        summary: 'Write my note on an exercise',
        params: LibrarySlugParams,
        body: schemas.NoteBody,
        response: { 200: schemas.NoteView, default: Problem },
      },
    },
    async ({ ctx, params, body }) => writeNote(ctx, { ...params, ...body }),
  );
  app.delete(
    path,
    {
      config: own,
      schema: {
        tags,
        operationId: 'dropExerciseNote',
        summary: 'Delete my note on an exercise',
        params: LibrarySlugParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await dropNote(ctx, params);
      reply.code(204);
      return null;
    },
  );
}
