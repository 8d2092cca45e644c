import type { Ctx } from '../../../platform/context.ts';
import { unauthenticated } from '../../../platform/errors/index.ts';
import type { Browser } from '../sign-in/browser.ts';
import type { Client, PendingSignIn, SecondStepMethod, SignInMethod } from '../sign-in/sign-in.ts';

/** What this account asks for after the first step; nothing when it has no second, or trusts the browser. */
export async function secondStepFor(
  _ctx: Ctx,
  _input: { personId: string; trustToken: string | undefined },
): Promise<SecondStepMethod[]> {
  return [];
}

export interface StartPendingSignIn {
  personId: string;
  emailKey: string;
  remember: boolean;
  client: Client;
  firstMethod: SignInMethod;
  browser: Browser;
  methods: SecondStepMethod[];
}

export async function startPendingSignIn(
  ctx: Ctx,
  { methods, client }: StartPendingSignIn,
): Promise<PendingSignIn> {
  return { token: '', methods, expiresAt: ctx.clock.now(), client };
}

export type SecondFactorProof = { code: string } | { backupCode: string };

/** Spends the code. Throws when it is not right. */
export async function verifySecondFactor(
  _ctx: Ctx,
  _personId: string,
  _proof: SecondFactorProof,
): Promise<void> {
  throw new Error('no second factor');
}

/**
 * The sign-in that a pending token stands for. A passkey's challenge for the second step is bound to its id:
 * `verifyAssertion(ctx, { purpose: 'second_step', personId, boundTo: id, response })`.
 * Throws unauthenticated pending_expired.
 */
export async function requirePending(
  _ctx: Ctx,
  _token: string | undefined,
): Promise<{ id: string; personId: string }> {
  throw unauthenticated('pending_expired', 'That took too long. Please sign in again.');
}
