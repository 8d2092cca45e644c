import { HOTP, Secret, TOTP } from 'otpauth';
import { randomBytes } from '../../../platform/crypto/index.ts';

/** RFC 4226, 4: at least 128 bits, 160 recommended; also the length of the hash. */
const secretBytes = 20;
export const secondsPerStep = 30;
/** Clocks may differ by one step either way (RFC 6238, 5.2 and 6); more would only help a guesser. */
const stepsApart = 1;
const issuer = 'Etude';

export const newTotpSecret = (): Buffer => randomBytes(secretBytes);

/** The secret in base32, in groups of four, for typing it into an app. */
export function typedKey(secret: Buffer): string {
  return secretOf(secret).base32.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** What an authenticator app reads from the QR code. SHA-1, 6 digits, 30 s: all that every app can do. */
export function otpauthUri(secret: Buffer, account: string): string {
  return new TOTP({
    issuer,
    label: account,
    secret: secretOf(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: secondsPerStep,
  }).toString();
}

/**
 * The step that the code belongs to, if it is this one or one beside it. Whether the step was used
 * before is for the caller to settle. Spaces, as apps show them, don't matter.
 */
export function stepOfCode(
  secret: Buffer,
  code: string,
  now: Temporal.Instant,
): number | undefined {
  const token = code.normalize('NFKC').replaceAll(/[\s-]/g, '');
  if (!/^[0-9]{6}$/.test(token)) return undefined;
  const counter = Math.floor(now.epochMilliseconds / 1000 / secondsPerStep);
  const delta = HOTP.validate({
    token,
    secret: secretOf(secret),
    algorithm: 'SHA1',
    digits: 6,
    counter,
    window: stepsApart,
  });
  return delta === null ? undefined : counter + delta;
}

/** A copy: a Buffer may share its memory with others. */
function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer });
}
