import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setUpApp } from '../../../../test/support/authenticator-app.ts';
import {
  type SoftAuthenticator,
  softAuthenticator,
} from '../../../../test/support/authenticator.ts';
import { type IdentityWorld, startIdentityWorld } from '../../../../test/support/identity.ts';
import type { Tab } from '../../../../test/support/tab.ts';
import {
  firstStep,
  newTab,
  password,
  secondStep,
  someone,
  someoneProtected,
} from '../../../../test/support/two-steps.ts';
import { sweep } from '../jobs.ts';
import { tables } from '../tables.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld({ env: { PUBLIC_URL: 'http://localhost:4600' } });
});
afterAll(() => world?.close());

const outcome = async (answer: ReturnType<Tab['post']>) => {
  const { statusCode, body } = await answer;
  const read = JSON.parse(body) as { code?: string; status?: string };
  return [statusCode, read.code ?? read.status];
};

describe('signing in in two steps (ID-07)', () => {
  it('opens nothing with the password alone (ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const tab = newTab(world);
    const first = await firstStep(tab, email, { remember: true });
    expect(first.json()).toEqual({
      status: 'second_step',
      methods: ['totp', 'backup_code'],
      expiresAt: world.clock.now().add({ minutes: 5 }).toString(),
    });
    expect(first.cookies.map(({ name }) => name).sort()).toEqual(['etude_device', 'etude_pending']);
    expect(first.cookies.find(({ name }) => name === 'etude_pending')).toMatchObject({
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: 300,
    });
    expect((await tab.get('/me')).statusCode).toBe(401);
    expect((await tab.get('/auth/2fa/pending')).json()).toEqual({
      methods: ['totp', 'backup_code'],
      expiresAt: world.clock.now().add({ minutes: 5 }).toString(),
      triesLeft: 5,
      trustedBrowserDays: 30,
    });

    const second = await secondStep(tab, { code: app.code() });
    expect(second.json()).toEqual({ status: 'signed_in' });
    expect(second.cookies.find(({ name }) => name === 'etude_session')!.maxAge).toBe(
      30 * 24 * 3600,
    );
    expect((await tab.get('/me')).json().email).toBe(email);
    expect(tab.cookies.has('etude_pending')).toBe(false);
    const log = (await tab.get('/me/security-log')).json().items;
    expect(log.find(({ action }: { action: string }) => action === 'signed_in').details).toEqual({
      methods: 'password totp',
      client: 'browser',
    });
  });

  it('takes a code once, also in another sign-in (ID-05, ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const [one, other] = [newTab(world), newTab(world)];
    await firstStep(one, email);
    await firstStep(other, email);
    const code = app.code();
    expect(await outcome(secondStep(one, { code }))).toEqual([200, 'signed_in']);
    expect(await outcome(secondStep(other, { code }))).toEqual([422, 'code_used']);
    world.clock.advance({ seconds: 30 });
    expect(await outcome(secondStep(other, { code }))).toEqual([422, 'code_used']);
    expect(await outcome(secondStep(other, { code: app.code() }))).toEqual([200, 'signed_in']);
  });

  it('does not take the code of the set-up again (ID-05)', async () => {
    const { tab, email } = await someone(world);
    const { app } = await setUpApp(world, tab);
    const other = newTab(world);
    await firstStep(other, email);
    expect(await outcome(secondStep(other, { code: app.code(-30) }))).toEqual([422, 'code_used']);
  });

  it('forgives a clock that is half a minute off, and no more (ID-05)', async () => {
    const slow = await someoneProtected(world);
    world.clock.advance({ seconds: 90 });
    const tab = newTab(world);
    await firstStep(tab, slow.email);
    expect(await outcome(secondStep(tab, { code: slow.app.code(-60) }))).toEqual([
      422,
      'code_wrong',
    ]);
    expect(await outcome(secondStep(tab, { code: slow.app.code(60) }))).toEqual([
      422,
      'code_wrong',
    ]);
    expect(await outcome(secondStep(tab, { code: slow.app.code(-30) }))).toEqual([
      200,
      'signed_in',
    ]);
    await firstStep(tab, slow.email);
    expect(await outcome(secondStep(tab, { code: slow.app.code(30) }))).toEqual([200, 'signed_in']);
    // A later step was used, so the present one is void.
    await firstStep(tab, slow.email);
    expect(await outcome(secondStep(tab, { code: slow.app.code() }))).toEqual([422, 'code_used']);
  });

  it('is over after five minutes (ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, email);
    world.clock.advance({ minutes: 5 });
    expect(await outcome(tab.get('/auth/2fa/pending'))).toEqual([401, 'pending_expired']);
    expect(await outcome(secondStep(tab, { code: app.code() }))).toEqual([401, 'pending_expired']);
  });

  it('is over after five tries, even if the sixth is right (ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, email);
    for (const left of [4, 3, 2, 1]) {
      expect(await outcome(secondStep(tab, { code: '000000' }))).toEqual([422, 'code_wrong']);
      expect((await tab.get('/auth/2fa/pending')).json().triesLeft).toBe(left);
    }
    expect(await outcome(secondStep(tab, { code: '000000' }))).toEqual([422, 'code_wrong']);
    expect(await outcome(secondStep(tab, { code: app.code() }))).toEqual([401, 'pending_expired']);
  });

  it('counts wrong codes per account, so that beginning again gives no more tries (ID-07, ID-09)', async () => {
    const { email, app } = await someoneProtected(world);
    for (let count = 0; count < 5; count += 1) {
      const tab = newTab(world);
      await firstStep(tab, email);
      expect(await outcome(secondStep(tab, { code: '000000' }))).toEqual([422, 'code_wrong']);
    }
    const tab = newTab(world);
    await firstStep(tab, email);
    const locked = await secondStep(tab, { code: app.code() });
    expect([locked.statusCode, locked.json().code]).toEqual([429, 'account_locked']);
    expect(Number(locked.headers['retry-after'])).toBe(15 * 60);
    world.clock.advance({ minutes: 15 });
    await firstStep(tab, email);
    expect(await outcome(secondStep(tab, { code: app.code() }))).toEqual([200, 'signed_in']);
  });

  it('lets the owner in from a known browser while strangers with the password guess codes (ID-07, ID-09)', async () => {
    const { email, app, tab: known } = await someoneProtected(world);
    const stranger = newTab(world);
    await firstStep(stranger, email);
    for (let count = 0; count < 6; count += 1) await secondStep(stranger, { code: '000000' });
    await known.post('/auth/logout');
    await firstStep(known, email);
    expect(await outcome(secondStep(known, { code: app.code() }))).toEqual([200, 'signed_in']);
  });

  it('belongs to the browser that began it (ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const own = newTab(world);
    await firstStep(own, email);
    const pending = own.cookies.get('etude_pending')!;

    const thief = newTab(world);
    thief.cookies.set('etude_pending', pending);
    expect(await outcome(thief.get('/auth/2fa/pending'))).toEqual([401, 'pending_expired']);
    thief.cookies.set('etude_device', '01987654-3210-7abc-8def-0123456789ab');
    expect(await outcome(secondStep(thief, { code: app.code() }))).toEqual([
      401,
      'pending_expired',
    ]);
    const program = newTab(world);
    expect(await outcome(secondStep(program, { code: app.code(), pendingToken: pending }))).toEqual(
      [401, 'pending_expired'],
    );
    expect(await outcome(secondStep(own, { code: app.code() }))).toEqual([200, 'signed_in']);
  });

  it('works once (ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, email);
    const cookies = new Map(tab.cookies);
    await secondStep(tab, { code: app.code() });
    for (const [name, value] of cookies) tab.cookies.set(name, value);
    world.clock.advance({ seconds: 30 });
    expect(await outcome(secondStep(tab, { code: app.code() }))).toEqual([401, 'pending_expired']);
  });

  it('takes exactly one proof (ID-07)', async () => {
    const { email, app, backupCodes } = await someoneProtected(world);
    const tab = newTab(world);
    await firstStep(tab, email);
    for (const proof of [{}, { code: app.code(), backupCode: backupCodes[0] }])
      expect(await outcome(secondStep(tab, proof))).toEqual([422, 'one_proof_needed']);
    expect((await tab.get('/auth/2fa/pending')).json().triesLeft).toBe(5);
  });

  it('is nothing to anybody without a pending sign-in (ID-07)', async () => {
    for (const proof of [{ code: '123456' }, { code: '123456', pendingToken: 'invented' }])
      expect(await outcome(secondStep(newTab(world), proof))).toEqual([401, 'pending_expired']);
  });

  it('ends with a new password by mail, half done or not (ID-03, ID-07)', async () => {
    const { email, app } = await someoneProtected(world);
    const halfWay = newTab(world);
    await firstStep(halfWay, email);
    await world.post('forgot-password', { email });
    const token = await world.lastLink({ name: 'identity.password_reset_requested' }, email);
    const reset = await world.post('reset-password', { token, password: 'Other-Garden-43' });
    expect(reset.statusCode).toBe(204);
    expect(await outcome(secondStep(halfWay, { code: app.code() }))).toEqual([
      401,
      'pending_expired',
    ]);
    const again = await halfWay.post('/auth/login', { email, password: 'Other-Garden-43' });
    expect(again.json().status).toBe('second_step');
  });

  it('gives a program its pending token and then its tokens in the body, and never trust (ID-07, ID-08)', async () => {
    const { email, app } = await someoneProtected(world);
    const program = newTab(world);
    const { pendingToken } = (await firstStep(program, email, { client: 'api' })).json();
    expect(program.cookies.has('etude_pending')).toBe(false);
    const proof = { code: app.code(), pendingToken, trustBrowser: true };
    const { status, tokens } = (await secondStep(newTab(world), proof)).json();
    expect(status).toBe('signed_in');
    const headers = { authorization: `Bearer ${tokens.accessToken}` };
    expect((await world.inject({ url: '/api/v1/me', headers })).json().email).toBe(email);
    const trusted = await world.inject({ url: '/api/v1/auth/trusted-browsers', headers });
    expect(trusted.json().items).toEqual([]);
  });

  it('also takes a passkey (ID-07, ID-13)', async () => {
    const { email, tab } = await someoneProtected(world);
    const authenticator = softAuthenticator('http://localhost:4600');
    await addPasskey(tab, authenticator);
    const other = newTab(world);
    expect((await firstStep(other, email)).json().methods).toContain('passkey');
    const passkey = await askPasskey(other, authenticator);
    expect(await outcome(secondStep(other, { passkey }))).toEqual([200, 'signed_in']);
    await firstStep(other, email);
    expect(await outcome(secondStep(other, { passkey }))).toEqual([422, 'passkey_challenge_over']);
  });

  it('asks for nothing more from who has only a passkey beside the password (ID-07, ID-13)', async () => {
    const { email, tab } = await someone(world);
    await addPasskey(tab, softAuthenticator('http://localhost:4600'));
    expect(await outcome(firstStep(newTab(world), email))).toEqual([200, 'signed_in']);
  });

  it('proves identity again by a code, which counts once there too (ID-05)', async () => {
    const { tab, app } = await someoneProtected(world);
    world.clock.advance({ minutes: 11 });
    const code = app.code();
    expect((await tab.post('/auth/2fa/disable', { password })).statusCode).toBe(403);
    expect((await tab.post('/auth/confirm', { code })).statusCode).toBe(204);
    expect(await outcome(tab.post('/auth/confirm', { code }))).toEqual([422, 'code_used']);
    expect((await tab.post('/auth/2fa/disable', { password })).statusCode).toBe(204);
  });

  it('is forgotten a day after it was over (ID-07)', async () => {
    const { email, personId } = await someoneProtected(world);
    await firstStep(newTab(world), email);
    const rows = () =>
      tables(world.ctx)
        .selectFrom('identity.pending_sign_ins')
        .select('id')
        .where('person_id', '=', personId)
        .execute();
    world.clock.advance({ hours: 24 });
    await sweep(world.ctx);
    expect(await rows()).toHaveLength(1);
    world.clock.advance({ minutes: 6 });
    await sweep(world.ctx);
    expect(await rows()).toEqual([]);
  });
});

async function addPasskey(tab: Tab, authenticator: SoftAuthenticator): Promise<void> {
  const { options } = (await tab.post('/auth/passkeys/register/options')).json();
  const response = authenticator.create(options);
  const added = await tab.post('/auth/passkeys/register', { response });
  if (added.statusCode !== 201) throw new Error(added.body);
}

async function askPasskey(tab: Tab, authenticator: SoftAuthenticator): Promise<object> {
  const asked = await tab.post('/auth/passkeys/options', { purpose: 'second_step' });
  return authenticator.get(asked.json().options);
}
