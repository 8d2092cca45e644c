import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface Totp {
  id: string;
  secretSealed: Buffer;
  createdAt: Temporal.Instant;
  /** null while it is being set up. */
  enabledAt: Temporal.Instant | null;
}

export const findTotp = (ctx: Ctx, personId: string): Promise<Totp | undefined> =>
  tables(ctx)
    .selectFrom('identity.totp')
    .select([
      'id',
      'secret_sealed as secretSealed',
      'created_at as createdAt',
      'enabled_at as enabledAt',
    ])
    .where('person_id', '=', personId)
    .executeTakeFirst();

/** Begins a set-up, or begins it anew. False when one is enabled, which stays as it is. */
export async function putTotpSetUp(
  ctx: Ctx,
  { id, personId, secretSealed }: { id: string; personId: string; secretSealed: Buffer },
): Promise<boolean> {
  const values = { id, secret_sealed: secretSealed, created_at: ctx.clock.now() };
  const result = await tables(ctx)
    .insertInto('identity.totp')
    .values({ ...values, person_id: personId })
    .onConflict((conflict) =>
      conflict
        .constraint('totp_person_unique')
        .doUpdateSet(values)
        .where('identity.totp.enabled_at', 'is', null),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Of two at once one gets true; none when the set-up was begun anew meanwhile. */
export async function enableTotp(
  ctx: Ctx,
  { id, step }: { id: string; step: number },
): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.totp')
    .set({ enabled_at: ctx.clock.now(), last_step: step })
    .where('id', '=', id)
    .where('enabled_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Uses the step up. Of many at once one gets true: the row's lock makes the others compare again. */
export async function useStep(
  ctx: Ctx,
  { id, step }: { id: string; step: number },
): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.totp')
    .set({ last_step: step })
    .where('id', '=', id)
    .where('enabled_at', 'is not', null)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Makes changes to this person's second factor wait for each other. False when it is not enabled. */
export async function lockTotp(ctx: Ctx, personId: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('identity.totp')
    .select('id')
    .where('person_id', '=', personId)
    .where('enabled_at', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** The backup codes go with it. Returns whether it was enabled. */
export async function deleteTotp(ctx: Ctx, personId: string): Promise<boolean> {
  const row = await tables(ctx)
    .deleteFrom('identity.totp')
    .where('person_id', '=', personId)
    .returning('enabled_at')
    .executeTakeFirst();
  return Boolean(row?.enabled_at);
}
