import type { Ctx } from '../../../platform/context.ts';
import { tables, type TokenPurpose } from '../tables.ts';

export interface EmailToken {
  id: string;
  purpose: TokenPurpose;
  personId: string;
  returnTo: string | null;
  expiresAt: Temporal.Instant;
  usedAt: Temporal.Instant | null;
}

const columns = [
  'id',
  'purpose',
  'person_id as personId',
  'return_to as returnTo',
  'expires_at as expiresAt',
  'used_at as usedAt',
] as const;

export async function insertEmailToken(
  ctx: Ctx,
  token: Omit<EmailToken, 'usedAt'> & { tokenHash: Buffer },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.email_tokens')
    .values({
      id: token.id,
      purpose: token.purpose,
      person_id: token.personId,
      token_hash: token.tokenHash,
      return_to: token.returnTo,
      created_at: ctx.clock.now(),
      expires_at: token.expiresAt,
    })
    .execute();
}

export function findEmailToken(ctx: Ctx, id: string): Promise<EmailToken | undefined> {
  return tables(ctx)
    .selectFrom('identity.email_tokens')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
}

export function findEmailTokenByHash(
  ctx: Ctx,
  purpose: TokenPurpose,
  tokenHash: Buffer,
): Promise<EmailToken | undefined> {
  return tables(ctx)
    .selectFrom('identity.email_tokens')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
}

/** Of two requests with the same link one gets true. */
export async function markTokenUsed(ctx: Ctx, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  const result = await tables(ctx)
    .updateTable('identity.email_tokens')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function voidTokens(ctx: Ctx, personId: string, purpose: TokenPurpose): Promise<void> {
  await tables(ctx)
    .updateTable('identity.email_tokens')
    .set({ used_at: ctx.clock.now() })
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
}

export async function deleteTokens(
  ctx: Ctx,
  personId: string,
  purpose: TokenPurpose,
): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.email_tokens')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .execute();
}

export async function countTokensSince(
  ctx: Ctx,
  personId: string,
  purpose: TokenPurpose,
  since: Temporal.Instant,
): Promise<number> {
  const { count } = await tables(ctx)
    .selectFrom('identity.email_tokens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function deleteTokensExpiredBefore(
  ctx: Ctx,
  instant: Temporal.Instant,
): Promise<void> {
  await tables(ctx).deleteFrom('identity.email_tokens').where('expires_at', '<', instant).execute();
}
