import type { Ctx } from '../../../platform/context.ts';
import { hmac, sha256 } from '../../../platform/crypto/index.ts';
import { newId } from '../../../platform/db/index.ts';
import { linkExpired, linkUnknown, linkUsed } from '../errors.ts';
import type { TokenPurpose } from '../tables.ts';
import * as queries from './email-tokens.queries.ts';

const hoursValid: Record<TokenPurpose, number> = { verify_email: 24, reset_password: 1 };
const pages: Record<TokenPurpose, string> = {
  verify_email: '/verify-email',
  reset_password: '/reset-password',
};

/** Links of one kind that one person is sent within an hour; further wishes are dropped. */
const linksPerHourMax: Record<TokenPurpose, number> = { verify_email: 5, reset_password: 3 };

/** The secret is derived from the id, so that the database holds its hash alone and mail can still be rendered later. */
function tokenText(ctx: Ctx, purpose: TokenPurpose, id: string): string {
  return hmac(ctx.config.secretKey, `${purpose}:${id}`);
}

/** Issues a link and returns its id; undefined when the person was sent enough of them within the hour. */
export async function issueLink(
  ctx: Ctx,
  purpose: TokenPurpose,
  personId: string,
  returnTo: string | null = null,
): Promise<string | undefined> {
  const now = ctx.clock.now();
  const recent = await queries.countTokensSince(ctx, personId, purpose, now.subtract({ hours: 1 }));
  if (recent >= linksPerHourMax[purpose]) return undefined;
  const id = newId(ctx.clock);
  const tokenHash = sha256(tokenText(ctx, purpose, id));
  const expiresAt = now.add({ hours: hoursValid[purpose] });
  await queries.insertEmailToken(ctx, { id, purpose, personId, returnTo, expiresAt, tokenHash });
  return id;
}

/** The address that a mail carries; undefined once the link is used, replaced or expired. */
export async function emailLink(
  ctx: Ctx,
  tokenId: string,
): Promise<{ url: string; hoursValid: number } | undefined> {
  const token = await queries.findEmailToken(ctx, tokenId);
  if (!token || isSpent(ctx, token)) return undefined;
  const url = `${ctx.config.publicUrl}${pages[token.purpose]}?token=${tokenText(ctx, token.purpose, token.id)}`;
  return { url, hoursValid: hoursValid[token.purpose] };
}

/** The live link that this secret opens. Throws link_unknown, link_used or link_expired. */
export async function requireLink(
  ctx: Ctx,
  purpose: TokenPurpose,
  token: string,
): Promise<queries.EmailToken> {
  const found = await queries.findEmailTokenByHash(ctx, purpose, sha256(token));
  if (!found) throw linkUnknown();
  if (found.usedAt) throw linkUsed();
  if (isSpent(ctx, found)) throw linkExpired();
  return found;
}

/** Spends the link; of two at once, one gets link_used. Every other link of the kind goes with it. */
export async function spendLink(
  ctx: Ctx,
  { id, personId, purpose }: queries.EmailToken,
): Promise<void> {
  if (!(await queries.markTokenUsed(ctx, id))) throw linkUsed();
  await queries.voidTokens(ctx, personId, purpose);
}

function isSpent(ctx: Ctx, token: queries.EmailToken): boolean {
  return token.usedAt !== null || Temporal.Instant.compare(token.expiresAt, ctx.clock.now()) <= 0;
}
