import type { Ctx } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { refreshUnknown, refreshUsedTwice } from '../errors.ts';
import { refreshReused } from '../events.ts';
import { endSessions } from './end-sessions.ts';
import * as queries from './refresh-tokens.queries.ts';
import { drawTokens, looksLikeToken, type SessionTokens, storeRefreshToken } from './tokens.ts';

/**
 * Exchanges a refresh token for a new pair; the old access token is dead at once. A token that comes a
 * second time may be a thief's or the owner's, and nobody can tell which: the session ends, and the
 * owner hears of it. That also meets a program that sends one token twice at once, so programs refresh
 * one at a time. Throws unauthenticated refresh_invalid or refresh_reused.
 */
export async function refreshSession(
  ctx: Ctx,
  { refreshToken }: { refreshToken: string },
): Promise<SessionTokens> {
  if (!looksLikeToken(refreshToken)) throw refreshUnknown();
  const tokenHash = sha256(refreshToken);
  const tokens = await inTransaction(ctx, (ctx) => rotate(ctx, tokenHash));
  if (tokens) return tokens;
  // In a transaction of its own: the refusal must not undo the ending.
  if (await inTransaction(ctx, (ctx) => endIfReused(ctx, tokenHash))) throw refreshUsedTwice();
  throw refreshUnknown();
}

async function rotate(ctx: Ctx, tokenHash: Buffer): Promise<SessionTokens | undefined> {
  const spent = await queries.spendRefreshToken(ctx, tokenHash);
  if (!spent) return undefined;
  const { sessionId } = spent;
  const tokens = drawTokens(ctx, await queries.getSessionStart(ctx, sessionId));
  const renewed = await queries.renewSession(ctx, {
    sessionId,
    tokenHash: sha256(tokens.accessToken),
    accessExpiresAt: tokens.accessExpiresAt,
    expiresAt: tokens.refreshExpiresAt,
  });
  if (!renewed) throw refreshUnknown();
  await storeRefreshToken(ctx, sessionId, tokens);
  return tokens;
}

async function endIfReused(ctx: Ctx, tokenHash: Buffer): Promise<boolean> {
  const token = await queries.findRefreshToken(ctx, tokenHash);
  if (!token?.usedAt) return false;
  const { personId, sessionId } = token;
  const ended = await endSessions(ctx, { personId, sessionId, reason: 'refresh_reused' });
  if (ended > 0) {
    await recordAudit(ctx, { action: 'refresh_reused', personId });
    await ctx.events.publish(ctx, refreshReused, { personId, sessionId });
  }
  return true;
}
