import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomBytes } from './index.ts';
import type { KeyRing } from './key-ring.ts';

/** What a sealed value is for and whose it is: moved to another place or row, it does not open. */
export interface Binding {
  purpose: string;
  owner: string;
}

/** A fault of the installation, not of a request: a key is missing, or the value was changed. */
export class SealingError extends Error {
  override name = 'SealingError';
}

// format (1 byte) | key version (2, big endian) | nonce (12) | ciphertext | tag (16)
const format = 1;
const nonceAt = 3;
const textAt = nonceAt + 12;
const tagBytes = 16;

/**
 * AES-256-GCM with the ring's current key. Random nonces of 96 bits are safe for 2^32 values of one
 * key (NIST SP 800-38D, 8.3); one value per person stays far below.
 */
export function seal(ring: KeyRing, plain: Uint8Array, binding: Binding): Buffer {
  const head = Buffer.alloc(nonceAt);
  head.writeUInt8(format, 0);
  head.writeUInt16BE(ring.current, 1);
  const nonce = randomBytes(textAt - nonceAt);
  const cipher = createCipheriv('aes-256-gcm', ring.keys.get(ring.current)!, nonce);
  cipher.setAAD(boundTo(head, binding));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, nonce, text, cipher.getAuthTag()]);
}

/** Throws SealingError when the ring lacks the value's key, or the value is not what was sealed for this binding. */
export function unseal(ring: KeyRing, sealed: Buffer, binding: Binding): Buffer {
  const version = keyVersionOf(sealed);
  const key = ring.keys.get(version);
  if (!key)
    throw new SealingError(
      `a ${binding.purpose} is sealed with key ${version}, which ENCRYPTION_KEYS does not hold`,
    );
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(nonceAt, textAt), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(boundTo(sealed.subarray(0, nonceAt), binding));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(textAt, -tagBytes)), decipher.final()]);
  } catch (cause) {
    throw new SealingError(
      `a ${binding.purpose} does not open with key ${version}: it was changed, or moved from elsewhere`,
      { cause },
    );
  }
}

/** The number of the key that sealed the value. */
export function keyVersionOf(sealed: Buffer): number {
  if (sealed.length < textAt + tagBytes || sealed[0] !== format)
    throw new SealingError('this is no sealed value');
  return sealed.readUInt16BE(1);
}

/** As JSON, so that no two bindings read alike. */
function boundTo(head: Buffer, { purpose, owner }: Binding): Buffer {
  return Buffer.concat([head, Buffer.from(JSON.stringify([purpose, owner]))]);
}
