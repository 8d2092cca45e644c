import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, isConstraint, newId } from '../../../platform/db/index.ts';
import { recordAudit } from '../audit/audit.ts';
import { passkeyAdded } from '../events.ts';
import { lockPerson } from '../people/people.queries.ts';
import { spendChallenge } from './challenges.ts';
import { passkeyExists, passkeyMalformed, passkeysFull } from './errors.ts';
import { algorithms } from './passkey-options.ts';
import { knownTransports, normalisePasskeyName, signedChallenge } from './passkey.ts';
import { findFreePlace, insertPasskey, type NewPasskey } from './passkeys.queries.ts';
import { relyingParty, webauthn } from './relying-party.ts';
import type { RegistrationResponse } from './schemas.ts';

export interface RegisterPasskey {
  personId: string;
  response: RegistrationResponse;
  name: string;
  boundTo: string;
}

/**
 * Adds a passkey (WebAuthn Level 3, 7.1). Throws `invalid` passkey_name_malformed, passkey_challenge_over,
 * passkey_malformed; `conflict` passkey_exists, passkeys_full.
 */
export async function registerPasskey(
  ctx: Ctx,
  { personId, response, name: typed, boundTo }: RegisterPasskey,
): Promise<string> {
  const name = normalisePasskeyName(typed);
  const challenge = signedChallenge(response.response.clientDataJSON);
  if (challenge === undefined) throw passkeyMalformed();
  await spendChallenge(ctx, challenge, { purpose: 'register', personId, boundTo });
  const made = await checkAttestation(ctx, response, challenge);
  const id = newId(ctx.clock);
  try {
    await inTransaction(ctx, async (ctx) => {
      await lockPerson(ctx, personId);
      const place = await findFreePlace(ctx, personId);
      if (place === null) throw passkeysFull();
      await insertPasskey(ctx, { ...made, id, personId, place, name });
      await ctx.events.publish(ctx, passkeyAdded, { personId, passkeyId: id });
      await recordAudit(ctx, { action: 'passkey_added', personId, details: { passkeyId: id } });
    });
  } catch (error) {
    if (isConstraint(error, 'passkeys_credential_unique')) throw passkeyExists();
    throw error;
  }
  return id;
}

type Made = Omit<NewPasskey, 'id' | 'personId' | 'place' | 'name'>;

async function checkAttestation(
  { config }: Ctx,
  response: RegistrationResponse,
  expectedChallenge: string,
): Promise<Made> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(config);
  const { verifyRegistrationResponse } = await webauthn();
  const transports = knownTransports(response.response.transports);
  try {
    await refuseCertificates(response.response.attestationObject);
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        ...response,
        response: { ...response.response, transports },
        clientExtensionResults: {},
      },
      expectedChallenge,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: false,
      supportedAlgorithmIDs: algorithms,
    });
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo!;
    if (verified)
      return {
        credentialId: Buffer.from(credential.id, 'base64url'),
        publicKey: Buffer.from(credential.publicKey),
        signCount: credential.counter,
        transports,
        backupEligible: credentialDeviceType === 'multiDevice',
        backedUp: credentialBackedUp,
      };
  } catch (error) {
    throw passkeyMalformed(error);
  }
  throw passkeyMalformed();
}

/**
 * We ask for no attestation, so an answer has none or is signed by the new key itself. Certificates would
 * make the library fetch revocation lists from addresses that they name.
 */
async function refuseCertificates(attestationObject: string): Promise<void> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const decoded = decodeAttestationObject(
    new Uint8Array(Buffer.from(attestationObject, 'base64url')),
  );
  const format = decoded.get('fmt');
  const plain = format === 'none' || (format === 'packed' && !decoded.get('attStmt').get('x5c'));
  if (!plain) throw new Error(`attestation of format ${format} was not asked for`);
}
