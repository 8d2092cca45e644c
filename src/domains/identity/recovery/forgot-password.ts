import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { passwordResetRequested } from '../events.ts';
import { issueLink } from '../links/email-link.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { findPersonByKey } from '../people/people.queries.ts';

export const answerForgotJob = 'identity.answer-forgot';

/** Has a reset link sent, if the address has an account. Whether it has is looked up later, by a job. */
export async function forgotPassword(ctx: Ctx, { email }: { email: string }): Promise<void> {
  await ctx.jobs.enqueue(ctx, answerForgotJob, { emailKey: normaliseEmail(email).key });
}

export async function answerForgot(ctx: Ctx, { emailKey }: { emailKey: string }): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const person = await findPersonByKey(ctx, emailKey);
    if (!person) return;
    const tokenId = await issueLink(ctx, 'reset_password', person.id);
    if (tokenId)
      await ctx.events.publish(ctx, passwordResetRequested, { tokenId, personId: person.id });
  });
}
