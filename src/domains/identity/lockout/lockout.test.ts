import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  newEmail,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { openTab } from '../../../../test/support/tab.ts';
import { accountLocked, passwordResetRequested } from '../events.ts';
import { tables } from '../tables.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => {
  world.clock.advance({ minutes: 1 }); // so that what earlier tests put off is done now
  return world.settle();
});

const wrong = 'Wrong-Garden-45';
const guess = (email: string, password = wrong) => world.post('login', { email, password });
const told = () => world.heard.filter(({ event }) => event === accountLocked.name);

async function failFiveTimes(email: string): Promise<void> {
  for (let n = 0; n < 5; n++) expect((await guess(email)).statusCode).toBe(401);
}

describe('after five wrong passwords', () => {
  it('an account is locked for 15 minutes, even for the right one, and then unlocks (ID-09)', async () => {
    const email = await world.verified();
    await failFiveTimes(email);
    world.clock.advance({ minutes: 5 });
    const locked = await guess(email, gardenPassword);
    expect(locked.statusCode).toBe(429);
    expect(locked.json()).toMatchObject({
      code: 'account_locked',
      details: { retryAfterSeconds: 600 },
    });
    expect(locked.headers['retry-after']).toBe('600');
    world.clock.advance({ minutes: 10 });
    expect((await guess(email, gardenPassword)).statusCode).toBe(200);
  });

  it('asking on does not lengthen the lock (ID-09)', async () => {
    const email = await world.verified();
    await failFiveTimes(email);
    for (let n = 0; n < 14; n++) {
      world.clock.advance({ minutes: 1 });
      expect((await guess(email)).statusCode).toBe(429);
    }
    world.clock.advance({ minutes: 1 });
    expect((await guess(email, gardenPassword)).statusCode).toBe(200);
  });

  it('an unknown address answers just the same (ID-03, ID-09)', async () => {
    const [known, unknown] = [await world.verified(), newEmail()];
    const answers = { known: [] as unknown[], unknown: [] as unknown[] };
    for (let n = 0; n < 7; n++)
      for (const [kind, email] of [
        ['known', known],
        ['unknown', unknown],
      ] as const) {
        const { statusCode, headers, body } = await guess(email);
        const { date: _date, 'x-request-id': id, ...told } = headers;
        answers[kind].push([statusCode, told, body.replace(String(id), '')]);
      }
    expect(answers.unknown).toEqual(answers.known);
    expect(answers.known.map((answer) => (answer as unknown[])[0])).toEqual([
      401, 401, 401, 401, 401, 429, 429,
    ]);
  });

  it('no cookie is set by a failure, or it would tell something (ID-03)', async () => {
    const email = await world.verified();
    const browser = openTab(world);
    await browser.post('/auth/login', { email, password: gardenPassword });
    for (let n = 0; n < 6; n++)
      expect(
        (await browser.post('/auth/login', { email, password: wrong })).headers,
      ).not.toHaveProperty('set-cookie');
  });
});

describe('the count of wrong passwords', () => {
  it('begins anew after a success, and after 15 quiet minutes (ID-09)', async () => {
    const email = await world.verified();
    for (let n = 0; n < 4; n++) await guess(email);
    expect((await guess(email, gardenPassword)).statusCode).toBe(200);
    for (let n = 0; n < 4; n++) await guess(email);
    world.clock.advance({ minutes: 15 });
    for (let n = 0; n < 4; n++) expect((await guess(email)).statusCode).toBe(401);
    expect((await guess(email, gardenPassword)).statusCode).toBe(200);
  });

  it('does not count the right password of an unconfirmed address (ID-09)', async () => {
    const email = newEmail();
    await world.register(email);
    for (let n = 0; n < 7; n++)
      expect((await guess(email, gardenPassword)).json().code).toBe('email_unverified');
  });

  it('lets five of a hundred guesses at once be looked at (ID-09)', async () => {
    const email = await world.verified();
    const answers = await Promise.all(Array.from({ length: 100 }, () => guess(email)));
    const byStatus = Object.groupBy(answers, ({ statusCode }) => statusCode);
    expect(Object.keys(byStatus).sort()).toEqual(['401', '429']);
    expect(byStatus[401]).toHaveLength(5);
  });

  it('says nothing about whose it is (ID-09)', async () => {
    const email = newEmail();
    await guess(email);
    const rows = await tables(world.ctx).selectFrom('identity.lockouts').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(email);
  });
});

