import { randomBytes, sha256 } from '../../../platform/crypto/index.ts';

export const backupCodesMax = 10;
/** From here on the person is told to make new ones. */
export const backupCodesFew = 3;

/** Crockford's: no I, L, O, U, so that nothing is mistaken in handwriting. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const characters = 16;
const groupLength = 4;

/** 80 random bits as `7K3M-9QXR-2DWA-H5TN`. */
export function newBackupCode(): string {
  const bits = BigInt(`0x${randomBytes((characters * 5) / 8).toString('hex')}`);
  const text = Array.from(
    { length: characters },
    (_, at) => alphabet[Number((bits >> BigInt(5 * (characters - 1 - at))) & 31n)],
  ).join('');
  return text.match(new RegExp(`.{${groupLength}}`, 'g'))!.join('-');
}

/** What was meant, whatever the case, the spaces, the dashes, and I, L, O for 1, 1, 0; undefined when it is no code. */
export function readBackupCode(input: string): string | undefined {
  const text = input
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.]/gu, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
  const known = text.length === characters && [...text].every((one) => alphabet.includes(one));
  return known ? text : undefined;
}

/**
 * What is stored. A plain hash is enough: of 80 random bits nobody finds one by trying (at 10^12 hashes
 * a second, in 19,000 years), so a slow hash would only slow sign-in down, and a key would make
 * replacing that key cost everybody their codes. With the person in it, no table serves two.
 */
export function backupCodeHash(personId: string, readCode: string): Buffer {
  return sha256(`backup_code:${personId}:${readCode}`);
}
