import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import type { Ctx } from '../../platform/context.ts';
import { type App, decodeCursor, encodeCursor, Problem } from '../../platform/http/index.ts';
import { levels } from './content/exercise.ts';
import { exerciseNotFound, libraryNotFound } from './errors.ts';
import { viewCard, viewExercise } from './library/exercise-view.ts';
import { figureRoutes } from './library/figures.routes.ts';
import { findExercises } from './library/find-exercises.ts';
import { illustrationRoutes } from './library/illustrations.routes.ts';
import {
  getPublished,
  type Published,
  publishedInMemory,
  type PublishedLibrary,
} from './library/published-library.ts';
import { personalRoutes } from './personal.routes.ts';
import { gated, isLocked } from './plus.ts';
import * as schemas from './schemas.ts';
import { makePractice } from './sequences/make-practice.ts';
import { getSequence } from './sequences/own-sequences.ts';
import { viewSequenceCard } from './sequences/sequence-view.ts';

const tags = ['practice'];
const open = { access: 'public', actor: false } as const;
const yoga = 'yoga';

export function routes(app: App): void {
  libraryRoutes(app);
  exerciseRoutes(app);
  sequenceRoutes(app);
  figureRoutes(app);
  illustrationRoutes(app);
  personalRoutes(app);
}

type Asked = Static<typeof schemas.PosesQuery>;

/**
 * Nearly every answer of these lists stands in memory as bytes, where a promise would cost as much as
 * all else; only the first one after a change waits for the database.
 */
function answerList(
  { ctx }: FastifyRequest,
  reply: FastifyReply,
  key: string,
  make: (published: Published) => unknown,
): void {
  const answer = (published: Published): void => {
    let body = published.answers.get(key);
    if (!body) {
      body = Buffer.from(JSON.stringify(make(published)));
      published.answers.set(key, body);
    }
    void reply.type('application/json; charset=utf-8').send(body);
  };
  const known = publishedInMemory(ctx);
  if (known) answer(known);
  else
    getPublished(ctx)
      .then(answer)
      .catch((error: Error) => void reply.send(error));
}

function listExercises(request: FastifyRequest, reply: FastifyReply, slug: string): void {
  const { q, level = [], area = [], sort, cursor, limit = 20 } = request.query as Asked;
  const key = JSON.stringify([slug, q, level.toSorted(), area.toSorted(), sort, cursor, limit]);
  answerList(request, reply, key, (published) => {
    const { items, total, nextCursor } = findExercises(libraryOf(published, slug), {
      q,
      levels: level.map((one) => levels.indexOf(one) + 1),
      areas: area,
      sort,
      cursor,
      limit,
    });
    return { items: items.map(viewCard), total, nextCursor };
  });
}

function libraryOf(published: Published, slug: string): PublishedLibrary {
  const library = published.libraries.get(slug);
  if (!library) throw libraryNotFound();
  return library;
}

async function showExercise(ctx: Ctx, { library: of, slug }: { library: string; slug: string }) {
  const library = libraryOf(await getPublished(ctx), of);
  const exercise = library.bySlug.get(slug);
  if (!exercise) throw exerciseNotFound();
  return viewExercise(library, exercise, { locked: await isLocked(ctx, exercise) });
}

function libraryRoutes(app: App): void {
  app.get(
    '/api/v1/libraries',
    {
      config: open,
      schema: {
        tags,
        operationId: 'listLibraries',
        summary: 'What can be practised here',
        response: { 200: schemas.LibraryList, default: Problem },
      },
    },
    async ({ ctx }) => {
      const { libraries } = await getPublished(ctx);
      const items = [...libraries.values()].map(({ slug, exercises, sequences }) => ({
        slug,
        exercises: exercises.length,
        sequences: sequences.length,
        areas: [...new Set(exercises.flatMap(({ areas }) => areas))].sort(),
      }));
      return { items, nextCursor: null };
    },
  );
}

