import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface NewCode {
  id: string;
  hash: Buffer;
}

/** Puts these in the place of all that were there; to be called with the person's TOTP locked. */
export async function replaceBackupCodes(
  ctx: Ctx,
  personId: string,
  codes: readonly NewCode[],
): Promise<void> {
  const created_at = ctx.clock.now();
  await tables(ctx).deleteFrom('identity.backup_codes').where('person_id', '=', personId).execute();
  await tables(ctx)
    .insertInto('identity.backup_codes')
    .values(
      codes.map(({ id, hash }, index) => ({
        id,
        person_id: personId,
        place: index + 1,
        code_hash: hash,
        created_at,
      })),
    )
    .execute();
}

/** Of many at once one gets the code's id. */
export async function useBackupCode(
  ctx: Ctx,
  { personId, hash }: { personId: string; hash: Buffer },
): Promise<string | undefined> {
  const row = await tables(ctx)
    .updateTable('identity.backup_codes')
    .set({ used_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function isBackupCode(
  ctx: Ctx,
  { personId, hash }: { personId: string; hash: Buffer },
): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('identity.backup_codes')
    .select('id')
    .where('person_id', '=', personId)
    .where('code_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

export async function countBackupCodesLeft(ctx: Ctx, personId: string): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('identity.backup_codes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
