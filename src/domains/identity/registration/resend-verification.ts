import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { verificationRequested } from '../events.ts';
import { issueLink } from '../links/email-link.ts';
import { localPath } from '../links/return-to.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { findPersonByKey } from '../people/people.queries.ts';

export const answerResendJob = 'identity.answer-resend';

/** Has another verification link sent, if the address waits for one; the answer is the same if not. */
export async function resendVerification(
  ctx: Ctx,
  input: { email: string; returnTo?: string },
): Promise<void> {
  const emailKey = normaliseEmail(input.email).key;
  const returnTo = input.returnTo === undefined ? null : localPath(input.returnTo);
  await ctx.jobs.enqueue(ctx, answerResendJob, { emailKey, returnTo });
}

export async function answerResend(
  ctx: Ctx,
  { emailKey, returnTo }: { emailKey: string; returnTo: string | null },
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const person = await findPersonByKey(ctx, emailKey);
    if (!person || person.emailVerifiedAt) return;
    const tokenId = await issueLink(ctx, 'verify_email', person.id, returnTo);
    if (tokenId)
      await ctx.events.publish(ctx, verificationRequested, { tokenId, personId: person.id });
  });
}
