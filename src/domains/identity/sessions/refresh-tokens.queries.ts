import type { Ctx } from '../../../platform/context.ts';
import { tables } from '../tables.ts';

export async function insertRefreshToken(
  ctx: Ctx,
  token: { id: string; sessionId: string; tokenHash: Buffer; expiresAt: Temporal.Instant },
): Promise<void> {
  await tables(ctx)
    .insertInto('identity.refresh_tokens')
    .values({
      id: token.id,
      session_id: token.sessionId,
      token_hash: token.tokenHash,
      created_at: ctx.clock.now(),
      expires_at: token.expiresAt,
    })
    .execute();
}

/** Of many requests with one token one gets the session; the others undefined. */
export async function spendRefreshToken(
  ctx: Ctx,
  tokenHash: Buffer,
): Promise<{ sessionId: string } | undefined> {
  const now = ctx.clock.now();
  return tables(ctx)
    .updateTable('identity.refresh_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('session_id as sessionId')
    .executeTakeFirst();
}

export interface SpentToken {
  sessionId: string;
  personId: string;
  usedAt: Temporal.Instant | null;
}

export function findRefreshToken(ctx: Ctx, tokenHash: Buffer): Promise<SpentToken | undefined> {
  return tables(ctx)
    .selectFrom('identity.refresh_tokens as r')
    .innerJoin('identity.sessions as s', 's.id', 'r.session_id')
    .select(['r.session_id as sessionId', 's.person_id as personId', 'r.used_at as usedAt'])
    .where('r.token_hash', '=', tokenHash)
    .executeTakeFirst();
}

/** Gives a live session its new token. Returns whether it lives. */
export async function renewSession(
  ctx: Ctx,
  { sessionId, ...renewed }: RenewedSession,
): Promise<boolean> {
  const now = ctx.clock.now();
  const result = await tables(ctx)
    .updateTable('identity.sessions')
    .set({
      token_hash: renewed.tokenHash,
      access_expires_at: renewed.accessExpiresAt,
      expires_at: renewed.expiresAt,
      last_seen_at: now,
    })
    .where('id', '=', sessionId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export interface RenewedSession {
  sessionId: string;
  tokenHash: Buffer;
  accessExpiresAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}

export async function getSessionStart(ctx: Ctx, sessionId: string): Promise<Temporal.Instant> {
  const { createdAt } = await tables(ctx)
    .selectFrom('identity.sessions')
    .select('created_at as createdAt')
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return createdAt;
}
