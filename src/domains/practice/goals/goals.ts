import { type Ctx, personOf } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { listDays } from '../progress/progress.queries.ts';
import { todayOf } from '../progress/stats.ts';
import { mondayOf, weekFrom } from '../progress/weeks.ts';
import type { GoalKind } from '../tables.ts';
import { goalState, targetRange } from './goal.ts';
import { deleteGoal, listGoalRows, upsertGoal } from './goals.queries.ts';

/** One's own goals and how far this week has come. */
export async function listGoals(ctx: Ctx) {
  const { id, timeZone } = personOf(ctx);
  const now = ctx.clock.now();
  const monday = mondayOf(todayOf(now, timeZone, []));
  const days = await listDays(ctx, id, monday);
  const week = weekFrom(days, mondayOf(todayOf(now, timeZone, days)));
  return { items: (await listGoalRows(ctx, id)).map((goal) => goalState(goal, week)) };
}

/** Throws `invalid` target_out_of_range. */
export async function setGoal(
  ctx: Ctx,
  { kind, target }: { kind: GoalKind; target: number },
): Promise<void> {
  const { id } = personOf(ctx);
  const { min, max } = targetRange[kind];
  if (target < min || target > max)
    throw invalid('target_out_of_range', `Choose from ${min} to ${max}.`, {
      field: 'target',
      details: { min, max },
    });
  await upsertGoal(ctx, id, { kind, target, since: ctx.clock.now() });
}

export const dropGoal = (ctx: Ctx, { kind }: { kind: GoalKind }): Promise<void> =>
  deleteGoal(ctx, personOf(ctx).id, kind);
