import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { hasAuditSince } from '../audit/audit.queries.ts';
import { accountLocked } from '../events.ts';
import { findPersonByKey, lockPerson } from '../people/people.queries.ts';
import { isLocked } from './lockouts.queries.ts';

export const answerLockoutJob = 'identity.answer-lockout';

/** Tells the owner of a locked account, at most once a day, and notes it; for no account, does nothing. */
export async function answerLockout(
  ctx: Ctx,
  { emailKey, keyHash }: { emailKey: string; keyHash: string },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (!(await isLocked(ctx, Buffer.from(keyHash, 'hex')))) return;
    const person = await findPersonByKey(ctx, emailKey);
    if (!person?.emailVerifiedAt) return;
    const { id: personId } = person;
    await lockPerson(ctx, personId);
    const now = ctx.clock.now();
    if (await hasAuditSince(ctx, personId, 'account_locked', now.subtract({ hours: 24 }))) return;
    await recordAudit(ctx, { action: 'account_locked', personId });
    await ctx.events.publish(ctx, accountLocked, { personId, at: now.toString() });
  });
}
