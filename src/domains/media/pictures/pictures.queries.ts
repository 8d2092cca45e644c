import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId, sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

export interface Picture {
  digest: string;
  width: number;
  height: number;
  placeholder: string;
}

const columns = ['digest', 'width', 'height', 'placeholder'] as const;

export const findPicture = (
  ctx: Ctx,
  digest: string,
): Promise<(Picture & { leaving: boolean }) | undefined> =>
  tables(ctx)
    .selectFrom('media.pictures')
    .select([...columns, 'leaving'])
    .where('digest', '=', digest)
    .executeTakeFirst();

/** The picture, where this keeper keeps it: the person who uploaded it, or what shows it. */
export const findUploaded = (
  ctx: Ctx,
  digest: string,
  { keeperId }: { keeperId: string },
): Promise<Picture | undefined> =>
  tables(ctx)
    .selectFrom('media.uploads as upload')
    .innerJoin('media.pictures as picture', 'picture.digest', 'upload.digest')
    .select(['picture.digest', 'picture.width', 'picture.height', 'picture.placeholder'])
    .where('upload.digest', '=', digest)
    .where('upload.owner_id', '=', keeperId)
    .executeTakeFirst();

/**
 * Keeps the picture for whoever uploaded it, or for what shows it (an exercise, a profile), whose id is
 * the owner's; both once. A picture that anybody keeps stays.
 */
export async function keepPicture(ctx: Ctx, picture: Picture, ownerId: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const created_at = ctx.clock.now();
    await tables(ctx)
      .insertInto('media.pictures')
      .values({ ...picture, created_at })
      .onConflict((conflict) => conflict.column('digest').doNothing())
      .execute();
    await tables(ctx)
      .insertInto('media.uploads')
      .values({ id: newId(ctx.clock), digest: picture.digest, owner_id: ownerId, created_at })
      .onConflict((conflict) => conflict.columns(['owner_id', 'digest']).doNothing())
      .execute();
  });
}

/** Returns whether there was one. */
export async function deleteUpload(ctx: Ctx, ownerId: string, digest: string): Promise<boolean> {
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('media.uploads')
    .where('owner_id', '=', ownerId)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function deleteUploadsOf(ctx: Ctx, ownerId: string): Promise<void> {
  await tables(ctx).deleteFrom('media.uploads').where('owner_id', '=', ownerId).execute();
}

export const listUploadsOf = (ctx: Ctx, ownerId: string) =>
  tables(ctx)
    .selectFrom('media.uploads')
    .select(['digest', 'created_at as createdAt'])
    .where('owner_id', '=', ownerId)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute();

/** Marks pictures that nobody keeps any more and returns them, also those that an earlier run left half gone. */
export async function markLeaving(
  ctx: Ctx,
  createdBefore: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ digest: string }>`
    update media.pictures set leaving = true
    where digest in (
      select p.digest from media.pictures p
      where p.created_at < ${createdBefore.toString()}::timestamptz
        and not exists (select from media.uploads u where u.digest = p.digest)
      limit ${limit} for update skip locked
    ) returning digest`.execute(ctx.db);
  return rows.map(({ digest }) => digest);
}

export async function deleteLeaving(ctx: Ctx, digest: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('media.pictures')
    .where('digest', '=', digest)
    .where('leaving', '=', true)
    .execute();
}
