import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export interface TrustedBrowser {
  id: string;
  /** Coarse name, such as "Firefox on Linux". */
  browser: string;
  createdAt: Temporal.Instant;
  lastUsedAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

export async function insertTrustedBrowser(
  ctx: Ctx,
  trusted: {
    id: string;
    personId: string;
    tokenHash: Buffer;
    browser: string;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  const now = ctx.clock.now();
  await tables(ctx)
    .insertInto('identity.trusted_browsers')
    .values({
      id: trusted.id,
      person_id: trusted.personId,
      token_hash: trusted.tokenHash,
      browser: trusted.browser,
      created_at: now,
      last_used_at: now,
      expires_at: trusted.expiresAt,
    })
    .execute();
}

/** Notes the use of a live one; its id, if the token is one of this person's. */
export async function useTrust(
  ctx: Ctx,
  { personId, tokenHash }: { personId: string; tokenHash: Buffer },
): Promise<string | undefined> {
  const now = ctx.clock.now();
  const row = await tables(ctx)
    .updateTable('identity.trusted_browsers')
    .set({ last_used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Newest first, live ones alone; `beforeId` begins after that one. */
export function findTrustedBrowsers(
  ctx: Ctx,
  { personId, beforeId, limit }: { personId: string; beforeId: string | undefined; limit: number },
): Promise<(TrustedBrowser & { tokenHash: Buffer })[]> {
  return tables(ctx)
    .selectFrom('identity.trusted_browsers')
    .select([
      'id',
      'token_hash as tokenHash',
      'browser',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .$if(beforeId !== undefined, (query) => query.where('id', '<', beforeId!))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** One by its id or its token, or all of the person. Returns how many were live. */
export async function revokeTrust(
  ctx: Ctx,
  { personId, id, tokenHash }: { personId: string; id?: string; tokenHash?: Buffer },
): Promise<number> {
  const now = ctx.clock.now();
  const result = await tables(ctx)
    .updateTable('identity.trusted_browsers')
    .set({ revoked_at: now })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(tokenHash !== undefined, (query) => query.where('token_hash', '=', tokenHash!))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function deleteTrustExpiredBefore(ctx: Ctx, instant: Temporal.Instant): Promise<void> {
  await tables(ctx)
    .deleteFrom('identity.trusted_browsers')
    .where('expires_at', '<', instant)
    .execute();
}
