import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { HOTP, Secret, TOTP } from 'otpauth';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { fromBase32, hotp } from '../../../../test/support/authenticator-app.ts';
import { qrSvg } from './qr-code.ts';
import { newTotpSecret, otpauthUri, secondsPerStep, stepOfCode, typedKey } from './totp.ts';

const rfcSecret = Buffer.from('12345678901234567890');
const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

describe('the codes of an authenticator app (ID-05)', () => {
  it('are those of RFC 4226, appendix D', () => {
    const published = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489';
    const counters = published.split(' ').map((code, step) => ({ code, step }));
    const secret = new Secret({ buffer: new Uint8Array(rfcSecret).buffer });
    for (const { code, step } of counters) {
      expect(HOTP.generate({ secret, counter: step })).toBe(code);
      expect(hotp(rfcSecret, step)).toBe(code);
      expect(stepOfCode(rfcSecret, code, at(step * secondsPerStep))).toBe(step);
    }
  });

  it.each([
    [59, '94287082', '46119246', '90693936'],
    [1111111109, '07081804', '68084774', '25091201'],
    [1111111111, '14050471', '67062674', '99943326'],
    [1234567890, '89005924', '91819424', '93441116'],
    [2000000000, '69279037', '90698825', '38618901'],
    [20000000000, '65353130', '77737706', '47863826'],
  ])('are those of RFC 6238, appendix B, at %i seconds', (seconds, sha1, sha256, sha512) => {
    const seeds = { sha1: 20, sha256: 32, sha512: 64 };
    const published = { sha1, sha256, sha512 };
    for (const [algorithm, bytes] of Object.entries(seeds)) {
      const seed = Buffer.alloc(bytes, '1234567890');
      const secret = new Secret({ buffer: new Uint8Array(seed).buffer });
      const code = published[algorithm as keyof typeof seeds];
      const step = Math.floor(seconds / secondsPerStep);
      expect(TOTP.generate({ secret, algorithm, digits: 8, timestamp: seconds * 1000 })).toBe(code);
      expect(hotp(seed, step, 8, algorithm)).toBe(code);
    }
    // Six digits are the last six of eight.
    expect(stepOfCode(rfcSecret, sha1.slice(-6), at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it('agree with a second implementation for 1,000 random secrets and times', () => {
    for (let run = 0; run < 1000; run += 1) {
      const secret = newTotpSecret();
      const seconds = randomBytes(4).readUInt32BE() * 2;
      const step = Math.floor(seconds / 30);
      expect(stepOfCode(secret, hotp(secret, step), at(seconds))).toBe(step);
    }
  });

  it('count one step before and after their own, and no further: clocks may differ by that', () => {
    const secret = Buffer.from('a secret of these 20');
    const step = 58_000_000;
    const code = hotp(secret, step);
    for (const [seconds, counts] of [
      [-31, false],
      [-30, true],
      [-1, true],
      [0, true],
      [29, true],
      [59, true],
      [60, false],
    ] as const)
      expect(stepOfCode(secret, code, at(step * 30 + seconds))).toBe(counts ? step : undefined);
  });

  it.each(['287 082', ' 287082\n', '287-082', '２８７０８２'])('may be typed as %j', (typed) => {
    expect(stepOfCode(rfcSecret, typed, at(30))).toBe(1);
  });

  it.each(['', '28708', '2870822', '28708a', '0x45a3e', '-87082', '۲۸۷۰۸۲'])(
    'are never %j',
    (typed) => {
      expect(stepOfCode(rfcSecret, typed, at(30))).toBeUndefined();
    },
  );

  it('come from secrets of 160 bits, each its own', () => {
    const secrets = Array.from({ length: 1000 }, newTotpSecret);
    expect(secrets.every((secret) => secret.length * 8 === 160)).toBe(true);
    expect(new Set(secrets.map((secret) => secret.toString('hex'))).size).toBe(1000);
  });
});

describe('what an authenticator app is given (ID-05)', () => {
  it('is an address with every parameter that apps look at', () => {
    const uri = new URL(otpauthUri(rfcSecret, 'ada@example.com'));
    expect([uri.protocol, uri.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(uri.pathname)).toBe('/Etude:ada@example.com');
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      issuer: 'Etude',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });

  it('is also a key to type, in groups of four', () => {
    expect(typedKey(rfcSecret)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
    const secret = newTotpSecret();
    expect(fromBase32(typedKey(secret))).toEqual(secret);
  });

  it('is a drawing that reads back as that address, without a script or a style in it', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const uri = otpauthUri(newTotpSecret(), email);
        const svg = qrSvg(uri);
        expect(svg).not.toMatch(/script|style|on\w+=|href|&/i);
        expect(decodeQR(pixelsOf(svg))).toBe(uri);
      }),
      { numRuns: 20 },
    );
  });
});

/** Paints the squares of the drawing's one path, four pixels to a unit. */
function pixelsOf(svg: string): { width: number; height: number; data: Uint8Array } {
  const scale = 4;
  const numbers = (match: RegExpExecArray) => match.slice(1).map((text) => Number(text) * scale);
  const [width = 0, height = 0] = numbers(/viewBox="0 0 (\d+) (\d+)"/.exec(svg)!);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const square of svg.matchAll(/M(\d+),(\d+)h(\d+)/g)) {
    const [left = 0, top = 0, side = 0] = numbers(square);
    for (let y = top; y < top + side; y += 1)
      for (let x = left; x < left + side; x += 1)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
  }
  return { width, height, data };
}
