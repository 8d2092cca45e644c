import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Config } from '../../../platform/config/index.ts';
import { hmac } from '../../../platform/crypto/index.ts';

export const codeMinutes = 10;
export const triesMax = 5;
export const coolDownSeconds = 60;

export const makeCode = () => randomInt(1_000_000).toString().padStart(6, '0');

/** Keyed, since a million codes are hashed in no time by who has read the table. */
export function hashCode({ secretKey }: Config, codeId: string, code: string): Buffer {
  return Buffer.from(hmac(secretKey, `phone-code:${codeId}:${code}`), 'base64url');
}

export function codeMatches(
  config: Config,
  { id, codeHash }: { id: string; codeHash: Buffer },
  code: string,
): boolean {
  return timingSafeEqual(hashCode(config, id, code), codeHash);
}

/** The six digits, however they were spaced; undefined for anything else. */
export function readCode(input: string): string | undefined {
  const digits = input.normalize('NFKC').replaceAll(/[\s-]/g, '');
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}

/** The last line lets a phone offer the code to our pages alone (https://wicg.github.io/sms-one-time-codes). */
export function codeText(config: Config, code: string): string {
  const words = `${code} is your Etude code. It works for ${codeMinutes} minutes. Never tell it to anybody.`;
  const { protocol, hostname } = new URL(config.publicUrl);
  return protocol === 'https:' ? `${words}\n\n@${hostname} #${code}` : words;
}
