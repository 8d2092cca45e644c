import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { personVerified } from '../events.ts';
import { requireLink, spendLink } from '../links/email-link.ts';
import { markVerified } from '../people/people.queries.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { getPerson } from '../people/people.ts';
import type { Browser } from '../sign-in/browser.ts';
import { openSession } from '../sign-in/open-session.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';

export interface VerifiedEmail {
  signedIn: SignedIn;
  returnTo: string | null;
}

/** Spends the link and signs its owner in. Throws `invalid`: link_unknown, link_used, link_expired. */
export async function verifyEmail(
  ctx: Ctx,
  { token, browser }: { token: string; browser: Browser },
): Promise<VerifiedEmail> {
  return inTransaction(ctx, async (ctx) => {
    const link = await requireLink(ctx, 'verify_email', token);
    await spendLink(ctx, link);
    if (await markVerified(ctx, link.personId)) {
      await recordAudit(ctx, { action: 'email_verified', personId: link.personId });
      await ctx.events.publish(ctx, personVerified, { personId: link.personId });
    }
    const { id: personId, email } = await getPerson(ctx, link.personId);
    const signedIn = await openSession(ctx, {
      personId,
      emailKey: normaliseEmail(email).key,
      methods: ['mail_link'],
      remember: false,
      client: 'browser',
      browser,
    });
    return { signedIn, returnTo: link.returnTo };
  });
}
