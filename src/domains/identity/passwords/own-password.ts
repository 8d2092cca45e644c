import type { Ctx, Person } from '../../../platform/context.ts';
import type { BrowserDevice } from '../devices/device-cookie.ts';
import { noPassword, passwordWrong } from '../errors.ts';
import { clearAttempts } from '../lockout/attempts.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { getPasswordHash } from '../people/people.queries.ts';
import { checkCounted } from './check-counted.ts';

export interface OwnPassword {
  person: Person;
  password: string;
  device: BrowserDevice | undefined;
  /** The field that is named when it is wrong. */
  field: string;
}

/**
 * Lets pass who knows the password of the account that is signed in, and returns its hash; guesses
 * count as in signing in.
 * Throws invalid password_wrong or no_password, too_many account_locked.
 */
export async function requireOwnPassword(
  ctx: Ctx,
  { person, password, device, field }: OwnPassword,
): Promise<string> {
  const passwordHash = await getPasswordHash(ctx, person.id);
  if (passwordHash === null) throw noPassword(field);
  const attempt = {
    kind: 'password' as const,
    emailKey: normaliseEmail(person.email).key,
    device,
  };
  if (!(await checkCounted(ctx, attempt, passwordHash, password))) throw passwordWrong(field);
  await clearAttempts(ctx, attempt);
  return passwordHash;
}
