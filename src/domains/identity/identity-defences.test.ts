import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { clearAllAttempts } from './lockout/attempts.ts';
import { createPerson, hashPassword, identityDomain } from './index.ts';

const password = 'Tidy-Garden-42';
const known = 'known@example.com';

const worldWith = (env: Record<string, string>) =>
  startTestWorld({ domains: [identityDomain], env });
const addKnown = async ({ ctx }: World) =>
  createPerson(ctx, {
    email: known,
    displayName: 'Ada',
    verified: true,
    passwordHash: await hashPassword(password),
  });

describe('the time an answer takes', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldWith({ RATE_LIMIT_FACTOR: '1000' });
    await addKnown(world);
  });
  afterAll(() => world?.close());

  const rounds = 15;
  let stranger = 0;

  async function medianMilliseconds(
    path: string,
    payload: (email: string) => object,
  ): Promise<{ known: number; unknown: number }> {
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      await clearAllAttempts(world.ctx, known); // else the sixth is refused before any work
      for (const kind of ['known', 'unknown'] as const) {
        const email = kind === 'known' ? known : `stranger${++stranger}@example.com`;
        const start = performance.now();
        await world.inject({
          method: 'POST',
          url: `/api/v1/auth/${path}`,
          payload: payload(email),
        });
        times[kind].push(performance.now() - start);
      }
    }
    const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;
    return { known: median(times.known), unknown: median(times.unknown) };
  }

  it.each([
    ['register', (email: string) => ({ email, password, displayName: 'Ada' })],
    ['login', (email: string) => ({ email, password: 'Wrong-Garden-43' })],
    ['forgot-password', (email: string) => ({ email })],
    ['resend-verification', (email: string) => ({ email })],
  ])('does not tell on %s whether the address is known (ID-03)', async (path, payload) => {
    const median = await medianMilliseconds(path, payload);
    // Leaving the hash out for strangers would make a factor of ten; a busy machine stays below two.
    expect(
      Math.max(median.known, median.unknown) / Math.min(median.known, median.unknown),
    ).toBeLessThan(2);
  });
});

describe('the limits on tries', () => {
  let world: World;
  beforeAll(async () => {
    world = await worldWith({
      RATE_LIMIT_FACTOR: '1',
      PUBLIC_URL: 'https://etude.example',
      TRUSTED_PROXIES: '127.0.0.1',
    });
    await addKnown(world);
  });
  afterAll(() => world?.close());

  const from = (address: string) => ({ 'x-forwarded-for': address });
  const post = (path: string, payload: object, address: string) =>
    world.inject({ method: 'POST', url: `/api/v1/auth/${path}`, payload, headers: from(address) });

  it.each([
    [
      'register',
      3,
      (n: number) => ({ email: `new${n}@example.com`, password, displayName: 'Ada' }),
    ],
    ['login', 5, (n: number) => ({ email: `login${n}@example.com`, password })],
    ['forgot-password', 3, (n: number) => ({ email: `forgot${n}@example.com` })],
    ['reset-password', 5, () => ({ token: 'invented', password })],
  ])('on %s is %i per address of the sender (ID-10)', async (path, points, payload) => {
    const address = `203.0.113.${path.length}`;
    for (let n = 0; n < points; n++)
      expect((await post(path, payload(n), address)).statusCode).not.toBe(429);
    const refused = await post(path, payload(99), address);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.headers).toHaveProperty('ratelimit-remaining', '0');
    expect((await post(path, payload(99), '203.0.113.200')).statusCode).not.toBe(429);
  });

  it('also counts per account, however it is spelled (ID-10)', async () => {
    const spellings = [
      'Victim@example.com',
      'victim@EXAMPLE.com',
      ' victim@example.com',
      'VICTIM@example.com',
      'victim@example.com',
    ];
    for (const [n, email] of spellings.entries())
      expect((await post('login', { email, password }, `198.51.100.${n}`)).statusCode).toBe(401);
    expect(
      (await post('login', { email: 'victim@example.com', password }, '198.51.100.99')).statusCode,
    ).toBe(429);
  });

  it('leave the session cookie pinned to this host over https (ID-02)', async () => {
    const { cookies } = await post('login', { email: known, password }, '192.0.2.1');
    const pinned = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/' };
    expect(cookies).toMatchObject([
      { ...pinned, name: '__Host-etude_device' },
      { ...pinned, name: '__Host-etude_session' },
    ]);
  });
});
