import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { accountExists, verificationRequested } from '../events.ts';
import { issueLink } from '../links/email-link.ts';
import { voidTokens } from '../links/email-tokens.queries.ts';
import { localPath } from '../links/return-to.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { requireAcceptable } from '../passwords/password-rules.ts';
import { normaliseDisplayName } from '../people/display-name.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { knownLocale } from '../people/locale.ts';
import { upsertUnverified } from '../people/people.queries.ts';

export interface Register {
  email: string;
  password: string;
  displayName: string;
  role: 'learner' | 'instructor';
  locale?: string;
  /** IANA zone. */
  timeZone?: string;
  returnTo?: string;
}

export const answerRegistrationJob = 'identity.answer-registration';

/**
 * Registers an address and has a verification link sent. For an address that already has a verified
 * account the same statements run and nothing changes: its owner gets a mail instead. A repeated
 * registration replaces an unverified one, and with it every link sent before.
 * Throws `invalid`: email_malformed, display_name_malformed, password_weak, return_to_not_local.
 */
export async function register(ctx: Ctx, input: Register): Promise<void> {
  const { email, key } = normaliseEmail(input.email);
  const displayName = normaliseDisplayName(input.displayName);
  const returnTo = input.returnTo === undefined ? null : localPath(input.returnTo);
  requireAcceptable(input.password, { displayName, email });
  const passwordHash = await hashPassword(input.password);

  await inTransaction(ctx, async (ctx) => {
    const person = await upsertUnverified(ctx, {
      id: newId(ctx.clock),
      email,
      emailKey: key,
      displayName,
      passwordHash,
      emailVerifiedAt: null,
      roles: input.role === 'instructor' ? ['learner', 'instructor'] : ['learner'],
      operatorScopes: [],
      locale: knownLocale(input.locale),
      timeZone: input.timeZone ?? 'UTC',
      isDemo: false,
    });
    await voidTokens(ctx, person.id, 'verify_email');
    await ctx.jobs.enqueue(ctx, answerRegistrationJob, {
      personId: person.id,
      verified: person.emailVerifiedAt !== null,
      returnTo,
    });
  });
}

export interface AnswerRegistration {
  personId: string;
  verified: boolean;
  returnTo: string | null;
}

/** What differs between a new and a known address happens here, out of sight of who asked. */
export async function answerRegistration(
  ctx: Ctx,
  { personId, verified, returnTo }: AnswerRegistration,
): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    if (verified) return ctx.events.publish(ctx, accountExists, { personId });
    const tokenId = await issueLink(ctx, 'verify_email', personId, returnTo);
    if (tokenId) await ctx.events.publish(ctx, verificationRequested, { tokenId, personId });
  });
}
