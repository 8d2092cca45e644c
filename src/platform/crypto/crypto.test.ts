import { expect, it } from 'vitest';
import { randomBytes, randomToken } from './index.ts';

it('random bytes are never handed out twice, also where one pool ends and the next begins', () => {
  const tokens = Array.from({ length: 5000 }, () => randomToken());
  expect(new Set(tokens).size).toBe(tokens.length);
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
});

it('random bytes belong to the caller: a later call does not change them', () => {
  const first = randomBytes(16);
  const copy = Buffer.from(first);
  for (let count = 0; count < 1000; count += 1) randomBytes(16);
  expect(first.equals(copy)).toBe(true);
  expect(first.equals(Buffer.alloc(16))).toBe(false);
});
