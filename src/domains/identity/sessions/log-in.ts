import type { Ctx } from '../../../platform/context.ts';
import { DomainError } from '../../../platform/errors/index.ts';
import { emailUnverified, invalidCredentials } from '../errors.ts';
import { passwordMatches } from '../passwords/password-hash.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { findPersonWithHash } from '../people/people.queries.ts';
import { type Device, type StartedSession, startSession } from './sessions.ts';

export interface LogIn {
  email: string;
  password: string;
  remember: boolean;
  device: Device;
}

/**
 * Signs in with a password. Unknown address and wrong password answer alike, in words and in work:
 * invalid_credentials. Only who knows the password learns that the address is unverified.
 */
export async function logIn(
  ctx: Ctx,
  { email, password, remember, device }: LogIn,
): Promise<StartedSession> {
  const key = keyOf(email);
  const person = key === undefined ? undefined : await findPersonWithHash(ctx, key);
  const matches = await passwordMatches(person?.passwordHash, password);
  if (!person || !matches) throw invalidCredentials();
  if (!person.emailVerifiedAt) throw emailUnverified();
  return startSession(ctx, { personId: person.id, remember, device });
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
