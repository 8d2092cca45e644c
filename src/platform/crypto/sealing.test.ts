import { createDecipheriv } from 'node:crypto';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBytes } from './index.ts';
import { type KeyRing, readKeyRing } from './key-ring.ts';
import { keyVersionOf, seal, SealingError, unseal } from './sealing.ts';

const key = () => randomBytes(32).toString('base64');
const [first, second] = [key(), key()];
const ring = readKeyRing(`2:${second},1:${first}`);
const binding = { purpose: 'totp_secret', owner: 'ada' };
const plain = Buffer.from('a secret of twenty b');

describe('a sealed value (ID-05)', () => {
  it('opens again with the key that sealed it, also when that is no longer the current one', () => {
    const old = seal(readKeyRing(`1:${first}`), plain, binding);
    expect(keyVersionOf(old)).toBe(1);
    expect(unseal(ring, old, binding)).toEqual(plain);
    expect(keyVersionOf(seal(ring, plain, binding))).toBe(2);
  });

  it('is what any implementation of AES-256-GCM reads', () => {
    const sealed = seal(ring, plain, binding);
    const decipher = createDecipheriv(
      'aes-256-gcm',
      Buffer.from(second, 'base64'),
      sealed.subarray(3, 15),
    );
    decipher.setAAD(Buffer.from('\u0001\u0000\u0002["totp_secret","ada"]', 'latin1'));
    decipher.setAuthTag(sealed.subarray(-16));
    expect(Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()])).toEqual(
      plain,
    );
  });

  it('looks different each time, and shows nothing of what is in it', () => {
    const many = Array.from({ length: 1000 }, () => seal(ring, plain, binding));
    expect(new Set(many.map((one) => one.toString('hex'))).size).toBe(1000);
    expect(many.some((one) => one.includes(plain.subarray(0, 6)))).toBe(false);
  });

  it.each([
    ['another purpose', { purpose: 'phone', owner: 'ada' }],
    ['another person', { purpose: 'totp_secret', owner: 'bob' }],
    ['texts that only read alike when joined', { purpose: 'totp_secreta', owner: 'da' }],
  ])('does not open for %s', (_what, elsewhere) => {
    const sealed = seal(ring, plain, binding);
    expect(() => unseal(ring, sealed, elsewhere)).toThrow(SealingError);
  });

  it('does not open once any single bit has changed, or any end is missing', () => {
    const sealed = seal(ring, plain, binding);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => unseal(ring, changed, binding)).toThrow(SealingError);
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal(ring, sealed.subarray(0, length), binding)).toThrow(SealingError);
  });

  it('whose key was taken off the ring says which one is missing', () => {
    const sealed = seal(readKeyRing(`7:${first}`), plain, binding);
    expect(() => unseal(ring, sealed, binding)).toThrow(
      'a totp_secret is sealed with key 7, which ENCRYPTION_KEYS does not hold',
    );
  });

  it('comes back for any bytes and any binding', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.string(),
        fc.string(),
        (bytes, purpose, owner) => {
          const sealed = seal(ring, bytes, { purpose, owner });
          expect(unseal(ring, sealed, { purpose, owner }).equals(bytes)).toBe(true);
        },
      ),
    );
  });
});

describe('the key ring (ID-05, ID-15)', () => {
  it.each([
    ['nothing', '', /NUMBER:KEY/],
    ['a key without a number', first, /NUMBER:KEY/],
    ['a short key', `1:${randomBytes(16).toString('base64')}`, /NUMBER:KEY/],
    ['a key in base64url', `1:${'-_'.repeat(21)}A=`, /NUMBER:KEY/],
    ['a trailing comma', `1:${first},`, /NUMBER:KEY/],
    ['the number 0', `0:${first}`, /from 1 to 65535/],
    ['a number beyond two bytes', `65536:${first}`, /from 1 to 65535/],
    ['a number twice', `1:${first},01:${second}`, /two keys with the number 1/],
    ['zeros', `1:${Buffer.alloc(32).toString('base64')}`, /placeholder/],
    ['a repeated word', `1:${Buffer.from('changeme'.repeat(4)).toString('base64')}`, /placeholder/],
  ])('refuses %s and never repeats a key in its answer', (_what, text, reason) => {
    const read = () => readKeyRing(text);
    expect(read).toThrow(reason);
    expect(read).not.toThrow(first.slice(0, 8));
  });

  it('shows no key when it is printed', () => {
    const printed =
      inspect(ring, { depth: 9 }) + JSON.stringify([...(ring satisfies KeyRing).keys]);
    for (const secret of [first, second])
      for (const form of [secret, Buffer.from(secret, 'base64').toString('hex')])
        expect(printed).not.toContain(form);
  });
});
