import type { Ctx } from '../../../platform/context.ts';
import { type GoalKind, tables } from '../tables.ts';
import type { Goal } from './goal.ts';

/** At most one of each kind. */
export const listGoalRows = (ctx: Ctx, personId: string): Promise<Goal[]> =>
  tables(ctx)
    .selectFrom('practice.goals')
    .select(['kind', 'target', 'since'])
    .where('person_id', '=', personId)
    .orderBy('kind')
    .execute();

/** A goal that is set again as it was keeps its age. */
export async function upsertGoal(
  ctx: Ctx,
  personId: string,
  { kind, target, since }: Goal,
): Promise<void> {
  await tables(ctx)
    .insertInto('practice.goals')
    .values({ person_id: personId, kind, target, since })
    .onConflict((conflict) =>
      conflict
        .constraint('goals_pkey')
        .doUpdateSet({ target, since })
        .where('practice.goals.target', '<>', target),
    )
    .execute();
}

export async function deleteGoal(ctx: Ctx, personId: string, kind: GoalKind): Promise<void> {
  await tables(ctx)
    .deleteFrom('practice.goals')
    .where('person_id', '=', personId)
    .where('kind', '=', kind)
    .execute();
}

export async function deleteGoalsOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.goals').where('person_id', '=', personId).execute();
}
