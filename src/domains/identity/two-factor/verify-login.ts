import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { reserveAttempt } from '../lockout/attempts.ts';
import { verifyAssertion } from '../passkeys/assertion.ts';
import type { AssertionResponse } from '../passkeys/schemas.ts';
import { openSession } from '../sign-in/open-session.ts';
import type { SecondStepMethod, SignedIn } from '../sign-in/sign-in.ts';
import { trustBrowser } from '../trusted-browsers/trust-browser.ts';
import { oneProofNeeded, pendingExpired } from './errors.ts';
import { type Pending, takeTry, usePending } from './pending-sign-ins.queries.ts';
import { type PendingClaim, requirePending } from './second-step.ts';
import { verifySecondFactor } from './verify-second-factor.ts';

export interface SecondStepProof {
  code?: string | undefined;
  backupCode?: string | undefined;
  passkey?: AssertionResponse | undefined;
}

export interface VerifyLogin extends PendingClaim {
  proof: SecondStepProof;
  /** Spares this browser the second step from now on; a program can't be trusted. */
  trust: boolean;
}

/**
 * The second step of a sign-in. Each try is taken from the account's and from the sign-in's own five
 * before its proof is looked at. Throws unauthenticated pending_expired, too_many account_locked,
 * invalid one_proof_needed, or what the proof throws.
 */
export async function verifyLogin(ctx: Ctx, input: VerifyLogin): Promise<SignedIn> {
  const { proof, browser, trust } = input;
  const method = methodOf(proof);
  const pending = await requirePending(ctx, input);
  const { personId, emailKey, client, remember, firstMethod } = pending;
  await reserveAttempt(ctx, { kind: 'second_step', emailKey, device: browser.device });
  if (!(await takeTry(ctx, pending.id))) throw pendingExpired();
  if (proof.passkey) await verifyPasskey(ctx, pending, proof.passkey);
  return inTransaction(ctx, async (ctx) => {
    await verifyCode(ctx, personId, proof);
    if (!(await usePending(ctx, pending.id))) throw pendingExpired();
    const methods = [firstMethod, method];
    const signedIn = await openSession(ctx, {
      personId,
      emailKey,
      methods,
      remember,
      client,
      browser,
    });
    if (!trust || client !== 'browser') return signedIn;
    return { ...signedIn, trust: await trustBrowser(ctx, { personId, browser }) };
  });
}

function methodOf({ code, backupCode, passkey }: SecondStepProof): SecondStepMethod {
  const given = [code, backupCode, passkey].filter((one) => one !== undefined);
  if (given.length !== 1) throw oneProofNeeded();
  if (passkey) return 'passkey';
  return code === undefined ? 'backup_code' : 'totp';
}

/** Uses its challenge up in any case, so it stays outside the transaction. */
async function verifyPasskey(
  ctx: Ctx,
  { id: boundTo, personId }: Pending,
  response: AssertionResponse,
): Promise<void> {
  await verifyAssertion(ctx, { response, purpose: 'second_step', personId, boundTo });
}

async function verifyCode(
  ctx: Ctx,
  personId: string,
  { code, backupCode }: SecondStepProof,
): Promise<void> {
  if (code !== undefined) await verifySecondFactor(ctx, personId, { code });
  if (backupCode !== undefined) await verifySecondFactor(ctx, personId, { backupCode });
}
