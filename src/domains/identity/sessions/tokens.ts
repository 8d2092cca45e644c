import type { Ctx } from '../../../platform/context.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import { insertRefreshToken } from './refresh-tokens.queries.ts';

const accessMinutes = 10;
const refreshDays = 30;
/** However often it is refreshed, a program's session ends after this. */
const sessionDaysMax = 180;

/** What a program holds. Both are random texts that mean nothing by themselves. */
export interface SessionTokens {
  accessToken: string;
  accessExpiresAt: Temporal.Instant;
  /** Works once. */
  refreshToken: string;
  refreshExpiresAt: Temporal.Instant;
}

/** Draws a pair for a session that began at that instant; nothing is stored yet. */
export function drawTokens(ctx: Ctx, sessionBegan: Temporal.Instant): SessionTokens {
  const now = ctx.clock.now();
  const end = sessionBegan.add({ hours: sessionDaysMax * 24 });
  const earlier = (one: Temporal.Instant) => (Temporal.Instant.compare(one, end) < 0 ? one : end);
  return {
    accessToken: randomToken(),
    accessExpiresAt: earlier(now.add({ minutes: accessMinutes })),
    refreshToken: randomToken(),
    refreshExpiresAt: earlier(now.add({ hours: refreshDays * 24 })),
  };
}

export async function storeRefreshToken(
  ctx: Ctx,
  sessionId: string,
  { refreshToken, refreshExpiresAt }: SessionTokens,
): Promise<void> {
  await insertRefreshToken(ctx, {
    id: newId(ctx.clock),
    sessionId,
    tokenHash: sha256(refreshToken),
    expiresAt: refreshExpiresAt,
  });
}

/** Every token of ours: 256 random bits in base64url. What looks otherwise need not be looked up. */
export function looksLikeToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}
