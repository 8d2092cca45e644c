import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { DomainError, invalid } from '../../../platform/errors/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { emailChangeRequested } from '../events.ts';
import { type EmailAddress, normaliseEmail } from '../people/email-address.ts';
import { lockPerson } from '../people/people.queries.ts';
import { getPerson } from '../people/people.ts';
import { confirmHours, linkHash } from './email-change.ts';
import * as queries from './email-changes.queries.ts';
import { emailUnchanged } from './errors.ts';

export interface RequestEmailChange {
  personId: string;
  newEmail: string;
}

export interface PendingEmailChange {
  newEmail: string;
  /** Until then the link in the mail to the new address works. */
  expiresAt: Temporal.Instant;
}

/**
 * Has a link sent to the new address and a notice to the old. Whether the new address has an account is
 * looked at later, by who writes the mail, so the answer is the same and takes as long. A wish before
 * this one is replaced. Throws `invalid` email_malformed or email_unchanged.
 */
export async function requestEmailChange(
  ctx: Ctx,
  { personId, newEmail }: RequestEmailChange,
): Promise<PendingEmailChange> {
  const wanted = readNewEmail(newEmail);
  const id = newId(ctx.clock);
  const requestedAt = ctx.clock.now();
  const expiresAt = requestedAt.add({ hours: confirmHours });
  await inTransaction(ctx, async (ctx) => {
    await lockPerson(ctx, personId);
    const { email: oldEmail } = await getPerson(ctx, personId);
    const oldEmailKey = normaliseEmail(oldEmail).key;
    if (oldEmailKey === wanted.key) throw emailUnchanged();
    await queries.endPendingChange(ctx, personId, 'replaced');
    await queries.insertChange(ctx, {
      id,
      personId,
      oldEmail,
      oldEmailKey,
      newEmail: wanted.email,
      newEmailKey: wanted.key,
      confirmHash: linkHash(ctx, 'confirm', id),
      undoHash: linkHash(ctx, 'undo', id),
      requestedAt,
      expiresAt,
    });
    await recordAudit(ctx, { action: 'email_change_requested', personId });
    await ctx.events.publish(ctx, emailChangeRequested, { changeId: id, personId });
  });
  return { newEmail: wanted.email, expiresAt };
}

function readNewEmail(input: string): EmailAddress {
  try {
    return normaliseEmail(input);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw invalid(error.code, error.message, { field: 'newEmail' });
  }
}

/** The wish that waits to be confirmed, for its owner. */
export async function getEmailChange(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<PendingEmailChange | null> {
  const pending = await queries.findPendingChange(ctx, personId);
  return pending ? { newEmail: pending.newEmail, expiresAt: pending.expiresAt } : null;
}

/** Drops the wish that waits. Idempotent. */
export async function cancelEmailChange(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (await queries.endPendingChange(ctx, personId, 'cancelled'))
      await recordAudit(ctx, { action: 'email_change_cancelled', personId });
  });
}
