import { expect, it } from 'vitest';
import { addressKey } from './rate-limit.ts';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2'],
  ['2001:0db8:0001:0002:ffff:ffff:ffff:ffff', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
])('counts %s as %s: an IPv6 home is one address (ID-10)', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
