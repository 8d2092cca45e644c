import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';

/**
 * A person counts once a day for an exercise, so that nobody makes one popular alone. Answers with how
 * many exercises have another number now.
 */
export async function updatePopularity(ctx: Ctx, after: Temporal.PlainDate): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update practice.exercises exercise
    set popularity = coalesce(counted.count, 0)
    from practice.exercises same
    left join (
      select library, exercise, count(*)
      from (
        select distinct session.library, done.exercise, session.person_id, session.local_day
        from practice.sessions session
        join practice.session_exercises done on done.session_id = session.id
        where session.local_day > ${after.toString()}::date
      ) once
      group by library, exercise
    ) counted on counted.library = same.library and counted.exercise = same.slug
    where same.id = exercise.id and exercise.popularity <> coalesce(counted.count, 0)`.execute(
    ctx.db,
  );
  return Number(numAffectedRows);
}
