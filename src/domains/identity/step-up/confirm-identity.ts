import type { Ctx, Person } from '../../../platform/context.ts';
import { recordAudit } from '../audit/audit.ts';
import type { BrowserDevice } from '../devices/device-cookie.ts';
import { normaliseEmail } from '../people/email-address.ts';
import { verifyAssertion } from '../passkeys/assertion.ts';
import type { AssertionResponse } from '../passkeys/schemas.ts';
import { requireOwnPassword } from '../passwords/own-password.ts';
import { markAuthenticated } from '../sessions/sessions.queries.ts';
import { clearAttempts, reserveAttempt } from '../lockout/attempts.ts';
import { verifySecondFactor } from '../two-factor/verify-second-factor.ts';

export type IdentityProof =
  | { password: string }
  | { code: string }
  | { passkey: AssertionResponse };

export interface ConfirmIdentity {
  person: Person;
  proof: IdentityProof;
  device: BrowserDevice | undefined;
}

/**
 * Step-up: proves again who is there, so that the session may change what protects the account for ten
 * minutes. Throws invalid password_wrong, too_many account_locked, or what the second factor throws.
 */
export async function confirmIdentity(ctx: Ctx, input: ConfirmIdentity): Promise<void> {
  const { person } = input;
  const method = await prove(ctx, input);
  await markAuthenticated(ctx, person.sessionId);
  await recordAudit(ctx, {
    action: 'identity_confirmed',
    personId: person.id,
    details: { method },
  });
}

async function prove(ctx: Ctx, { person, proof, device }: ConfirmIdentity): Promise<string> {
  if ('password' in proof) {
    await requireOwnPassword(ctx, { person, device, password: proof.password, field: 'password' });
    return 'password';
  }
  if ('passkey' in proof) {
    await verifyAssertion(ctx, {
      response: proof.passkey,
      purpose: 'confirm',
      personId: person.id,
      boundTo: person.sessionId,
    });
    return 'passkey';
  }
  const emailKey = normaliseEmail(person.email).key;
  await reserveAttempt(ctx, { kind: 'second_step', emailKey, device });
  await verifySecondFactor(ctx, person.id, { code: proof.code });
  await clearAttempts(ctx, { kind: 'second_step', emailKey, device });
  return 'totp';
}
