import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { SlugParams } from '../schemas.ts';
import { checkSequence } from './check-sequence.ts';
import { getOwnSequence, listOwnSequences } from './own-sequences.ts';
import { changeSequence, createSequence, deleteSequence, shareSequence } from './save-sequence.ts';
import * as schemas from './schemas.ts';

const tags = ['practice'];
const own = { access: 'signed_in' } as const;
const saving = {
  ...own,
  rateLimit: { name: 'save-sequence', points: 60, windowSeconds: 60 },
} as const;
/** 500 steps, each with the longest text. */
const bytesMax = 1024 * 1024;
const list = '/api/v1/me/sequences';
const one = '/api/v1/me/sequences/:slug';
const answers = { 200: schemas.OwnSequenceView, default: Problem };

export function ownSequenceRoutes(app: App): void {
  readRoutes(app);
  saveRoutes(app);
  app.post(
    '/api/v1/sequences/check',
    {
      config: {
        access: 'public',
        rateLimit: { name: 'check-sequence', points: 300, windowSeconds: 60 },
      },
      bodyLimit: bytesMax,
      schema: {
        tags,
        operationId: 'checkSequence',
        summary: 'What a sequence would come to, before it is kept',
        body: schemas.CheckBody,
        response: { 200: schemas.CheckView, default: Problem },
      },
    },
    async ({ ctx, body: { library = 'yoga', ...body } }) =>
      checkSequence(ctx, { library, ...body }),
  );
}

function readRoutes(app: App): void {
  app.get(
    list,
    {
      config: own,
      schema: {
        tags,
        operationId: 'listOwnSequences',
        summary: 'My own sequences, newest first',
        querystring: schemas.OwnSequencesQuery,
        response: { 200: schemas.OwnSequencePage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 20 } }) => listOwnSequences(ctx, { cursor, limit }),
  );
  app.get(
    one,
    {
      config: own,
      schema: {
        tags,
        operationId: 'getOwnSequence',
        summary: 'One of my own sequences, with what is worth a thought',
        params: SlugParams,
        response: answers,
      },
    },
    async ({ ctx, params }) => getOwnSequence(ctx, params),
  );
}

function saveRoutes(app: App): void {
  app.post(
    list,
    {
      config: saving,
      bodyLimit: bytesMax,
      schema: {
        tags,
        operationId: 'createSequence',
        summary: 'Keep a sequence of my own',
        body: schemas.CreateBody,
        response: { 201: schemas.OwnSequenceView, default: Problem },
      },
    },
    async ({ ctx, body: { library = 'yoga', ...body } }, reply) => {
      const created = await createSequence(ctx, { library, ...body });
      reply.code(201);
      return created;
    },
  );
  app.put(
    one,
    {
      config: saving,
      bodyLimit: bytesMax,
      schema: {
        tags,
        operationId: 'changeSequence',
        summary: 'Change a sequence of mine',
        description: 'Answers 409 sequence_changed where it was saved since `version` was read.',
        params: SlugParams,
        body: schemas.ChangeBody,
        response: answers,
      },
    },
    async ({ ctx, params, body }) => changeSequence(ctx, { ...params, ...body }),
  );
  app.put(
    `${one}/sharing`,
    {
      config: own,
      schema: {
        tags,
        operationId: 'shareSequence',
        summary: 'Show a sequence of mine to whoever has its address, or to nobody',
        params: SlugParams,
        body: schemas.SharingBody,
        response: answers,
      },
    },
    async ({ ctx, params, body }) => shareSequence(ctx, { ...params, ...body }),
  );
  app.delete(
    one,
    {
      config: own,
      schema: {
        tags,
        operationId: 'deleteSequence',
        summary: 'Delete a sequence of mine',
        params: SlugParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await deleteSequence(ctx, params);
      reply.code(204);
      return null;
    },
  );
}
