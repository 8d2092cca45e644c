import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

export interface NewAssignment {
  instructorPersonId: string;
  learnerId: string;
  sequenceId: string;
  sequenceSeconds: number;
  times: number;
  /** 2026-11-23 */
  dueOn: string;
  note: string;
}

/** Returns the id; undefined where the same sequence is open between the two already. */
export async function insertAssignment(ctx: Ctx, one: NewAssignment): Promise<string | undefined> {
  const row = await tables(ctx)
    .insertInto('practice.assignments')
    .values({
      id: newId(ctx.clock),
      instructor_person_id: one.instructorPersonId,
      learner_id: one.learnerId,
      sequence_id: one.sequenceId,
      sequence_seconds: one.sequenceSeconds,
      times: one.times,
      due_on: one.dueOn,
      note: one.note,
      created_at: ctx.clock.now(),
      ended_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Makes what an instructor gives one learner take turns until the transaction ends. */
export async function lockPair(
  ctx: Ctx,
  { instructorPersonId, learnerId }: Pick<NewAssignment, 'instructorPersonId' | 'learnerId'>,
): Promise<void> {
  const key = `practice.homework:${instructorPersonId}:${learnerId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
}

/** A homework with what became of it. */
export interface Assignment {
  id: string;
  instructorPersonId: string;
  learnerId: string;
  times: number;
  dueOn: string;
  note: string;
  createdAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  library: string;
  slug: string;
  name: string;
  seconds: number;
  /** Can (still) be opened by whoever has its address. */
  isOpen: boolean;
  firstExerciseIds: string[];
  /** Sessions until the day it is due. */
  done: number;
  /** Sessions after that day. */
  late: number;
  lastDoneAt: Temporal.Instant | null;
}

/** A session counts from half of the sequence on; time that another session counts already does not. */
const progress = sql`lateral (
  select count(*) filter (where s.local_day <= a.due_on)::int as done,
    count(*) filter (where s.local_day > a.due_on)::int as late,
    max(s.finished_at) as last_at
  from practice.sessions s
  where s.person_id = a.learner_id and s.sequence = q.slug and s.library = q.library
    and s.finished_at >= a.created_at
    and (a.ended_at is null or s.finished_at <= a.ended_at)
    and s.counted_seconds * 2 >= a.sequence_seconds
) p`;

const columns = sql`a.id, a.instructor_person_id as "instructorPersonId", a.learner_id as "learnerId",
  a.times, a.due_on::text as "dueOn", a.note, a.created_at as "createdAt", a.ended_at as "endedAt",
  q.library, q.slug, q.name, a.sequence_seconds as seconds,
  q.status = 'published' and q.visibility <> 'private' as "isOpen",
  array(select exercise_id::text from practice.sequence_steps
    where sequence_id = q.id order by position limit 4) as "firstExerciseIds",
  p.done, p.late, p.last_at as "lastDoneAt"`;

/** Of this learner, not ended and not long past, the newest first. */
export async function listOpenOf(
  ctx: Ctx,
  learnerId: string,
  { dueFrom, after, limit }: { dueFrom: string; after?: string | undefined; limit: number },
): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select ${columns} from practice.assignments a
      join practice.sequences q on q.id = a.sequence_id, ${progress}
    where a.learner_id = ${learnerId} and a.ended_at is null and a.due_on >= ${dueFrom}::date
      ${after === undefined ? sql`` : sql`and a.id < ${after}::uuid`}
    order by a.id desc limit ${limit}`.execute(ctx.db);
  return rows;
}

/** What this instructor gave each of these learners last, the newest first. */
export async function listGivenTo(
  ctx: Ctx,
  instructorPersonId: string,
  { learnerIds, limitEach }: { learnerIds: readonly string[]; limitEach: number },
): Promise<Assignment[]> {
  const { rows } = await sql<Assignment>`
    select ${columns} from unnest(${[...learnerIds]}::uuid[]) as learner (id),
      lateral (
        select * from practice.assignments given
        where given.learner_id = learner.id and given.instructor_person_id = ${instructorPersonId}
        order by given.id desc limit ${limitEach}
      ) a join practice.sequences q on q.id = a.sequence_id, ${progress}
    order by a.id desc`.execute(ctx.db);
  return rows;
}

export async function countOpenBetween(
  ctx: Ctx,
  { instructorPersonId, learnerId }: Pick<NewAssignment, 'instructorPersonId' | 'learnerId'>,
): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('practice.assignments')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('instructor_person_id', '=', instructorPersonId)
    .where('learner_id', '=', learnerId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

export const findAssignment = (ctx: Ctx, id: string) =>
  tables(ctx)
    .selectFrom('practice.assignments as given')
    .innerJoin('practice.sequences as sequence', 'sequence.id', 'given.sequence_id')
    .select([
      'given.instructor_person_id as instructorPersonId',
      'given.sequence_seconds as sequenceSeconds',
      'given.times',
      'given.due_on as dueOn',
      'given.note',
      'given.ended_at as endedAt',
      'sequence.name as sequence',
    ])
    .where('given.id', '=', id)
    .executeTakeFirst();

/** Returns whether there was one. */
export async function endAssignment(
  ctx: Ctx,
  instructorPersonId: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('practice.assignments')
    .set({ ended_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('instructor_person_id', '=', instructorPersonId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** All that one has or gave, by the oldest first. */
export const listAssignmentsAfter = (
  ctx: Ctx,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) =>
  tables(ctx)
    .selectFrom('practice.assignments as given')
    .innerJoin('practice.sequences as sequence', 'sequence.id', 'given.sequence_id')
    .select([
      'given.id',
      'sequence.name as sequence',
      'given.times',
      'given.due_on as dueOn',
      'given.note',
      'given.created_at as createdAt',
      'given.ended_at as endedAt',
      sql<boolean>`given.learner_id = ${personId}`.as('isMine'),
    ])
    .where(({ or, eb }) =>
      or([eb('given.learner_id', '=', personId), eb('given.instructor_person_id', '=', personId)]),
    )
    .$if(after !== undefined, (query) => query.where('given.id', '>', after!))
    .orderBy('given.id')
    .limit(limit)
    .execute();

/** Homework is between two: without either, nothing of it is left. */
export async function deleteAssignmentsOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('practice.assignments')
    .where(({ or, eb }) =>
      or([eb('learner_id', '=', personId), eb('instructor_person_id', '=', personId)]),
    )
    .execute();
}
