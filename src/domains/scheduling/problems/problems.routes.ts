import { type App, Problem, type RateLimitRule } from '../../../platform/http/index.ts';
import { viewBooking } from '../bookings/view-booking.ts';
import * as schemas from '../schemas.ts';
import { getProblem } from './get-problem.ts';
import { listOpenProblems } from './list-problems.ts';
import { reportNoShow } from './report-no-show.ts';
import { reportProblem } from './report-problem.ts';
import { settleProblem } from './settle-problem.ts';

const rateLimit: RateLimitRule = { name: 'report-problem', points: 20, windowSeconds: 600 };

export function problemRoutes(app: App): void {
  reportRoutes(app);
  operatorRoutes(app);
}

function reportRoutes(app: App): void {
  const tags = ['bookings'];
  app.post(
    '/api/v1/bookings/:id/no-show',
    {
      config: { access: 'signed_in', rateLimit },
      schema: {
        tags,
        operationId: 'reportNoShow',
        summary: 'Say as the instructor that the learner did not come',
        description: 'From 15 minutes after the start until 48 hours after the end.',
        params: schemas.IdParams,
        body: schemas.NoShowBody,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params, body }) => {
      await reportNoShow(ctx, { bookingId: params.id, ...body });
      return viewBooking(ctx, params.id);
    },
  );
  app.post(
    '/api/v1/bookings/:id/problem',
    {
      config: { access: 'signed_in', rateLimit },
      schema: {
        tags,
        operationId: 'reportProblem',
        summary: 'Say as the learner what went wrong',
        description: 'Until 48 hours after the end; the money is held until it is settled.',
        params: schemas.IdParams,
        body: schemas.ProblemBody,
        response: { 200: schemas.BookingView, default: Problem },
      },
    },
    async ({ ctx, params, body }) => {
      await reportProblem(ctx, { bookingId: params.id, ...body });
      return viewBooking(ctx, params.id);
    },
  );
}

function operatorRoutes(app: App): void {
  const tags = ['operations'];
  app.get(
    '/api/v1/operator/lesson-problems',
    {
      config: { access: 'operator:payments' },
      schema: {
        tags,
        operationId: 'listLessonProblems',
        summary: 'Problems that learners reported and nobody has settled',
        querystring: schemas.ProblemsQuery,
        response: { 200: schemas.OpenProblems, default: Problem },
      },
    },
    async ({ ctx, query }) => listOpenProblems(ctx, query),
  );
  app.get(
    '/api/v1/operator/lesson-problems/:id',
    {
      config: { access: 'operator:payments' },
      schema: {
        tags,
        operationId: 'getLessonProblem',
        summary: 'A problem that a learner reported, and how it was settled',
        params: schemas.IdParams,
        response: { 200: schemas.LessonProblem, default: Problem },
      },
    },
    async ({ ctx, params }) => getProblem(ctx, params.id),
  );
  app.post(
    '/api/v1/operator/lesson-problems/:id/settle',
    {
      config: { access: 'operator:payments', fresh: true },
      schema: {
        tags,
        operationId: 'settleLessonProblem',
        summary: 'Decide what a learner gets back',
        params: schemas.IdParams,
        body: schemas.SettleBody,
        response: { 204: schemas.Nothing, default: Problem },
      },
    },
    async ({ ctx, params, body }, reply) => {
      await settleProblem(ctx, { problemId: params.id, ...body });
      return reply.code(204).send(null);
    },
  );
}
