import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { assignHomework, endHomework } from './assign-homework.ts';
import { listGivenHomework, listMyHomework } from './list-homework.ts';
import * as schemas from './schemas.ts';

const tags = ['homework'];
const path = '/api/v1/homework';

export function assignmentRoutes(app: App): void {
  app.get(
    '/api/v1/me/homework',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listMyHomework',
        summary: 'What my instructors gave me to practise, and how far I am',
        querystring: schemas.HomeworkQuery,
        response: { 200: schemas.MyHomeworkPage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 20 } }) => listMyHomework(ctx, { cursor, limit }),
  );
  app.get(
    path,
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'listGivenHomework',
        summary: 'What I gave the learners of these lessons, and what they have done of it',
        querystring: schemas.GivenQuery,
        response: { 200: schemas.GivenList, default: Problem },
      },
    },
    async ({ ctx, query }) => listGivenHomework(ctx, query.bookingId),
  );
  app.post(
    path,
    {
      config: {
        access: 'instructor',
        rateLimit: { name: 'homework', points: 60, windowSeconds: 3600 },
      },
      schema: {
        tags,
        operationId: 'assignHomework',
        summary: 'Give the learner of a lesson a sequence to practise',
        body: schemas.AssignBody,
        response: { 201: schemas.GivenList, default: Problem },
      },
    },
    async ({ ctx, body: { note = '', ...body } }, reply) => {
      await assignHomework(ctx, { ...body, note });
      return reply.code(201).send(await listGivenHomework(ctx, [body.bookingId]));
    },
  );
  app.delete(
    `${path}/:id`,
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'endHomework',
        summary: 'Take homework back',
        params: schemas.HomeworkParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await endHomework(ctx, params);
      return reply.code(204).send(null);
    },
  );
}
