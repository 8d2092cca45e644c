import type { Ctx, Person } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import type { BrowserDevice } from '../devices/device-cookie.ts';
import { passwordWrong } from '../errors.ts';
import { passwordChanged } from '../events.ts';
import { replacePasswordHash } from '../people/people.queries.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { markAuthenticated } from '../sessions/sessions.queries.ts';
import { endTrust } from '../trusted-browsers/end-trust.ts';
import { requireOwnPassword } from './own-password.ts';
import { hashPassword } from './password-hash.ts';
import { requireAcceptable } from './password-rules.ts';

export interface ChangePassword {
  person: Person;
  currentPassword: string;
  newPassword: string;
  device: BrowserDevice | undefined;
}

/**
 * Sets a new password, ends every other session and trusts no browser any more. Throws invalid password_wrong, no_password or
 * password_weak, too_many account_locked.
 */
export async function changePassword(
  ctx: Ctx,
  { person, currentPassword, newPassword, device }: ChangePassword,
): Promise<void> {
  const { id: personId, sessionId, displayName, email } = person;
  requireAcceptable(newPassword, { displayName, email }, 'newPassword');
  const oldHash = await requireOwnPassword(ctx, {
    person,
    device,
    password: currentPassword,
    field: 'currentPassword',
  });
  const passwordHash = await hashPassword(newPassword);
  await inTransaction(ctx, async (ctx) => {
    if (!(await replacePasswordHash(ctx, { personId, from: oldHash, to: passwordHash })))
      throw passwordWrong('currentPassword'); // somebody was faster
    await endSessions(ctx, { personId, exceptSessionId: sessionId, reason: 'password_changed' });
    await endTrust(ctx, personId);
    await markAuthenticated(ctx, sessionId);
    await recordAudit(ctx, { action: 'password_changed', personId });
    await ctx.events.publish(ctx, passwordChanged, { personId, changeId: newId(ctx.clock) });
  });
}
