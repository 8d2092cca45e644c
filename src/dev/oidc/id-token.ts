import { createHmac, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import type { Fault } from './faults.ts';
import type { Grant } from './grants.ts';

export type SigningAlgorithm = 'ES256' | 'RS256';

export interface SigningKey {
  id: string;
  algorithm: SigningAlgorithm;
  privateKey: KeyObject;
  publicKey: KeyObject;
}

const makeKeyPair = promisify(generateKeyPair);

export async function makeSigningKey(algorithm: SigningAlgorithm, id: string): Promise<SigningKey> {
  const { privateKey, publicKey } =
    algorithm === 'ES256'
      ? await makeKeyPair('ec', { namedCurve: 'P-256' })
      : await makeKeyPair('rsa', { modulusLength: 2048 });
  return { id, algorithm, privateKey, publicKey };
}

/** As the key stands in the provider's key set. */
export function publicJwk({ id, algorithm, publicKey }: SigningKey): object {
  return { ...publicKey.export({ format: 'jwk' }), kid: id, alg: algorithm, use: 'sig' };
}

export interface IdTokenInput {
  issuer: string;
  clientSecret: string;
  grant: Grant;
  key: SigningKey;
  /** Seconds since 1970. */
  now: number;
  fault: Fault | undefined;
}

const secondsValid = 300;

export async function idToken(input: IdTokenInput): Promise<string> {
  const { key, fault, clientSecret } = input;
  const algorithm =
    fault === 'unsigned' ? 'none' : fault === 'signed_with_client_secret' ? 'HS256' : key.algorithm;
  const header = encode({ alg: algorithm, typ: 'JWT', kid: key.id });
  const signed = `${header}.${encode(claimsOf(input))}`;
  if (algorithm === 'none') return `${signed}.`;
  if (algorithm === 'HS256')
    return `${signed}.${createHmac('sha256', clientSecret).update(signed).digest('base64url')}`;
  const { privateKey } =
    fault === 'signed_by_somebody' ? await makeSigningKey(algorithm, key.id) : key;
  const signature = sign('sha256', Buffer.from(signed), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function claimsOf({ issuer, grant, now, fault }: IdTokenInput): Record<string, unknown> {
  const { person, clientId, nonce } = grant;
  const claims: Record<string, unknown> = {
    iss: issuer,
    sub: person.subject,
    aud: clientId,
    iat: now,
    exp: now + secondsValid,
    nonce,
    name: person.name,
    ...(person.email && { email: person.email, email_verified: person.emailVerified ?? true }),
  };
  return { ...claims, ...(fault && lies(issuer, now)[fault]) };
}

const lies = (issuer: string, now: number): Partial<Record<Fault, Record<string, unknown>>> => ({
  wrong_nonce: { nonce: 'somebody-elses' },
  no_nonce: { nonce: undefined },
  wrong_audience: { aud: 'another-client' },
  wrong_issuer: { iss: `${issuer}/elsewhere` },
  expired: { iat: now - 7200, exp: now - 3600 },
  not_yet_valid: { nbf: now + 3600 },
  clock_a_little_off: { iat: now + 15, nbf: now + 15 },
  no_subject: { sub: undefined },
});

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
