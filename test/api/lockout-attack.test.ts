import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn, testPassword } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ env: { RATE_LIMIT_FACTOR: '1', TRUSTED_PROXIES: '127.0.0.1' } });
}, 120_000);
afterAll(() => world?.close());

const email = 'attacked@etude.example';
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const logIn = (password: string, address: string, headers: Record<string, string> = {}) =>
  world.inject({
    method: 'POST',
    url: '/api/v1/auth/login',
    payload: { email, password },
    headers: { 'x-forwarded-for': address, ...headers },
  });

describe('an attack on one account', () => {
  it('of 300 guesses an hour from as many addresses never keeps its owner out (ID-09, ID-10)', async () => {
    const { cookie } = await signIn(world, email, ['learner']);
    const device = cookie.split('; ').find((pair) => pair.includes('_device='))!;
    const answered = new Map<number, number>();
    for (let guess = 1; guess <= 300; guess += 1) {
      const { statusCode } = await logIn(
        `Wrong-Garden-${guess}`,
        `203.0.${guess >> 8}.${guess & 255}`,
      );
      answered.set(statusCode, (answered.get(statusCode) ?? 0) + 1);
      world.clock.advance({ seconds: 12 });
      if (guess % 60 > 0) continue;
      // On the move, so that each time is another address; the browser is the same.
      const own = await logIn(testPassword, `198.51.100.${guess / 60}`, {
        cookie: device,
        'user-agent': userAgent,
      });
      expect(own.statusCode, `after ${guess} guesses: ${own.body}`).toBe(200);
    }
    // Few guesses were even looked at: the rest met the limit or the lock.
    expect(new Set(answered.keys())).toEqual(new Set([401, 429]));
    expect(answered.get(401)).toBeLessThanOrEqual(5 * 5);
  });

  it('keeps out whoever signs in with a browser that the account does not know, for a while (ID-09)', async () => {
    const stranger = await logIn(testPassword, '198.51.100.200');
    expect(stranger.statusCode).toBe(429);
    expect(Number(stranger.headers['retry-after'])).toBeGreaterThan(0);
  });
});
