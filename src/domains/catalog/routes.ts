import { Type } from 'typebox';
import { memoryCache } from '../../platform/cache/index.ts';
import { notFound } from '../../platform/errors/index.ts';
import { type App, Problem } from '../../platform/http/index.ts';
import { getPublicInstructor, listInstructors } from './instructors/get-instructor.ts';
import { viewInstructor, viewListed } from './instructors/instructor-view.ts';
import { ownProfileRoutes } from './own-profile.routes.ts';
import { drawPortrait, photoDigest, PORTRAIT_KEY, portraitPath } from './portraits/portrait.ts';
import * as schemas from './schemas.ts';
import { changeSubject, createSubject } from './subjects/edit-subjects.ts';
import { everySubject, subjectsInMemory } from './subjects/list-subjects.ts';
import type { Subject } from './subjects/subjects.queries.ts';

export function routes(app: App): void {
  subjectRoutes(app);
  instructorRoutes(app);
  ownProfileRoutes(app);
  portraitRoute(app);
}

// The answer of the most read list, written once for each list the cache hands out: as bytes, because
// encoding its many scripts anew each time costs half of the answer.
const bodies = new WeakMap<Subject[], Buffer>();

function subjectListBody(subjects: Subject[]): Buffer {
  let body = bodies.get(subjects);
  if (body === undefined) {
    const items = subjects
      .filter((subject) => subject.active)
      .map(({ slug, name, icon, synonyms }) => ({ slug, name, icon, synonyms }));
    body = Buffer.from(
      JSON.stringify({ items, nextCursor: null } satisfies schemas.SubjectListBody),
    );
    bodies.set(subjects, body);
  }
  return body;
}

function subjectRoutes(app: App): void {
  const tags = ['subjects'];
  app.get(
    '/api/v1/subjects',
    {
      config: { access: 'public', actor: false, atHand: true },
      schema: {
        tags,
        operationId: 'listSubjects',
        summary: 'Everything that is taught here',
        response: { 200: schemas.SubjectList, default: Problem },
      },
    },
    (request, reply) => {
      const answer = (subjects: Subject[]): void =>
        void reply.type('application/json; charset=utf-8').send(subjectListBody(subjects) as never);
      // Nearly every answer comes from memory, where a promise would cost as much as all else.
      const known = subjectsInMemory(request.ctx);
      if (known) answer(known);
      else
        everySubject(request.ctx).then(answer, (error: Error) => void reply.send(error as never));
    },
  );
  app.post(
    '/api/v1/subjects',
    {
      config: { access: 'operator:catalog' },
      schema: {
        tags,
        operationId: 'createSubject',
        summary: 'Add a subject',
        body: schemas.NewSubjectBody,
        response: { 201: schemas.EditableSubject, default: Problem },
      },
    },
    async (request, reply) => reply.code(201).send(await createSubject(request.ctx, request.body)),
  );
  app.patch(
    '/api/v1/subjects/:slug',
    {
      config: { access: 'operator:catalog' },
      schema: {
        tags,
        operationId: 'changeSubject',
        summary: 'Change a subject',
        params: schemas.SlugParams,
        body: schemas.SubjectChangeBody,
        response: { 200: schemas.EditableSubject, default: Problem },
      },
    },
    async (request) => changeSubject(request.ctx, request.params.slug, request.body),
  );
}

function instructorRoutes(app: App): void {
  const tags = ['instructors'];
  app.get(
    '/api/v1/instructors',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'listInstructors',
        summary: 'All published teachers, oldest first',
        querystring: schemas.InstructorQuery,
        response: { 200: schemas.InstructorPage, default: Problem },
      },
    },
    async (request) => {
      const { cursor, limit = 50 } = request.query;
      const page = await listInstructors(request.ctx, { cursor, limit });
      return { ...page, items: page.items.map(viewListed) };
    },
  );
  app.get(
    '/api/v1/instructors/:slug',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags,
        operationId: 'getInstructor',
        summary: 'A teacher with the lessons on offer',
        params: schemas.SlugParams,
        response: { 200: schemas.InstructorView, default: Problem },
      },
    },
    async ({ ctx, params }) => {
      const { instructor, services } = await getPublicInstructor(ctx, { slug: params.slug });
      return viewInstructor(instructor, services, ctx.config.publicUrl);
    },
  );
}

const drawings = memoryCache<string>({ max: 600, ttlMs: 24 * 3_600_000 });

function portraitRoute(app: App): void {
  app.get(
    '/portraits/:file',
    {
      config: { access: 'public', actor: false },
      schema: { params: Type.Object({ file: Type.String() }) },
    },
    async (request, reply) => {
      const key = request.params.file.replace(/\.svg$/, '');
      if (key !== request.params.file && photoDigest(key))
        return reply.redirect(portraitPath(key), 302);
      if (key === request.params.file || !PORTRAIT_KEY.test(key))
        throw notFound('portrait_not_found', 'There is no such portrait.');
      const svg = drawings.get(key) ?? (await drawPortrait(key));
      drawings.set(key, svg);
      return reply
        .header('cache-control', 'public, max-age=31536000, immutable')
        .type('image/svg+xml; charset=utf-8')
        .send(svg);
    },
  );
}
