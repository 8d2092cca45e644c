import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import type {
  CreationOptions,
  RequestOptions,
} from '../../src/domains/identity/passkeys/schemas.ts';

/** How an answer may differ from what an honest browser and authenticator would give. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  /** In place of "webauthn.create" or "webauthn.get". */
  type?: string;
  challenge?: string;
  crossOrigin?: boolean;
  userPresent?: boolean;
  userVerified?: boolean;
  backupEligible?: boolean;
  backedUp?: boolean;
  signCount?: number;
  userHandle?: string | null;
  /** Signs with this key instead of its own. */
  key?: KeyObject;
  credentialId?: Buffer;
  /** Of the attestation; "packed" is signed by the passkey itself. */
  format?: string;
  statement?: Map<string, unknown>;
  algorithm?: number;
}

export interface SoftPasskey {
  credentialId: Buffer;
  userHandle: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  signCount: number;
}

/**
 * An authenticator in software that holds ES256 passkeys (WebAuthn Level 3, 6), behind a browser that
 * visits `origin`. `counting` makes it raise its counter with each use, as devices do that are not synced.
 */
export function softAuthenticator(origin: string, { counting = false } = {}) {
  const ownRpId = new URL(origin).hostname;
  const passkeys: SoftPasskey[] = [];
  const backup = (deviation: Deviation) => ({
    backupEligible: deviation.backupEligible ?? !counting,
    backedUp: deviation.backedUp ?? !counting,
  });

  return {
    passkeys,

    /** navigator.credentials.create() */
    create(options: CreationOptions, deviation: Deviation = {}) {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const passkey: SoftPasskey = {
        credentialId: deviation.credentialId ?? randomBytes(32),
        userHandle: options.user.id,
        privateKey,
        publicKey,
        signCount: deviation.signCount ?? (counting ? 1 : 0),
      };
      passkeys.push(passkey);
      const clientData = clientDataJson(
        { type: 'webauthn.create', challenge: options.challenge, origin },
        deviation,
      );
      const authData = authenticatorData({
        rpId: deviation.rpId ?? ownRpId,
        ...deviation,
        ...backup(deviation),
        signCount: passkey.signCount,
        attested: attestedData(passkey, deviation.algorithm ?? -7),
      });
      const format = deviation.format ?? 'none';
      const signed = Buffer.concat([authData, sha256(clientData)]);
      const selfSigned = new Map<string, unknown>([
        ['alg', -7],
        ['sig', sign('sha256', signed, deviation.key ?? privateKey)],
      ]);
      const statement =
        deviation.statement ?? (format === 'packed' ? selfSigned : new Map<string, unknown>());
      const attestationObject = cbor(
        new Map<string, unknown>([
          ['fmt', format],
          ['attStmt', statement],
          ['authData', authData],
        ]),
      );
      return {
        ...named(passkey),
        response: {
          clientDataJSON: clientData.toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal', 'hybrid', 'carrier-pigeon'],
        },
      };
    },

    /** navigator.credentials.get(); answers with its newest passkey unless another is given. */
    get(options: RequestOptions, deviation: Deviation = {}, passkey = passkeys.at(-1)!) {
      if (counting) passkey.signCount += 1;
      const clientData = clientDataJson(
        { type: 'webauthn.get', challenge: options.challenge, origin },
        deviation,
      );
      const authData = authenticatorData({
        rpId: deviation.rpId ?? ownRpId,
        ...deviation,
        ...backup(deviation),
        signCount: deviation.signCount ?? passkey.signCount,
      });
      const signed = Buffer.concat([authData, sha256(clientData)]);
      const userHandle =
        deviation.userHandle === undefined ? passkey.userHandle : deviation.userHandle;
      return {
        ...named(passkey),
        response: {
          clientDataJSON: clientData.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', signed, deviation.key ?? passkey.privateKey).toString(
            'base64url',
          ),
          ...(userHandle !== null && { userHandle }),
        },
      };
    },
  };
}

export type SoftAuthenticator = ReturnType<typeof softAuthenticator>;

function named({ credentialId }: SoftPasskey) {
  const id = credentialId.toString('base64url');
  return {
    id,
    rawId: id,
    type: 'public-key' as const,
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
  };
}

function clientDataJson(
  told: { type: string; challenge: string; origin: string },
  { type, challenge, origin, crossOrigin = false }: Deviation,
): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: type ?? told.type,
      challenge: challenge ?? told.challenge,
      origin: origin ?? told.origin,
      crossOrigin,
    }),
  );
}

interface AuthenticatorData {
  rpId: string;
  userPresent?: boolean;
  userVerified?: boolean;
  backupEligible: boolean;
  backedUp: boolean;
  signCount: number;
  attested?: Buffer;
}

function authenticatorData(said: AuthenticatorData): Buffer {
  const { userPresent = true, userVerified = true, attested } = said;
  const flags =
    (userPresent ? 0x01 : 0) |
    (userVerified ? 0x04 : 0) |
    (said.backupEligible ? 0x08 : 0) |
    (said.backedUp ? 0x10 : 0) |
    (attested ? 0x40 : 0);
  const count = Buffer.alloc(4);
  count.writeUInt32BE(said.signCount);
  return Buffer.concat([
    sha256(Buffer.from(said.rpId)),
    Buffer.from([flags]),
    count,
    attested ?? Buffer.alloc(0),
  ]);
}

/** AAGUID (none), credential id and the public key as COSE_Key (RFC 9053, 7.1.1). */
function attestedData({ credentialId, publicKey }: SoftPasskey, algorithm: number): Buffer {
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  const key = cbor(
    new Map<number, unknown>([
      [1, 2],
      [3, algorithm],
      [-1, 1],
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(credentialId.length);
  return Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

/** The part of CBOR (RFC 8949) that authenticators write: integers, bytes, texts, arrays, maps. */
function cbor(value: unknown): Buffer {
  if (typeof value === 'number') return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value);
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value]);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([cborHead(3, bytes.length), bytes]);
  }
  if (Array.isArray(value))
    return Buffer.concat([cborHead(4, value.length), ...value.map((item) => cbor(item))]);
  if (value instanceof Map)
    return Buffer.concat([
      cborHead(5, value.size),
      ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)]),
    ]);
  throw new TypeError(`no CBOR for ${typeof value}`);
}

function cborHead(major: number, count: number): Buffer {
  const type = major << 5;
  if (count < 24) return Buffer.from([type | count]);
  if (count < 0x100) return Buffer.from([type | 24, count]);
  if (count < 0x1_0000) return Buffer.from([type | 25, count >> 8, count & 0xff]);
  const head = Buffer.alloc(5);
  head[0] = type | 26;
  head.writeUInt32BE(count, 1);
  return head;
}
