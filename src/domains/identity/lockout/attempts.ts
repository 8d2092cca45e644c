import type { Ctx } from '../../../platform/context.ts';
import type { BrowserDevice } from '../devices/device-cookie.ts';

export interface Attempt {
  kind: 'password' | 'second_step';
  emailKey: string;
  device?: BrowserDevice | undefined;
}

/**
 * Counts a try before its proof is looked at, so that of many at once only five are looked at. Call it
 * outside a transaction: a try that fails must stay counted. The answer is the same for addresses
 * without an account. Throws too_many account_locked.
 */
export async function reserveAttempt(_ctx: Ctx, _attempt: Attempt): Promise<void> {}

/** Forgets the failures of this account from this browser: its owner has proved who they are. */
export async function clearAttempts(
  _ctx: Ctx,
  _account: Omit<Attempt, 'kind'> & { kind?: Attempt['kind'] },
): Promise<void> {}
