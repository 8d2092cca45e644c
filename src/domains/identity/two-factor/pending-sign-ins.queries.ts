import type { Client, Ctx } from '../../../platform/context.ts';
import type { SignInMethod } from '../sign-in/sign-in.ts';
import { tables } from '../tables.ts';

export interface Pending {
  id: string;
  personId: string;
  emailKey: string;
  client: Client;
  deviceId: string | null;
  firstMethod: SignInMethod;
  remember: boolean;
  triesLeft: number;
  expiresAt: Temporal.Instant;
}

export async function insertPending(
  ctx: Ctx,
  pending: Omit<Pending, 'emailKey'> & { tokenHash: Buffer },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.pending_sign_ins')
    .values({
      id: pending.id,
      person_id: pending.personId,
      token_hash: pending.tokenHash,
      client: pending.client,
      device_id: pending.deviceId,
      first_method: pending.firstMethod,
      remember: pending.remember,
      tries_left: pending.triesLeft,
      created_at: ctx.clock.now(),
      expires_at: pending.expiresAt,
    })
    .execute();
}

/** While it may still be completed. */
export const findOpenPending = (ctx: Ctx, tokenHash: Buffer): Promise<Pending | undefined> =>
  tables(ctx)
    .selectFrom('identity.pending_sign_ins as s')
    .innerJoin('identity.people as p', 'p.id', 's.person_id')
    .select([
      's.id',
      's.person_id as personId',
      'p.email_key as emailKey',
      's.client',
      's.device_id as deviceId',
      's.first_method as firstMethod',
      's.remember',
      's.tries_left as triesLeft',
      's.expires_at as expiresAt',
    ])
    .where('s.token_hash', '=', tokenHash)
    .where('s.used_at', 'is', null)
    .where('s.tries_left', '>', 0)
    .where('s.expires_at', '>', ctx.clock.now())
    .executeTakeFirst();

/** Takes one try, before its proof is looked at. False when none is left. */
export async function takeTry(ctx: Ctx, id: string): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('identity.pending_sign_ins')
    .set((eb) => ({ tries_left: eb('tries_left', '-', 1) }))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('tries_left', '>', 0)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Of many at once one gets true. */
export async function usePending(ctx: Ctx, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  const result = await tables(ctx)
    .updateTable('identity.pending_sign_ins')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function endPendingOf(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .updateTable('identity.pending_sign_ins')
    .set({ used_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute();
}

export async function deletePendingExpiredBefore(
  ctx: Ctx,
  instant: Temporal.Instant,
): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.pending_sign_ins')
    .where('expires_at', '<', instant)
    .execute();
}
