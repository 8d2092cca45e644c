import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

/** One line for each day with practice, oldest first; at most some thousands in a life. */
export const listDays = (ctx: Ctx, personId: string, since?: Temporal.PlainDate) =>
  tables(ctx)
    .selectFrom('practice.sessions')
    .select((eb) => [
      'local_day as day',
      eb.fn.countAll<number>().as('sessions'),
      eb.fn.sum<number>('counted_seconds').as('seconds'),
    ])
    .where('person_id', '=', personId)
    .$if(since !== undefined, (query) => query.where('local_day', '>=', since!.toString()))
    .groupBy('local_day')
    .orderBy('local_day')
    .execute();

export type PractisedDay = Awaited<ReturnType<typeof listDays>>[number];

const morningEndsHour = 7;
const eveningStartsHour = 21;

/** What only single sessions tell. */
export const getRecords = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('practice.sessions')
    .select((eb) => [
      sql<number>`coalesce(max(counted_seconds), 0)::integer`.as('longestSeconds'),
      sql<number>`count(distinct (library, sequence)) filter (where sequence is not null)`.as(
        'sequences',
      ),
      eb.fn.countAll<number>().filterWhere('local_hour', '<', morningEndsHour).as('mornings'),
      eb.fn.countAll<number>().filterWhere('local_hour', '>=', eveningStartsHour).as('evenings'),
    ])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();

/** How many different exercises a person ever did, and for how many areas. */
export async function getVariety(
  ctx: Ctx,
  personId: string,
): Promise<{ exercises: number; areas: number }> {
  const { rows } = await sql<{ exercises: number; areas: number }>`
    select count(distinct exercise.id) as exercises, count(distinct area) as areas
    from practice.exercises_tried tried
    join practice.exercises exercise on exercise.id = tried.exercise_id
    cross join unnest(exercise.areas) area
    where tried.person_id = ${personId}`.execute(ctx.db);
  return rows[0]!;
}

export interface PractisedExercise {
  exercise: string;
  /** Empty when the library no longer has it. */
  areas: string[];
  /** What counts of them. */
  seconds: number;
}

/**
 * What a person practised from that day on; where sessions overlap, each gets its part of the time.
 * `offset 0` keeps the planner to the index of each session: whom old sessions make look busy, it
 * would rather look for among everybody's exercises.
 */
export async function listExercisesSince(
  ctx: Ctx,
  personId: string,
  since: Temporal.PlainDate,
): Promise<PractisedExercise[]> {
  const { rows } = await sql<PractisedExercise>`
    select done.exercise, coalesce(exercise.areas, '{}') as areas, done.seconds
    from (
      select session.library, done.exercise,
        sum(done.seconds * session.counted_seconds::float8 / session.seconds) as seconds
      from practice.sessions session
      cross join lateral (
        select exercise, seconds from practice.session_exercises
        where session_id = session.id offset 0
      ) done
      where session.person_id = ${personId} and session.local_day >= ${since.toString()}::date
      group by session.library, done.exercise
    ) done
    left join practice.exercises exercise
      on exercise.library = done.library and exercise.slug = done.exercise`.execute(ctx.db);
  return rows;
}

export const listEarned = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('practice.achievements')
    .select(['key', 'earned_at as earnedAt'])
    .where('person_id', '=', personId)
    .orderBy('key')
    .execute();

/** Earned once: what is there stays as it is. Answers with the keys that are new. */
export async function insertEarned(
  ctx: Ctx,
  personId: string,
  keys: readonly string[],
): Promise<string[]> {
  const rows = await tables(ctx)
    .insertInto('practice.achievements')
    .values(keys.map((key) => ({ person_id: personId, key, earned_at: ctx.clock.now() })))
    .onConflict((conflict) => conflict.constraint('achievements_pkey').doNothing())
    .returning('key')
    .execute();
  return rows.map(({ key }) => key);
}

export async function deleteEarnedOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.achievements').where('person_id', '=', personId).execute();
}
