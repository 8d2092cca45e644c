import type { FastifyReply, FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import type { Config } from '../config/index.ts';
import { addressKey, rateLimits } from './rate-limit.ts';

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

it('counts in its own memory, without a wait, while Redis is away (ID-10)', async () => {
  const limits = await rateLimits({
    rateLimitFactor: 1,
    redisUrl: 'redis://127.0.0.1:1',
  } as Config);
  const reply = { header: () => reply } as unknown as FastifyReply;
  const rule = { name: 'redis-away', points: 3, windowSeconds: 60 };
  const ask = () => limits.consume(rule, { ip: '203.0.113.7' } as FastifyRequest, reply);
  const began = performance.now();
  for (let i = 0; i < rule.points; i++) await ask();
  await expect(ask()).rejects.toMatchObject({ code: 'rate_limited' });
  expect(performance.now() - began).toBeLessThan(1_000);
  limits.close();
});
