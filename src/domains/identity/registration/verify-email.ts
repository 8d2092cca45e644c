import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { personVerified } from '../events.ts';
import { requireLink, spendLink } from '../links/email-link.ts';
import { markVerified } from '../people/people.queries.ts';
import { type Device, type StartedSession, startSession } from '../sessions/sessions.ts';

export interface VerifiedEmail {
  session: StartedSession;
  returnTo: string | null;
}

/** Spends the link and signs its owner in. Throws `invalid`: link_unknown, link_used, link_expired. */
export async function verifyEmail(
  ctx: Ctx,
  { token, device }: { token: string; device: Device },
): Promise<VerifiedEmail> {
  return inTransaction(ctx, async (ctx) => {
    const link = await requireLink(ctx, 'verify_email', token);
    await spendLink(ctx, link);
    if (await markVerified(ctx, link.personId))
      await ctx.events.publish(ctx, personVerified, { personId: link.personId });
    const session = await startSession(ctx, { personId: link.personId, remember: false, device });
    return { session, returnTo: link.returnTo };
  });
}
