import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

/** The exercises of an instructor's own, in the order of their ids. */
export const listExercisesOfOwner = (
  ctx: Ctx,
  ownerId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) =>
  tables(ctx)
    .selectFrom('practice.exercises')
    .select(['id', 'library', 'slug', 'name', 'status', 'body', 'created_at as createdAt'])
    .where('owner_id', '=', ownerId)
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute();

/** What somebody is working on, theirs or the library's. */
export const listDraftsOfEditor = (
  ctx: Ctx,
  personId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) =>
  tables(ctx)
    .selectFrom('practice.drafts')
    .select(['id', 'kind', 'library', 'slug', 'name', 'content', 'updated_at as updatedAt'])
    .where(({ or, eb }) => or([eb('owner_id', '=', personId), eb('edited_by', '=', personId)]))
    .$if(after !== undefined, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute();

/**
 * Takes out what an author made for themselves, and the name from what they made for the library. What
 * others' sequences use stays, as nobody's and out of sight.
 */
export async function eraseAuthor(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx).deleteFrom('practice.drafts').where('owner_id', '=', personId).execute();
  await tables(ctx)
    .updateTable('practice.drafts')
    .set({ edited_by: null })
    .where('edited_by', '=', personId)
    .execute();
  await tables(ctx)
    .updateTable('practice.revisions')
    .set({ by_person: null })
    .where('by_person', '=', personId)
    .execute();
  await sql`
    delete from practice.exercises own where owner_id = ${personId}
      and not exists (select from practice.sequence_steps used where used.exercise_id = own.id)
  `.execute(ctx.db);
  await tables(ctx)
    .updateTable('practice.exercises')
    .set({ status: 'archived', owner_id: null })
    .where('owner_id', '=', personId)
    .execute();
}
