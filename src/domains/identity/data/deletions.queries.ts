import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface Deletion {
  id: string;
  personId: string;
  erasesAt: Temporal.Instant;
}

const open = (ctx: Ctx) =>
  tables(ctx)
    .selectFrom('identity.deletions')
    .select(['id', 'person_id as personId', 'erases_at as erasesAt'])
    .where('cancelled_at', 'is', null)
    .where('erased_at', 'is', null);

export const findOpenDeletion = (ctx: Ctx, personId: string): Promise<Deletion | undefined> =>
  open(ctx).where('person_id', '=', personId).executeTakeFirst();

/** Those whose grace is over, the longest first. */
export const findDueDeletions = (ctx: Ctx, limit: number): Promise<Deletion[]> =>
  open(ctx).where('erases_at', '<=', ctx.clock.now()).orderBy('erases_at').limit(limit).execute();

export async function insertDeletion(
  ctx: Ctx,
  deletion: Deletion & { requestedAt: Temporal.Instant },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.deletions')
    .values({
      id: deletion.id,
      person_id: deletion.personId,
      requested_at: deletion.requestedAt,
      erases_at: deletion.erasesAt,
    })
    .execute();
}

/** Returns the one that this call cancelled. */
export const cancelOpenDeletion = (
  ctx: Ctx,
  personId: string,
): Promise<{ id: string } | undefined> =>
  tables(ctx)
    .updateTable('identity.deletions')
    .set({ cancelled_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('cancelled_at', 'is', null)
    .where('erased_at', 'is', null)
    .returning('id')
    .executeTakeFirst();

/** Of an erasure and a cancellation at once, one gets the row. */
export async function markErased(ctx: Ctx, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  const { numUpdatedRows } = await tables(ctx)
    .updateTable('identity.deletions')
    .set({ erased_at: now })
    .where('id', '=', id)
    .where('erases_at', '<=', now)
    .where('cancelled_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
