import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, isConstraint } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { linkExpired, linkUnknown, linkUsed } from '../errors.ts';
import { emailChanged } from '../events.ts';
import { voidTokens } from '../links/email-tokens.queries.ts';
import { lockPerson } from '../people/people.queries.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { undoHours } from './email-change.ts';
import * as queries from './email-changes.queries.ts';
import { emailChangeImpossible } from './errors.ts';

/**
 * The new address is proved: from now on it is the account's, and the old one is told. Throws
 * `invalid` link_unknown, link_used or link_expired, `conflict` email_change_impossible.
 */
export async function confirmEmailChange(
  ctx: Ctx,
  { token }: { token: string },
): Promise<{ email: string }> {
  const change = await queries.findChangeByConfirmHash(ctx, sha256(token));
  if (!change) throw linkUnknown();
  if (change.confirmedAt || change.endedAt) throw linkUsed();
  try {
    await inTransaction(ctx, (ctx) => switchAddress(ctx, change));
  } catch (error) {
    if (isConstraint(error, 'people_email_key_unique')) throw emailChangeImpossible();
    throw error;
  }
  return { email: change.newEmail };
}

async function switchAddress(ctx: Ctx, change: queries.EmailChange): Promise<void> {
  const { id: changeId, personId, newEmail: email, newEmailKey: emailKey } = change;
  await lockPerson(ctx, personId);
  const now = ctx.clock.now();
  const undoUntil = now.add({ hours: undoHours });
  if (!(await queries.markConfirmed(ctx, changeId, { now, undoUntil })))
    throw await whyNot(ctx, changeId);
  await makeRoom(ctx, emailKey);
  await queries.setEmail(ctx, personId, { email, emailKey });
  // They went to the address that is no longer the account's.
  await voidTokens(ctx, personId, 'reset_password');
  await recordAudit(ctx, { action: 'email_changed', personId });
  await ctx.events.publish(ctx, emailChanged, { changeId, personId });
}

async function whyNot(ctx: Ctx, changeId: string): Promise<Error> {
  const change = await queries.findChange(ctx, changeId);
  return change && !change.confirmedAt && !change.endedAt ? linkExpired() : linkUsed();
}

/** Somebody registered with an address without ever confirming it: who has proved it comes first. */
export async function makeRoom(ctx: Ctx, emailKey: string): Promise<void> {
  const holder = await queries.findUnconfirmedHolder(ctx, emailKey);
  if (holder) await ctx.personData.erase(ctx, holder);
}
