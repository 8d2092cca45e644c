import type { Ctx } from '../../../platform/context.ts';
import { secondStepFor, startPendingSignIn } from '../two-factor/second-step.ts';
import { clearAttempts } from '../lockout/attempts.ts';
import type { Browser } from './browser.ts';
import { openSession } from './open-session.ts';
import type { Client, SignInMethod, SignInResult } from './sign-in.ts';

export interface CompleteFirstFactor {
  personId: string;
  emailKey: string;
  method: SignInMethod;
  remember: boolean;
  client: Client;
  browser: Browser;
}

/** After the password or the other provider: signs in, or asks for the second step where the account wants one. */
export async function completeFirstFactor(
  ctx: Ctx,
  { method, ...input }: CompleteFirstFactor,
): Promise<SignInResult> {
  const { personId, emailKey, browser } = input;
  const methods = await secondStepFor(ctx, { personId, trustToken: browser.trustToken });
  if (methods.length === 0) return openSession(ctx, { ...input, methods: [method] });
  const pending = await startPendingSignIn(ctx, { ...input, firstMethod: method, methods });
  await clearAttempts(ctx, { emailKey, device: browser.device, kind: 'password' });
  return { status: 'second_step', pending };
}