describe('a browser that has signed in before', () => {
  it('is not locked out by strangers, however many try (ID-09)', async () => {
    const email = await world.verified();
    const own = openTab(world);
    await own.post('/auth/login', { email, password: gardenPassword });
    for (let n = 0; n < 12; n++) await guess(email);
    expect((await guess(email, gardenPassword)).statusCode).toBe(429);
    for (let n = 0; n < 3; n++)
      expect((await own.post('/auth/login', { email, password: gardenPassword })).statusCode).toBe(
        200,
      );
    // Nor does its success give the strangers more guesses.
    expect((await guess(email)).statusCode).toBe(429);
  });

  it('has five tries of its own (ID-09)', async () => {
    const email = await world.verified();
    const own = openTab(world);
    await own.post('/auth/login', { email, password: gardenPassword });
    for (let n = 0; n < 5; n++)
      expect((await own.post('/auth/login', { email, password: wrong })).statusCode).toBe(401);
    expect((await own.post('/auth/login', { email, password: gardenPassword })).statusCode).toBe(
      429,
    );
    expect((await guess(email, gardenPassword)).statusCode).toBe(200);
  });

  it('is known by a cookie that nobody can make, move or lengthen (ID-09)', async () => {
    const [email, other] = [await world.verified(), await world.verified()];
    const own = openTab(world);
    await own.post('/auth/login', { email, password: gardenPassword });
    const real = own.cookies.get('etude_device')!;
    await failFiveTimes(email);
    await failFiveTimes(other);
    const [id, mark] = real.split('.');
    const forged = [
      `${id}.${'A'.repeat(22)}`,
      `01890000-0000-7000-8000-000000000000.${mark}`,
      `${real}.${mark}.${mark}.${mark}.${mark}.${mark}`,
      `${real}${'x'.repeat(5_000)}`,
      'nonsense',
      id!,
    ];
    for (const cookie of forged) {
      const thief = openTab(world);
      thief.cookies.set('etude_device', cookie);
      const answer = await thief.post('/auth/login', { email, password: gardenPassword });
      expect([answer.statusCode, cookie.slice(0, 20)]).toEqual([429, cookie.slice(0, 20)]);
    }
    const elsewhere = await own.post('/auth/login', { email: other, password: gardenPassword });
    expect(elsewhere.statusCode).toBe(429);
  });
});

describe('the owner of a locked account', () => {
  it('is told, once a day, and finds it in the log (ID-09, ID-12)', async () => {
    const email = await world.verified();
    for (const round of [1, 2]) {
      await failFiveTimes(email);
      world.clock.advance({ seconds: 30 });
      await world.runJobs();
      expect(told(), `round ${round}`).toHaveLength(1);
      world.clock.advance({ minutes: 15 });
    }
    world.clock.advance({ hours: 24 });
    await failFiveTimes(email);
    world.clock.advance({ seconds: 30 });
    await world.runJobs();
    expect(told()).toHaveLength(2);
  });

  it('is not told when the fifth try was right (ID-09)', async () => {
    const email = await world.verified();
    for (let n = 0; n < 4; n++) await guess(email);
    expect((await guess(email, gardenPassword)).statusCode).toBe(200);
    world.clock.advance({ seconds: 30 });
    await world.runJobs();
    expect(told()).toHaveLength(0);
  });

  it('can always set a new password by mail, which unlocks (ID-09)', async () => {
    const email = await world.verified();
    await failFiveTimes(email);
    await world.post('forgot-password', { email });
    const token = await world.lastLink(passwordResetRequested, email);
    const password = 'Fresh-Garden-46';
    expect((await world.post('reset-password', { token, password })).statusCode).toBe(204);
    expect((await guess(email, password)).statusCode).toBe(200);
  });
});

describe('the limit per account', () => {
  let strict: IdentityWorld;
  beforeAll(async () => {
    strict = await startIdentityWorld({
      env: { RATE_LIMIT_FACTOR: '1', TRUSTED_PROXIES: '127.0.0.1' },
    });
  });
  afterAll(() => strict?.close());

  it('counts a browser that has signed in before for itself (ID-10)', async () => {
    const email = await strict.verified();
    const own = openTab(strict, { 'x-forwarded-for': '198.51.100.1' });
    expect((await own.post('/auth/login', { email, password: gardenPassword })).statusCode).toBe(
      200,
    );
    const statuses: number[] = [];
    for (let n = 2; n < 9; n++)
      statuses.push(
        (
          await openTab(strict, { 'x-forwarded-for': `198.51.100.${n}` }).post('/auth/login', {
            email,
            password: wrong,
          })
        ).statusCode,
      );
    expect(statuses).toContain(429);
    expect((await own.post('/auth/login', { email, password: gardenPassword })).statusCode).toBe(
      200,
    );
  });
});
