import type { Ctx } from '../../../platform/context.ts';
import { type Attempt, giveBackAttempt, reserveAttempt } from '../lockout/attempts.ts';
import { passwordMatches } from './password-hash.ts';

/**
 * Whether the password is right, as one of the few tries that the account has. A try that was not
 * looked at, because the server is too busy, does not count. Throws too_many account_locked.
 */
export async function checkCounted(
  ctx: Ctx,
  attempt: Attempt,
  passwordHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  await reserveAttempt(ctx, attempt);
  try {
    return await passwordMatches(passwordHash, password);
  } catch (error) {
    await giveBackAttempt(ctx, attempt);
    throw error;
  }
}
