import type { Ctx } from '../../../platform/context.ts';
import { emailUnverified, invalidCredentials } from '../errors.ts';
import { clearAttempts } from '../lockout/attempts.ts';
import { checkCounted } from '../passwords/check-counted.ts';
import { renewHash } from '../passwords/renew-hash.ts';
import { emailKeyOf } from '../people/email-address.ts';
import { findPersonWithHash } from '../people/people.queries.ts';
import type { Browser } from '../sign-in/browser.ts';
import { completeFirstFactor } from '../sign-in/complete-first-factor.ts';
import type { Client, SignInResult } from '../sign-in/sign-in.ts';

export interface LogIn {
  email: string;
  password: string;
  remember: boolean;
  client: Client;
  browser: Browser;
}

/**
 * Signs in with a password. Unknown address and wrong password answer alike, in words and in work:
 * invalid_credentials, or account_locked after too many. A busy server turns away with sign_in_busy. Only who knows the password learns that the
 * address is unverified.
 */
export async function logIn(ctx: Ctx, { email, password, ...input }: LogIn): Promise<SignInResult> {
  const emailKey = emailKeyOf(email);
  const attempt = { kind: 'password' as const, emailKey, device: input.browser.device };
  const person = await findPersonWithHash(ctx, emailKey);
  const matches = await checkCounted(ctx, attempt, person?.passwordHash, password);
  if (!person || !matches) throw invalidCredentials();
  if (!person.emailVerifiedAt) {
    await clearAttempts(ctx, attempt);
    throw emailUnverified();
  }
  await renewHash(ctx, person, password);
  return completeFirstFactor(ctx, {
    ...input,
    personId: person.id,
    emailKey,
    method: 'password',
  });
}
