import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** An unguessable token in base64url; 32 bytes carry 256 bits. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** HMAC-SHA-256 in base64url. */
export function hmac(secret: string, message: string): string {
  return createHmac('sha256', secret).update(message).digest('base64url');
}

/** Compares in a time that does not depend on where the texts differ. */
export function timingSafeEqualText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
