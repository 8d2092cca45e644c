import { type App, Problem } from '../../../platform/http/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Type } from 'typebox';
import type { ExerciseContent, SequenceContent } from './content.ts';
import { createItem } from './create-item.ts';
import { listHistory, restoreRevision } from './history.ts';
import { getItem, type Item, listItems, viewItem } from './items.ts';
import { previewItem } from './preview.ts';
import { publishItem, unpublishItem } from './publish-item.ts';
import { discardDraft, saveDraft } from './save-draft.ts';
import * as schemas from './schemas.ts';

const tags = ['authoring'];
/** Who is an author, and of what, is the verbs' policy (author.ts). */
const authors = { access: 'signed_in' } as const;
const path = '/api/v1/authoring/items';
const limited = {
  ...authors,
  rateLimit: { name: 'authoring', points: 120, windowSeconds: 60 },
};

export function authoringRoutes(app: App): void {
  listRoutes(app);
  draftRoutes(app);
  publishRoutes(app);
  historyRoutes(app);
}

async function answer(ctx: Ctx, item: Item) {
  const { content, kind, ...view } = await viewItem(ctx, item);
  return {
    ...view,
    kind,
    exercise: kind === 'exercise' ? (content as ExerciseContent) : null,
    sequence: kind === 'sequence' ? (content as SequenceContent) : null,
  };
}

const item = { 200: schemas.ItemView, default: Problem };

function listRoutes(app: App): void {
  app.get(
    path,
    {
      config: authors,
      schema: {
        tags,
        operationId: 'listAuthoredItems',
        summary: 'The exercises or sequences that I may edit, by name',
        querystring: schemas.ItemsQuery,
        response: { 200: schemas.ItemPage, default: Problem },
      },
    },
    async ({ ctx, query: { own = false, kind = 'exercise', limit = 20, ...rest } }) =>
      listItems(ctx, { own, kind, limit, ...rest }),
  );
  app.post(
    path,
    {
      config: limited,
      schema: {
        tags,
        operationId: 'createAuthoredItem',
        summary: 'Begin an exercise or a sequence as a draft',
        body: schemas.NewItemBody,
        response: { 201: schemas.ItemView, default: Problem },
      },
    },
    async ({ ctx, body: { own = false, ...body } }, reply) =>
      reply.code(201).send(await answer(ctx, await createItem(ctx, { own, ...body }))),
  );
  app.get(
    `${path}/:id`,
    {
      config: authors,
      schema: {
        tags,
        operationId: 'getAuthoredItem',
        summary:
          'An exercise or a sequence as I work on it, and what keeps it from being published',
        params: schemas.ItemParams,
        response: item,
      },
    },
    async ({ ctx, params: { id } }) => answer(ctx, await getItem(ctx, id)),
  );
}

function draftRoutes(app: App): void {
  app.put(
    `${path}/:id/draft`,
    {
      config: limited,
      schema: {
        tags,
        operationId: 'saveDraft',
        summary: 'Keep what I typed, whole or not; nobody else sees it',
        params: schemas.ItemParams,
        body: schemas.DraftBody,
        response: item,
      },
    },
    async ({ ctx, params: { id }, body }) =>
      answer(
        ctx,
        await saveDraft(ctx, {
          id,
          ...(body as Omit<typeof body, 'exercise'> & { exercise?: ExerciseContent }),
        }),
      ),
  );
  app.delete(
    `${path}/:id/draft`,
    {
      config: authors,
      schema: {
        tags,
        operationId: 'discardDraft',
        summary: 'Throw the draft away; what is published stays',
        params: schemas.ItemParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params: { id } }, reply) => {
      await discardDraft(ctx, id);
      return reply.code(204).send(null);
    },
  );
  app.get(
    `${path}/:id/preview`,
    {
      config: authors,
      schema: {
        tags,
        operationId: 'previewItem',
        summary: 'The draft as its page would show it',
        params: schemas.ItemParams,
        response: { 200: schemas.PreviewView, default: Problem },
      },
    },
    async ({ ctx, params: { id } }) => previewItem(ctx, id),
  );
}

function publishRoutes(app: App): void {
  app.post(
    `${path}/:id/publish`,
    {
      config: limited,
      schema: {
        tags,
        operationId: 'publishItem',
        summary: 'Publish the draft, or show again what was unpublished',
        params: schemas.ItemParams,
        response: item,
      },
    },
    async ({ ctx, params: { id } }) => answer(ctx, await publishItem(ctx, id)),
  );
  app.post(
    `${path}/:id/unpublish`,
    {
      config: limited,
      schema: {
        tags,
        operationId: 'unpublishItem',
        summary: 'Take it out of the library; sequences that use it keep it',
        params: schemas.ItemParams,
        response: item,
      },
    },
    async ({ ctx, params: { id } }) => answer(ctx, await unpublishItem(ctx, id)),
  );
}

function historyRoutes(app: App): void {
  app.get(
    `${path}/:id/history`,
    {
      config: authors,
      schema: {
        tags,
        operationId: 'listItemHistory',
        summary: 'What was published, by whom and when',
        params: schemas.ItemParams,
        querystring: schemas.HistoryQuery,
        response: { 200: schemas.HistoryPage, default: Problem },
      },
    },
    async ({ ctx, params: { id }, query: { cursor, limit = 20 } }) =>
      listHistory(ctx, { id, cursor, limit }),
  );
  app.post(
    `${path}/:id/restore`,
    {
      config: limited,
      schema: {
        tags,
        operationId: 'restoreItem',
        summary: 'Put what was published once into the draft',
        params: schemas.ItemParams,
        body: schemas.RestoreBody,
        response: item,
      },
    },
    async ({ ctx, params: { id }, body: { version } }) =>
      answer(ctx, await restoreRevision(ctx, { id, version })),
  );
}
