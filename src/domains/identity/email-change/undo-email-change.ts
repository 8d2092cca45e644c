import type { Ctx } from '../../../platform/context.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { inTransaction, isConstraint } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { linkExpired, linkUnknown, linkUsed } from '../errors.ts';
import { emailChangeUndone, passwordResetRequested } from '../events.ts';
import { issueLink } from '../links/email-link.ts';
import { deleteTokens } from '../links/email-tokens.queries.ts';
import { lockPerson } from '../people/people.queries.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { makeRoom } from './confirm-email-change.ts';
import * as queries from './email-changes.queries.ts';
import { emailChangeImpossible } from './errors.ts';
import { takeBackAccess } from './take-back-access.ts';

/**
 * "It was not me": gives the account its address back and shuts out whoever changed it. Every session
 * and all trust end, the password and what was added to the account since are void, and a link to set
 * a new password goes to the old address. Works on a wish that was not confirmed, too. Throws
 * `invalid` link_unknown, link_used or link_expired, `conflict` email_change_impossible.
 */
export async function undoEmailChange(
  ctx: Ctx,
  { token }: { token: string },
): Promise<{ email: string }> {
  const change = await queries.findChangeByUndoHash(ctx, sha256(token));
  if (!change) throw linkUnknown();
  if (change.endedAt) throw linkUsed();
  try {
    await inTransaction(ctx, (ctx) => restore(ctx, change));
  } catch (error) {
    if (isConstraint(error, 'people_email_key_unique')) throw emailChangeImpossible();
    throw error;
  }
  return { email: change.oldEmail };
}

async function restore(ctx: Ctx, { id: changeId, personId }: queries.EmailChange): Promise<void> {
  await lockPerson(ctx, personId);
  const change = await queries.markUndone(ctx, changeId);
  if (!change) throw await whyNot(ctx, changeId);
  await queries.overtakeLater(ctx, change);
  if (change.confirmedAt) {
    await makeRoom(ctx, change.oldEmailKey);
    await queries.setEmail(ctx, personId, {
      email: change.oldEmail,
      emailKey: change.oldEmailKey,
    });
  }
  await takeBackAccess(ctx, { personId, since: change.requestedAt });
  await endSessions(ctx, { personId, reason: 'email_changed' });
  await recordAudit(ctx, { action: 'email_change_undone', personId });
  await ctx.events.publish(ctx, emailChangeUndone, { changeId, personId });
  await sendResetLink(ctx, personId);
}

async function whyNot(ctx: Ctx, changeId: string): Promise<Error> {
  const change = await queries.findChange(ctx, changeId);
  return change?.endedAt ? linkUsed() : linkExpired();
}

/** Deleted rather than voided: those that a stranger asked for must not use up the owner's. */
async function sendResetLink(ctx: Ctx, personId: string): Promise<void> {
  await deleteTokens(ctx, personId, 'reset_password');
  const tokenId = await issueLink(ctx, 'reset_password', personId);
  if (tokenId) await ctx.events.publish(ctx, passwordResetRequested, { tokenId, personId });
}
