import { Type } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newEmail } from '../../../../test/support/identity.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Domain } from '../../../platform/domain.ts';
import { createPerson, hashPassword, identityDomain } from '../index.ts';
import { tables } from '../tables.ts';

const password = 'Tidy-Garden-42';

/** A route that changes what protects an account. */
const vault: Domain = {
  name: 'vault',
  routes: (app) =>
    void app.post(
      '/api/v1/vault',
      {
        config: { access: 'signed_in', fresh: true },
        schema: { response: { 200: Type.Object({ open: Type.Boolean() }) } },
      },
      async () => ({ open: true }),
    ),
};

let world: World;
let tab: Tab;
let email: string;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, vault] });
});
afterAll(() => world?.close());
beforeEach(async () => {
  email = newEmail();
  const passwordHash = await hashPassword(password);
  await createPerson(world.ctx, { email, displayName: 'Ada', passwordHash, verified: true });
  tab = openTab(world);
  await tab.post('/auth/login', { email, password });
});

const open = async () => (await tab.post('/vault')).statusCode;

describe('what protects an account', () => {
  it('can be changed for ten minutes after signing in, then asks for a proof (ID-08)', async () => {
    expect(await open()).toBe(200);
    world.clock.advance({ minutes: 10 });
    expect(await open()).toBe(200);
    world.clock.advance({ seconds: 1 });
    const refused = await tab.post('/vault');
    expect([refused.statusCode, refused.json()]).toMatchObject([
      403,
      { code: 'fresh_sign_in_required', details: { freshMinutes: 10 } },
    ]);
    expect((await tab.post('/auth/confirm', { password })).statusCode).toBe(204);
    expect(await open()).toBe(200);
    world.clock.advance({ minutes: 11 });
    expect(await open()).toBe(403);
  });

  it('is not opened by a proof in another session, nor by a wrong one (ID-08)', async () => {
    const other = openTab(world);
    await other.post('/auth/login', { email, password });
    world.clock.advance({ hours: 1 });
    expect((await other.post('/auth/confirm', { password })).statusCode).toBe(204);
    const wrong = await tab.post('/auth/confirm', { password: 'Wrong-Garden-43' });
    expect([wrong.statusCode, wrong.json().errors[0].field]).toEqual([422, 'password']);
    expect(await open()).toBe(403);
  });

  it('is not opened by using the session, however busily (ID-08)', async () => {
    for (let minutes = 0; minutes < 12; minutes += 4) {
      world.clock.advance({ minutes: 4 });
      await tab.get('/me');
    }
    expect(await open()).toBe(403);
  });

  it('asks strangers to sign in rather than to prove anything (ID-08)', async () => {
    expect((await openTab(world).post('/vault')).json().code).toBe('sign_in_required');
    expect((await openTab(world).post('/auth/confirm', { password })).statusCode).toBe(401);
  });
});

describe('proving who one is', () => {
  it('counts wrong passwords as signing in does (ID-09)', async () => {
    const guess = () => tab.post('/auth/confirm', { password: 'Wrong-Garden-43' });
    const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(
      ({ statusCode }) => statusCode,
    );
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    expect((await tab.post('/auth/confirm', { password })).json().code).toBe('account_locked');
  });

  it.each([{}, { password, code: '123456' }, { code: '1' }, { password: 1 }, { secret: 'x' }])(
    'takes one proof: %j is refused (ID-08)',
    async (proof) => {
      const { statusCode } = await tab.post('/auth/confirm', proof);
      expect([400, 422]).toContain(statusCode);
    },
  );

  it('by a code is refused where there is no authenticator app (ID-08)', async () => {
    const answer = await tab.post('/auth/confirm', { code: '123456' });
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'code_wrong']);
  });
});

it('the ways to prove oneself are those that the account has (ID-13)', async () => {
  const ways = async () => (await tab.get('/auth/proofs')).json();
  expect(await ways()).toEqual({ methods: ['password'], provider: null });
  await tables(world.ctx)
    .updateTable('identity.people')
    .set({ password_hash: null })
    .where('email', '=', email)
    .execute();
  expect(await ways()).toEqual({ methods: [], provider: null });
});
