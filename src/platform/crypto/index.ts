import { createHmac, hash, randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let poolUsed = pool.length;

/**
 * Bytes that nobody can guess, at most 256 at a time. Asking the system costs as much as the rest of
 * a short request, so it is asked for many; what was handed out is wiped.
 */
export function randomBytes(count: number): Buffer {
  if (poolUsed + count > pool.length) {
    randomFillSync(pool);
    poolUsed = 0;
  }
  const bytes = Buffer.from(pool.subarray(poolUsed, poolUsed + count));
  pool.fill(0, poolUsed, poolUsed + count);
  poolUsed += count;
  return bytes;
}

/** An unguessable token in base64url; 32 bytes carry 256 bits. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}

/** HMAC-SHA-256 in base64url. */
export function hmac(secret: string, message: string): string {
  return createHmac('sha256', secret).update(message).digest('base64url');
}
