import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { personVerified } from '../events.ts';
import { voidTokens } from '../links/email-tokens.queries.ts';
import { knownLocale } from '../people/locale.ts';
import { getEmailKey, markVerified, upsertUnverified } from '../people/people.queries.ts';
import type { Browser } from '../sign-in/browser.ts';
import { completeFirstFactor } from '../sign-in/complete-first-factor.ts';
import type { SignInResult } from '../sign-in/sign-in.ts';
import { type Attempt, secretsOf } from './attempt.ts';
import { oidcEmailUnverified, oidcSignInToLink, oidcStateUnknown } from './errors.ts';
import type { Identity } from './identity.ts';
import { linkIdentity } from './link-identity.ts';
import { insertLink, useLink } from './links.queries.ts';
import { type AuthorizationAnswer, oidcSettings, redeemAnswer } from './provider.ts';

export interface FinishOidc {
  answer: AuthorizationAnswer;
  /** From the browser's own cookie. */
  attempt: Attempt | undefined;
  browser: Browser;
}

export interface FinishedOidc {
  returnTo: string;
  /** Absent when the provider was linked to the account that is signed in. */
  signIn?: SignInResult;
}

/**
 * Ends what `startOidc` began: signs in (a second step of the account still applies), joins, or links.
 * Throws what `redeemAnswer` and `linkIdentity` do, `invalid` oidc_state_unknown, `forbidden`
 * oidc_email_unverified, `conflict` oidc_sign_in_to_link.
 */
export async function finishOidc(
  ctx: Ctx,
  { answer, attempt, browser }: FinishOidc,
): Promise<FinishedOidc> {
  oidcSettings(ctx);
  if (!attempt || answer.state !== secretsOf(ctx.config, attempt).state) throw oidcStateUnknown();
  const { returnTo, remember, link } = attempt;
  const identity = await redeemAnswer(ctx, answer, attempt);
  if (link) {
    await linkIdentity(ctx, { ...link, identity });
    return { returnTo };
  }
  const personId = await personBehind(ctx, identity, attempt);
  const signIn = await completeFirstFactor(ctx, {
    personId,
    emailKey: await getEmailKey(ctx, personId),
    method: 'oidc',
    remember,
    client: 'browser',
    browser,
  });
  return { returnTo, signIn };
}

/** Known by issuer and subject alone: addresses change hands. */
async function personBehind(ctx: Ctx, identity: Identity, attempt: Attempt): Promise<string> {
  const key = { issuer: oidcSettings(ctx).issuer, subject: identity.subject };
  const known = await useLink(ctx, key);
  if (known) return known;
  try {
    return await join(ctx, identity, attempt);
  } catch (error) {
    // Two tabs at once: the other has joined in the meantime.
    const other = await useLink(ctx, key);
    if (other) return other;
    throw error;
  }
}

/**
 * A new account without a password. One that somebody began with this address but never confirmed is
 * replaced, password, links and all: whoever began it has proved nothing.
 */
async function join(ctx: Ctx, identity: Identity, { timeZone }: Attempt): Promise<string> {
  const { issuer, name } = oidcSettings(ctx);
  const { email, subject, displayName } = identity;
  if (!email) throw oidcEmailUnverified(name);
  return inTransaction(ctx, async (ctx) => {
    const person = await upsertUnverified(ctx, {
      id: newId(ctx.clock),
      email: email.email,
      emailKey: email.key,
      displayName,
      passwordHash: null,
      emailVerifiedAt: null,
      roles: ['learner'],
      operatorScopes: [],
      locale: knownLocale(identity.locale),
      timeZone: timeZone ?? 'UTC',
      isDemo: false,
    });
    const personId = person.id;
    if (person.emailVerifiedAt || !(await markVerified(ctx, personId)))
      throw oidcSignInToLink(name);
    await voidTokens(ctx, personId, 'verify_email');
    await voidTokens(ctx, personId, 'reset_password');
    const linkId = newId(ctx.clock);
    await insertLink(ctx, { id: linkId, personId, issuer, subject, email: email.email });
    await ctx.events.publish(ctx, personVerified, { personId });
    await recordAudit(ctx, { action: 'registered', personId, details: { with: name } });
    await recordAudit(ctx, { action: 'oidc_linked', personId, details: { linkId } });
    return personId;
  });
}
