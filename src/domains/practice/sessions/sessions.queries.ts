import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import type { Session } from './session.ts';

/** What one person practises is counted by one transaction at a time. */
export async function lockPractice(ctx: Ctx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice.sessions ${personId}`}, 0))`.execute(
    ctx.db,
  );
}

/** Whose these are, of those that are kept already. */
export async function ownersOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tables(ctx)
    .selectFrom('practice.sessions')
    .select(['id', 'person_id'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, person_id }) => [id, person_id]));
}

export const countOnDay = async (ctx: Ctx, personId: string, day: Temporal.PlainDate) => {
  const { count } = await tables(ctx)
    .selectFrom('practice.sessions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('local_day', '=', day.toString())
    .executeTakeFirstOrThrow();
  return count;
};

const chainHours = 72;

/** The sessions of a person around this one, as far as a chain of overlaps will ever reach. */
export const listNear = (
  ctx: Ctx,
  personId: string,
  { startedAt, finishedAt }: Pick<Session, 'startedAt' | 'finishedAt'>,
) =>
  tables(ctx)
    .selectFrom('practice.sessions')
    .select([
      'started_at as startedAt',
      'finished_at as finishedAt',
      'counted_seconds as countedSeconds',
    ])
    .where('person_id', '=', personId)
    .where('finished_at', '>', startedAt.subtract({ hours: chainHours }))
    .where('finished_at', '<', finishedAt.add({ hours: chainHours }))
    .execute();

/** False when the id is there already. */
export async function insertSession(
  ctx: Ctx,
  personId: string,
  session: Session & { countedSeconds: number },
): Promise<boolean> {
  const row = await tables(ctx)
    .insertInto('practice.sessions')
    .values({
      id: session.id,
      person_id: personId,
      library: session.library,
      sequence: session.sequence,
      title: session.title,
      started_at: session.startedAt,
      finished_at: session.finishedAt,
      seconds: session.seconds,
      counted_seconds: session.countedSeconds,
      steps_done: session.stepsDone,
      time_zone: session.timeZone,
      local_day: session.localDay.toString(),
      local_hour: session.localHour,
      created_at: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.constraint('sessions_pkey').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) return false;
  await tables(ctx)
    .insertInto('practice.session_exercises')
    .values(session.exercises.map((one) => ({ ...one, session_id: session.id })))
    .execute();
  return true;
}

/** Remembers which exercises of the library a person has done at least once. */
export async function markTried(
  ctx: Ctx,
  personId: string,
  { library, exercises, localDay }: Session,
): Promise<void> {
  await sql`
    insert into practice.exercises_tried (person_id, exercise_id, first_on)
    select ${personId}::uuid, id, ${localDay.toString()}::date from practice.exercises
    where library = ${library} and slug = any(${exercises.map(({ exercise }) => exercise)}::text[])
      and status <> 'draft'
    on conflict on constraint exercises_tried_pkey do nothing`.execute(ctx.db);
}

const selectSessions = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('practice.sessions')
    .select([
      'id',
      'library',
      'sequence',
      'title',
      'started_at as startedAt',
      'finished_at as finishedAt',
      'seconds',
      'counted_seconds as countedSeconds',
      'steps_done as stepsDone',
      'time_zone as timeZone',
      'local_day as localDay',
    ])
    .where('person_id', '=', personId);

export type StoredSession = Awaited<ReturnType<typeof listSessionsAfter>>[number];

/** Newest first, after the given one. */
export const listSessionsAfter = (
  ctx: Ctx,
  personId: string,
  {
    after,
    limit,
  }: { after?: { finishedAt: Temporal.Instant; id: string } | undefined; limit: number },
) =>
  selectSessions(ctx, personId)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(finished_at, id) < (${after?.finishedAt.toString()}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('finished_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const listSessionsBy = (
  ctx: Ctx,
  personId: string,
  ids: readonly string[],
): Promise<StoredSession[]> =>
  selectSessions(ctx, personId)
    .where('id', 'in', [...ids])
    .execute();

/** What was practised in these sessions, in order, with the names that the library has for it today. */
export const listExercisesOf = (ctx: Ctx, sessionIds: readonly string[]) =>
  tables(ctx)
    .selectFrom('practice.session_exercises as done')
    .innerJoin('practice.sessions as session', 'session.id', 'done.session_id')
    .leftJoin('practice.exercises as exercise', (join) =>
      join
        .onRef('exercise.library', '=', 'session.library')
        .onRef('exercise.slug', '=', 'done.exercise')
        .on('exercise.status', '<>', 'draft'),
    )
    .select([
      'done.session_id as sessionId',
      'done.exercise',
      'exercise.name',
      'done.times',
      'done.seconds',
    ])
    .where('done.session_id', 'in', [...sessionIds])
    .orderBy('done.session_id')
    .orderBy('done.position')
    .execute();

export async function deleteSessionsOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.sessions').where('person_id', '=', personId).execute();
  await tables(ctx)
    .deleteFrom('practice.exercises_tried')
    .where('person_id', '=', personId)
    .execute();
}
