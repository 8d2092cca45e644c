import type { Ctx } from '../../../platform/context.ts';
import type { Insertable } from 'kysely';
import { newId, sql } from '../../../platform/db/index.ts';
import {
  type ExercisesTable,
  type SequencesTable,
  type SequenceStepsTable,
  tables,
} from '../tables.ts';

export const listShipped = (
  ctx: Ctx,
  table: 'practice.exercises' | 'practice.sequences',
  library: string,
): Promise<{ slug: string; digest: string | null; edited: boolean }[]> =>
  tables(ctx)
    .selectFrom(table)
    .select(['slug', 'shipped_digest as digest', sql<boolean>`edited_at is not null`.as('edited')])
    .where('library', '=', library)
    .execute();

type Stamped = 'id' | 'created_at' | 'updated_at' | 'edited_at';
export type ExerciseRow = Omit<Insertable<ExercisesTable>, Stamped>;
export type SequenceRow = Omit<Insertable<SequencesTable>, Stamped>;
export type StepRow = Omit<Insertable<SequenceStepsTable>, 'sequence_id'>;

const stamps = (ctx: Ctx) => {
  const now = ctx.clock.now();
  return { id: newId(ctx.clock), created_at: now, updated_at: now, edited_at: null };
};
const bodyOf = ({ body }: Pick<ExerciseRow, 'body'>) =>
  sql<ExerciseRow['body']>`${JSON.stringify(body)}::jsonb`;

export async function insertExercise(ctx: Ctx, row: ExerciseRow): Promise<void> {
  await tables(ctx)
    .insertInto('practice.exercises')
    .values({ ...row, ...stamps(ctx), body: bodyOf(row) })
    .execute();
}

export async function replaceExercise(ctx: Ctx, row: ExerciseRow): Promise<void> {
  await tables(ctx)
    .updateTable('practice.exercises')
    .set((eb) => ({
      ...row,
      body: bodyOf(row),
      version: eb('version', '+', 1),
      updated_at: ctx.clock.now(),
    }))
    .where('library', '=', row.library)
    .where('slug', '=', row.slug)
    .execute();
}

export async function exerciseIds(ctx: Ctx, library: string): Promise<Map<string, string>> {
  const rows = await tables(ctx)
    .selectFrom('practice.exercises')
    .select(['slug', 'id'])
    .where('library', '=', library)
    .execute();
  return new Map(rows.map(({ slug, id }) => [slug, id]));
}

/** Inserts or replaces a sequence of the library with all its steps. */
export async function saveShippedSequence(
  ctx: Ctx,
  row: SequenceRow,
  steps: readonly StepRow[],
): Promise<void> {
  const { id } = await tables(ctx)
    .insertInto('practice.sequences')
    .values({ ...row, ...stamps(ctx) })
    .onConflict((conflict) =>
      conflict.constraint('sequences_slug_unique').doUpdateSet((eb) => ({
        ...row,
        version: eb('practice.sequences.version', '+', 1),
        updated_at: ctx.clock.now(),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  await tables(ctx).deleteFrom('practice.sequence_steps').where('sequence_id', '=', id).execute();
  await tables(ctx)
    .insertInto('practice.sequence_steps')
    .values(steps.map((step) => ({ ...step, sequence_id: id })))
    .execute();
}

/** Archived ones too: a sequence may still hold one. */
export const listPublishedExercises = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('practice.exercises')
    .select([
      'id',
      'library',
      'slug',
      'owner_id as ownerId',
      'name',
      'original',
      'level',
      'category',
      'areas',
      'seconds',
      'two_sided as twoSided',
      'body',
      'plus',
      sql<number>`popularity::float8`.as('popularity'),
      sql<boolean>`status = 'archived'`.as('archived'),
    ])
    .where('status', 'in', ['published', 'archived'])
    .orderBy('library')
    .orderBy('position')
    .orderBy('slug')
    .execute();

export type PublishedExercise = Awaited<ReturnType<typeof listPublishedExercises>>[number];

export const listPublishedSequences = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('practice.sequences')
    .select([
      'id',
      'library',
      'slug',
      'name',
      'level',
      'summary',
      'audience',
      'benefits',
      'change_seconds as changeSeconds',
      'plus',
    ])
    .where('status', '=', 'published')
    .where('owner_id', 'is', null)
    .orderBy('library')
    .orderBy('position')
    .orderBy('slug')
    .execute();

export type PublishedSequence = Awaited<ReturnType<typeof listPublishedSequences>>[number];

/** The steps of all those sequences, in order. */
export const listStepsOf = (ctx: Ctx, sequenceIds: readonly string[]) =>
  tables(ctx)
    .selectFrom('practice.sequence_steps')
    .select([
      'sequence_id as sequenceId',
      'exercise_id as exerciseId',
      'side',
      'seconds',
      'transition',
    ])
    .where('sequence_id', 'in', [...sequenceIds])
    .orderBy('sequence_id')
    .orderBy('position')
    .execute();

export type StoredStep = Awaited<ReturnType<typeof listStepsOf>>[number];
