import type { Ctx } from '../../../platform/context.ts';
import { challengeMs, issueChallenge } from './challenges.ts';
import { type ChallengePurpose, userHandleOf } from './passkey.ts';
import { type Credential, findCredentials } from './passkeys.queries.ts';
import { relyingParty } from './relying-party.ts';
import type { CreationOptions, RequestOptions } from './schemas.ts';

/** COSE algorithms, best first: EdDSA, ES256, RS256. */
export const algorithms = [-8, -7, -257];

export interface AskForPasskey {
  purpose: Exclude<ChallengePurpose, 'register'>;
  /** Whose passkeys may answer; anybody's when signing in. */
  personId?: string | undefined;
  boundTo?: string | undefined;
}

/**
 * What a browser needs to ask for a proof. A passkey that stands alone (sign-in, confirming) must verify
 * its owner, by a finger or a PIN; as a second step, having it is enough.
 */
export async function requestOptions(ctx: Ctx, input: AskForPasskey): Promise<RequestOptions> {
  const challenge = await issueChallenge(ctx, input);
  const credentials = input.personId ? await findCredentials(ctx, input.personId) : [];
  return {
    challenge: challenge.toString('base64url'),
    rpId: relyingParty(ctx.config).id,
    timeout: challengeMs,
    userVerification: input.purpose === 'second_step' ? 'preferred' : 'required',
    allowCredentials: credentials.map(descriptorOf),
  };
}

export interface AskForNewPasskey {
  personId: string;
  email: string;
  displayName: string;
  boundTo: string;
}

/** What a browser needs to make a passkey; one that the person has already is not made twice. */
export async function creationOptions(
  ctx: Ctx,
  { personId, email, displayName, boundTo }: AskForNewPasskey,
): Promise<CreationOptions> {
  const challenge = await issueChallenge(ctx, { purpose: 'register', personId, boundTo });
  const { id, name } = relyingParty(ctx.config);
  return {
    challenge: challenge.toString('base64url'),
    rp: { id, name },
    user: { id: userHandleOf(personId).toString('base64url'), name: email, displayName },
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout: challengeMs,
    excludeCredentials: (await findCredentials(ctx, personId)).map(descriptorOf),
    authenticatorSelection: {
      residentKey: 'preferred',
      requireResidentKey: false,
      userVerification: 'preferred',
    },
    attestation: 'none',
    extensions: { credProps: true },
  };
}

const descriptorOf = ({ credentialId, transports }: Credential) => ({
  type: 'public-key' as const,
  id: credentialId.toString('base64url'),
  transports,
});