function exerciseRoutes(app: App): void {
  app.get(
    '/api/v1/poses',
    {
      config: { ...open, atHand: true },
      schema: {
        tags,
        operationId: 'listPoses',
        summary: 'Yoga poses by name, level and area',
        querystring: schemas.PosesQuery,
        response: { 200: schemas.ExercisePage, default: Problem },
      },
    },
    (request, reply) => listExercises(request, reply, yoga),
  );
  app.get(
    '/api/v1/poses/:slug',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getPose',
        summary: 'One yoga pose',
        params: schemas.SlugParams,
        response: { 200: schemas.ExerciseView, default: Problem },
      },
    },
    async ({ ctx, params }) => showExercise(ctx, { library: yoga, slug: params.slug }),
  );
  app.get(
    '/api/v1/exercises',
    {
      config: { ...open, atHand: true },
      schema: {
        tags,
        operationId: 'listExercises',
        summary: 'Exercises of a library by name, level and area',
        querystring: schemas.ExercisesQuery,
        response: { 200: schemas.ExercisePage, default: Problem },
      },
    },
    (request, reply) => listExercises(request, reply, request.query.library),
  );
  app.get(
    '/api/v1/exercises/:library/:slug',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getExercise',
        summary: 'One exercise of a library',
        params: schemas.LibrarySlugParams,
        response: { 200: schemas.ExerciseView, default: Problem },
      },
    },
    async ({ ctx, params }) => showExercise(ctx, params),
  );
}

function sequenceRoutes(app: App): void {
  app.get(
    '/api/v1/sequences',
    {
      config: { ...open, atHand: true },
      schema: {
        tags,
        operationId: 'listSequences',
        summary: 'Sequences of the libraries',
        querystring: schemas.SequencesQuery,
        response: { 200: schemas.SequencePage, default: Problem },
      },
    },
    (request, reply) => {
      const { library, cursor, limit = 20 } = request.query;
      answerList(
        request,
        reply,
        JSON.stringify(['sequences', library, cursor, limit]),
        (published) => pageOfSequences(published, { library, cursor, limit }),
      );
    },
  );
  app.get(
    '/api/v1/sequences/:slug',
    {
      config: { access: 'public' },
      schema: {
        tags,
        operationId: 'getSequence',
        summary: 'One sequence with its steps: of the library, my own, or shared by its address',
        params: schemas.SlugParams,
        response: { 200: schemas.SequenceView, default: Problem },
      },
    },
    async ({ ctx, params }) => {
      const sequence = await getSequence(ctx, params);
      const isLibrarys = sequence.by === 'library';
      return gated(sequence, isLibrarys && (await isLocked(ctx, { ...sequence, ownerId: null })));
    },
  );
  app.post(
    '/api/v1/sequences/make',
    {
      config: {
        access: 'public',
        rateLimit: { name: 'make-practice', points: 60, windowSeconds: 60 },
      },
      schema: {
        tags,
        operationId: 'makePractice',
        summary: 'A practice to a wish: minutes, areas, level, what to leave out',
        body: schemas.MakeBody,
        response: { 200: schemas.MadeView, default: Problem },
      },
    },
    async ({ ctx, body }) => {
      const { library = yoga, areas = [], level = 'beginner', without = [], ...rest } = body;
      return makePractice(ctx, { library, areas, level, without, ...rest });
    },
  );
}

const allSequences = ({ libraries }: Published) =>
  [...libraries.values()].flatMap(({ sequences }) => sequences);

function pageOfSequences(
  published: Published,
  {
    library,
    cursor,
    limit,
  }: { library?: string | undefined; cursor?: string | undefined; limit: number },
) {
  const found = library ? libraryOf(published, library).sequences : allSequences(published);
  const [after] = cursor === undefined ? [undefined] : decodeCursor(cursor, 1);
  const from = after === undefined ? 0 : found.findIndex(({ slug }) => slug === after) + 1;
  const items = found.slice(from, from + limit);
  const last = items.at(-1);
  return {
    items: items.map((one) => viewSequenceCard(published, one)),
    nextCursor: last && from + items.length < found.length ? encodeCursor([last.slug]) : null,
  };
}
