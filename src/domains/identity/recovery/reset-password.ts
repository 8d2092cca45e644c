import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { passwordChanged, personVerified } from '../events.ts';
import { requireLink, spendLink } from '../links/email-link.ts';
import { voidTokens } from '../links/email-tokens.queries.ts';
import { clearAllAttempts } from '../lockout/attempts.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { requireAcceptable } from '../passwords/password-rules.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { markVerified, setPasswordHash } from '../people/people.queries.ts';
import { getPerson } from '../people/people.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { endTrust } from '../trusted-browsers/end-trust.ts';

/**
 * Sets a new password by a mailed link, ends every other session and all trust in browsers, and lifts
 * every lock. Opening the mail also proves the address. Throws `invalid`: link_unknown, link_used,
 * link_expired, password_weak; a weak password leaves the link as it was.
 */
export async function resetPassword(
  ctx: Ctx,
  { token, password }: { token: string; password: string },
): Promise<void> {
  const link = await requireLink(ctx, 'reset_password', token);
  const { displayName, email } = await getPerson(ctx, link.personId);
  requireAcceptable(password, { displayName, email });
  const passwordHash = await hashPassword(password);

  const { actor } = ctx;
  const ownSession =
    actor.kind === 'person' && actor.id === link.personId ? actor.sessionId : undefined;
  await inTransaction(ctx, async (ctx) => {
    await spendLink(ctx, link);
    await voidTokens(ctx, link.personId, 'verify_email');
    await setPasswordHash(ctx, link.personId, passwordHash);
    await clearAllAttempts(ctx, normaliseEmail(email).key);
    await recordAudit(ctx, { action: 'password_reset', personId: link.personId });
    await endSessions(ctx, {
      personId: link.personId,
      exceptSessionId: ownSession,
      reason: 'password_reset',
    });
    await endTrust(ctx, link.personId);
    await ctx.events.publish(ctx, passwordChanged, { personId: link.personId, changeId: link.id });
    if (await markVerified(ctx, link.personId))
      await ctx.events.publish(ctx, personVerified, { personId: link.personId });
  });
}
