import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

const selectNotes = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('practice.notes as note')
    .innerJoin('practice.exercises as exercise', 'exercise.id', 'note.exercise_id')
    .select([
      'note.exercise_id as id',
      'exercise.library',
      'exercise.slug',
      'exercise.name',
      'note.text',
      'note.updated_at as updatedAt',
    ])
    .where('note.person_id', '=', personId);

export type NoteRow = Awaited<ReturnType<typeof listNotesAfter>>[number];

/** In the order of the exercises' ids, which the primary key has. */
export const listNotesAfter = (
  ctx: Ctx,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) =>
  selectNotes(ctx, personId)
    .$if(after !== undefined, (query) => query.where('note.exercise_id', '>', after!))
    .orderBy('note.exercise_id')
    .limit(limit)
    .execute();

export const findNoteOn = (
  ctx: Ctx,
  personId: string,
  exerciseId: string,
): Promise<NoteRow | undefined> =>
  selectNotes(ctx, personId).where('note.exercise_id', '=', exerciseId).executeTakeFirst();

/** In any status but draft: notes outlive the exercise's time in the library. */
export const findNotable = (ctx: Ctx, { library, slug }: { library: string; slug: string }) =>
  tables(ctx)
    .selectFrom('practice.exercises')
    .select('id')
    .where('library', '=', library)
    .where('slug', '=', slug)
    .where('status', '<>', 'draft')
    .executeTakeFirst();

export async function upsertNote(
  ctx: Ctx,
  personId: string,
  { exerciseId, text }: { exerciseId: string; text: string },
): Promise<void> {
  const change = { text, updated_at: ctx.clock.now() };
  await tables(ctx)
    .insertInto('practice.notes')
    .values({ person_id: personId, exercise_id: exerciseId, ...change })
    .onConflict((conflict) => conflict.constraint('notes_pkey').doUpdateSet(change))
    .execute();
}

export async function deleteNote(ctx: Ctx, personId: string, exerciseId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('practice.notes')
    .where('person_id', '=', personId)
    .where('exercise_id', '=', exerciseId)
    .execute();
}

export async function deleteNotesOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.notes').where('person_id', '=', personId).execute();
}
