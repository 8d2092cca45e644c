import type { Ctx } from '../../../platform/context.ts';
import { getEmailKey } from '../people/people.queries.ts';
import type { Browser } from '../sign-in/browser.ts';
import { openSession } from '../sign-in/open-session.ts';
import type { Client, SignedIn } from '../sign-in/sign-in.ts';
import { verifyAssertion } from './assertion.ts';
import type { AssertionResponse } from './schemas.ts';

export interface SignInWithPasskey {
  response: AssertionResponse;
  remember: boolean;
  client: Client;
  browser: Browser;
  boundTo: string;
}

/**
 * Signs in without a name or a password. The passkey is something one has and has verified its owner, so no
 * second step is asked for. Throws as `verifyAssertion` does.
 */
export async function signInWithPasskey(
  ctx: Ctx,
  { response, boundTo, ...how }: SignInWithPasskey,
): Promise<SignedIn> {
  const { personId } = await verifyAssertion(ctx, { response, purpose: 'sign_in', boundTo });
  const emailKey = await getEmailKey(ctx, personId);
  return openSession(ctx, { ...how, personId, emailKey, methods: ['passkey'] });
}
