import type { Ctx } from '../../../platform/context.ts';
import { DomainError } from '../../../platform/errors/index.ts';
import { emailUnverified, invalidCredentials } from '../errors.ts';
import { passwordMatches } from '../passwords/password-hash.ts';
import { normaliseEmail } from '../people/email-address.ts';
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
 * invalid_credentials. Only who knows the password learns that the address is unverified.
 */
export async function logIn(ctx: Ctx, { email, password, ...input }: LogIn): Promise<SignInResult> {
  const emailKey = keyOf(email);
  const person = emailKey === undefined ? undefined : await findPersonWithHash(ctx, emailKey);
  const matches = await passwordMatches(person?.passwordHash, password);
  if (!person || !matches || emailKey === undefined) throw invalidCredentials();
  if (!person.emailVerifiedAt) throw emailUnverified();
  const { id: personId } = person;
  return completeFirstFactor(ctx, { ...input, personId, emailKey, method: 'password' });
}

/** What is no address has no account either: the same answer. */
function keyOf(email: string): string | undefined {
  try {
    return normaliseEmail(email).key;
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
