import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import { dropGoal, listGoals, setGoal } from './goals.ts';
import * as schemas from './schemas.ts';

const tags = ['practice'];
const own = { access: 'signed_in' } as const;

export function goalRoutes(app: App): void {
  app.get(
    '/api/v1/me/practice-goals',
    {
      config: own,
      schema: {
        tags,
        operationId: 'listPracticeGoals',
        summary: 'My goals and this week',
        response: { 200: schemas.GoalList, default: Problem },
      },
    },
    async ({ ctx }) => listGoals(ctx),
  );
  app.put(
    '/api/v1/me/practice-goals/:kind',
    {
      config: own,
      schema: {
        tags,
        operationId: 'setPracticeGoal',
        summary: 'Practise so many days or minutes a week',
        params: schemas.GoalParams,
        body: schemas.GoalBody,
        response: { 200: schemas.GoalList, default: Problem },
      },
    },
    async ({ ctx, params, body }) => {
      await setGoal(ctx, { ...params, ...body });
      return listGoals(ctx);
    },
  );
  app.delete(
    '/api/v1/me/practice-goals/:kind',
    {
      config: own,
      schema: {
        tags,
        operationId: 'dropPracticeGoal',
        summary: 'Have no such goal',
        params: schemas.GoalParams,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await dropGoal(ctx, params);
      reply.code(204);
      return null;
    },
  );
}
