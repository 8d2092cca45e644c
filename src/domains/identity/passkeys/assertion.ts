import type { Ctx } from '../../../platform/context.ts';
import { recordAudit } from '../audit/audit.ts';
import { type ChallengeFor, spendChallenge } from './challenges.ts';
import { passkeyCopied, passkeyRefused, passkeyUnknown } from './errors.ts';
import { type ChallengePurpose, signedChallenge, userHandleOf } from './passkey.ts';
import { countPasskeys, type Credential, findCredential, recordUse } from './passkeys.queries.ts';
import { relyingParty, webauthn } from './relying-party.ts';
import type { AssertionResponse } from './schemas.ts';

export interface Assertion {
  response: AssertionResponse;
  purpose: Exclude<ChallengePurpose, 'register'>;
  /** Whose passkey it must be; the passkey itself says so when signing in. */
  personId?: string | undefined;
  /** As it was when the challenge was issued. */
  boundTo?: string | undefined;
}

export interface Proven {
  personId: string;
  /** Whether a finger or a PIN was asked for, so that the passkey counts as two factors. */
  userVerified: boolean;
}

/**
 * Checks what a passkey answered (WebAuthn Level 3, 7.2) and notes its use. The challenge is used up in any
 * case, so this is called outside of transactions that may be undone. Throws `invalid`
 * passkey_challenge_over, `unauthenticated` passkey_unknown, passkey_refused or passkey_copied.
 */
export async function verifyAssertion(ctx: Ctx, input: Assertion): Promise<Proven> {
  const { response, purpose, personId } = input;
  const challenge = signedChallenge(response.response.clientDataJSON);
  if (challenge === undefined) throw passkeyRefused();
  await spendChallenge(ctx, challenge, input satisfies ChallengeFor);
  const credential = await findCredential(ctx, Buffer.from(response.rawId, 'base64url'));
  if (!credential) throw passkeyUnknown();
  refuseOthers(credential, { response, purpose, personId });
  const { signCount, backedUp, userVerified } = await checkSignature(ctx, credential, {
    response,
    challenge,
    requireUserVerification: purpose !== 'second_step',
  });
  if (!(await recordUse(ctx, { id: credential.id, signCount, backedUp }))) {
    await recordAudit(ctx, {
      action: 'passkey_refused',
      personId: credential.personId,
      details: { passkeyId: credential.id },
    });
    throw passkeyCopied();
  }
  return { personId: credential.personId, userVerified };
}

export const passkeyCount = countPasskeys;

/** A discoverable passkey names its owner; any other answer must come from the person who was asked. */
function refuseOthers(
  credential: Credential,
  { response, purpose, personId }: Omit<Assertion, 'boundTo'>,
): void {
  const { userHandle } = response.response;
  const named = userHandle ? Buffer.from(userHandle, 'base64url') : undefined;
  const ownerNamed = named?.equals(userHandleOf(credential.personId));
  const fits =
    purpose === 'sign_in' ? ownerNamed : credential.personId === personId && ownerNamed !== false;
  if (!fits) throw passkeyRefused();
}

async function checkSignature(
  { config }: Ctx,
  credential: Credential,
  asked: { response: AssertionResponse; challenge: string; requireUserVerification: boolean },
): Promise<{ signCount: number; backedUp: boolean; userVerified: boolean }> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(config);
  const { verifyAuthenticationResponse } = await webauthn();
  const { response } = asked;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        ...response,
        response: { ...response.response, userHandle: response.response.userHandle ?? undefined },
        clientExtensionResults: {},
      },
      expectedChallenge: asked.challenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: asked.requireUserVerification,
      credential: {
        id: credential.credentialId.toString('base64url'),
        publicKey: new Uint8Array(credential.publicKey),
        counter: 0, // the update that notes the use compares it, so that two at once can't both pass
      },
    });
    const backupEligible = authenticationInfo.credentialDeviceType === 'multiDevice';
    if (verified && backupEligible === credential.backupEligible)
      return {
        signCount: authenticationInfo.newCounter,
        backedUp: authenticationInfo.credentialBackedUp,
        userVerified: authenticationInfo.userVerified,
      };
  } catch (error) {
    throw passkeyRefused(error);
  }
  throw passkeyRefused();
}
