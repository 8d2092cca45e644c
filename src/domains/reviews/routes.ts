import { Type } from 'typebox';
import { type App, Cursor, Limit, Page, Problem, Uuid } from '../../platform/http/index.ts';
import { getInstructor } from '../catalog/index.ts';
import { listReviews, ratingOf } from './reviews.ts';

const ReviewView = Type.Object({
  id: Uuid,
  authorName: Type.String({ description: 'first name only' }),
  rating: Type.Integer({ minimum: 1, maximum: 5 }),
  text: Type.String(),
  response: Type.Union([Type.String(), Type.Null()], { description: 'the teacher’s answer' }),
  publishedAt: Type.String({ format: 'date-time' }),
  isDemo: Type.Boolean({ description: 'invented, part of the demo data' }),
});

const ReviewPageView = Type.Object({
  ...Page(ReviewView).properties,
  rating: Type.Object({
    average: Type.Union([Type.Number(), Type.Null()], {
      description: 'Bayesian average; null without reviews',
    }),
    count: Type.Integer(),
  }),
});

export function routes(app: App): void {
  app.get(
    '/api/v1/instructors/:id/reviews',
    {
      config: { access: 'public', actor: false },
      schema: {
        tags: ['reviews'],
        operationId: 'listReviews',
        summary: 'What learners say of a teacher, newest first',
        params: Type.Object({ id: Uuid }),
        querystring: Type.Object({ cursor: Cursor, limit: Limit(10, 50) }),
        response: { 200: ReviewPageView, default: Problem },
      },
    },
    async ({ ctx, params, query }) => {
      const { id: instructorId } = await getInstructor(ctx, { id: params.id });
      const { cursor, limit = 10 } = query;
      const page = await listReviews(ctx, { instructorId, cursor, limit });
      return {
        ...page,
        items: page.items.map((review) => ({
          ...review,
          publishedAt: review.publishedAt.toString(),
        })),
        rating: await ratingOf(ctx, instructorId),
      };
    },
  );
}
