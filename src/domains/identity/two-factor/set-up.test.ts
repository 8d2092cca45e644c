import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  authenticatorApp,
  fromBase32,
  setUpApp,
} from '../../../../test/support/authenticator-app.ts';
import { type IdentityWorld, startIdentityWorld } from '../../../../test/support/identity.ts';
import {
  firstStep,
  newTab,
  password,
  secondStep,
  someone,
  someoneProtected,
} from '../../../../test/support/two-steps.ts';
import { tables } from '../tables.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

const told = async () => {
  await world.runJobs();
  return world.heard.map(({ event }) => event);
};

describe('setting up an authenticator app (ID-05)', () => {
  it('gives a QR code and a key to type, and asks nothing of sign-in before a code proves that the app has it (ID-05)', async () => {
    const { tab, email } = await someone(world);
    const begun = await tab.post('/auth/2fa/setup/initiate');
    expect(begun.statusCode).toBe(200);
    expect(begun.headers['cache-control']).toContain('no-store');
    const { secret, otpauthUri, qrSvg } = begun.json();
    expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(new URL(otpauthUri).searchParams.get('secret')).toBe(secret.replaceAll(' ', ''));
    expect(qrSvg).toMatch(/^<svg /);
    expect((await tab.get('/auth/2fa/status')).json()).toMatchObject({ enabled: false });
    expect((await firstStep(newTab(world), email)).json()).toEqual({ status: 'signed_in' });
  });

  it('turns the second step on with a right code, and tells the person (ID-05, ID-12)', async () => {
    const { tab, personId } = await someone(world);
    const before = world.clock.now().toString();
    const { backupCodes } = await setUpApp(world, tab);
    expect(backupCodes).toHaveLength(10);
    expect((await tab.get('/auth/2fa/status')).json()).toEqual({
      enabled: true,
      enabledAt: before,
      backupCodesLeft: 10,
      backupCodesFew: false,
      trustedBrowserDays: 30,
      resetTakesEffectAt: null,
    });
    expect(await told()).toContain('identity.two_factor_enabled');
    const log = (await tab.get('/me/security-log')).json().items;
    expect(log[0]).toMatchObject({ action: 'two_factor_enabled' });
    expect(world.heard.find(({ event }) => event.endsWith('enabled'))!.data).toMatchObject({
      personId,
    });
  });

  it('ends the other sessions, which were opened with less (ID-05, ID-08)', async () => {
    const { tab, email } = await someone(world);
    const elsewhere = newTab(world);
    await firstStep(elsewhere, email);
    await setUpApp(world, tab);
    expect((await elsewhere.get('/me')).statusCode).toBe(401);
    expect((await tab.get('/me')).statusCode).toBe(200);
  });

  it('stays off with a wrong code, with the code of a set-up begun anew since, and after half an hour (ID-05)', async () => {
    const { tab } = await someone(world);
    const codeOf = async () =>
      authenticatorApp(world, (await tab.post('/auth/2fa/setup/initiate')).json().secret).code();
    const verify = async (code: string) => {
      const answer = await tab.post('/auth/2fa/setup/verify', { code });
      return [answer.statusCode, answer.json().code];
    };
    expect(await verify('000000')).toEqual([409, 'set_up_not_begun']);
    const first = await codeOf();
    await codeOf();
    expect(await verify(first)).toEqual([422, 'code_wrong']);
    world.clock.advance({ minutes: 9 });
    await firstStep(tab, (await tab.get('/me')).json().email);
    const late = await tab.post('/auth/2fa/setup/initiate');
    world.clock.advance({ minutes: 30 });
    await tab.post('/auth/confirm', { password });
    expect(await verify(authenticatorApp(world, late.json().secret).code())).toEqual([
      409,
      'set_up_not_begun',
    ]);
    expect((await tab.get('/auth/2fa/status')).json().enabled).toBe(false);
  });

  it('leaves an app that is on alone (ID-05)', async () => {
    const { tab, app, email } = await someoneProtected(world);
    for (const [path, payload] of [
      ['initiate', {}],
      ['verify', { code: app.code() }],
    ] as const) {
      const answer = await tab.post(`/auth/2fa/setup/${path}`, payload);
      expect([answer.statusCode, answer.json().code]).toEqual([409, 'two_factor_on']);
    }
    const other = newTab(world);
    await firstStep(other, email);
    expect((await secondStep(other, { code: app.code() })).statusCode).toBe(200);
  });

  it('happens once, of many verifications at once (ID-05, ID-06)', async () => {
    const { tab, personId } = await someone(world);
    const app = authenticatorApp(world, (await tab.post('/auth/2fa/setup/initiate')).json().secret);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tab.post('/auth/2fa/setup/verify', { code: app.code() })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(19);
    const { count } = await tables(world.ctx)
      .selectFrom('identity.backup_codes')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    expect(count).toBe(10);
  });

  it('keeps the secret sealed, and never as it is (ID-05)', async () => {
    const { tab, personId } = await someone(world);
    const { secret } = (await tab.post('/auth/2fa/setup/initiate')).json();
    const row = await tables(world.ctx)
      .selectFrom('identity.totp')
      .selectAll()
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    expect(row.secret_sealed.includes(fromBase32(secret).subarray(0, 5))).toBe(false);
    expect(row.key_version).toBe(world.ctx.config.encryptionKeys.current);
    expect(row.secret_sealed).toHaveLength(51);
  });

  it.each(['setup/initiate', 'setup/verify', 'disable', 'regenerate-backup-codes'])(
    'asks for a proof of identity from the last ten minutes before %s (ID-05, ID-06)',
    async (path) => {
      const { tab } = await someone(world);
      world.clock.advance({ minutes: 11 });
      const answer = await tab.post(`/auth/2fa/${path}`, { code: '123456', password });
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'fresh_sign_in_required']);
    },
  );
});

describe('turning it off (ID-05)', () => {
  it('asks for the password, and then forgets secret, codes and trust (ID-05, ID-07, ID-12)', async () => {
    const { tab, app, email, personId } = await someoneProtected(world);
    const trusting = newTab(world);
    await firstStep(trusting, email);
    await secondStep(trusting, { code: app.code(), trustBrowser: true });
    const halfWay = newTab(world);
    await firstStep(halfWay, email);

    const wrong = await tab.post('/auth/2fa/disable', { password: 'Wrong-Garden-45' });
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'password_wrong']);
    expect((await tab.post('/auth/2fa/disable', { password })).statusCode).toBe(204);
    expect((await tab.get('/auth/2fa/status')).json()).toMatchObject({
      enabled: false,
      backupCodesLeft: 0,
      backupCodesFew: false,
    });
    expect((await tab.get('/auth/trusted-browsers')).json().items).toEqual([]);
    expect((await halfWay.get('/auth/2fa/pending')).json().code).toBe('pending_expired');
    expect((await firstStep(newTab(world), email)).json()).toEqual({ status: 'signed_in' });
    expect(await told()).toContain('identity.two_factor_disabled');
    for (const table of ['identity.totp', 'identity.backup_codes'] as const)
      expect(
        await tables(world.ctx)
          .selectFrom(table)
          .select('id')
          .where('person_id', '=', personId)
          .execute(),
      ).toEqual([]);
  });

  it('is refused where nothing is on (ID-05)', async () => {
    const { tab } = await someone(world);
    const answer = await tab.post('/auth/2fa/disable', { password });
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'two_factor_off']);
  });
});

describe('backup codes (ID-06)', () => {
  it('sign in once each, however they are typed, and the person hears how many are left (ID-06)', async () => {
    const { email, backupCodes } = await someoneProtected(world);
    const use = async (backupCode: string) => {
      const tab = newTab(world);
      await firstStep(tab, email);
      const answer = await secondStep(tab, { backupCode });
      return answer.statusCode === 200 ? 200 : answer.json().code;
    };
    const [first = '', second = ''] = backupCodes;
    expect(await use(` ${first.toLowerCase().replaceAll('-', ' ')}`)).toBe(200);
    expect(await use(first)).toBe('backup_code_used');
    expect(await use('7K3M-9QXR-2DWA-H5TN')).toBe('backup_code_wrong');
    expect(await use(second)).toBe(200);
    await world.runJobs();
    const lefts = world.heard.filter(({ event }) => event === 'identity.backup_code_used');
    expect(new Set(lefts.map(({ data }) => data['left']))).toEqual(new Set([8, 9]));
  });

  it('are few from three on (ID-06)', async () => {
    const { tab, email, backupCodes } = await someoneProtected(world);
    const status = async () => (await tab.get('/auth/2fa/status')).json();
    for (const backupCode of backupCodes.slice(0, 6)) {
      const other = newTab(world);
      await firstStep(other, email);
      await secondStep(other, { backupCode });
    }
    expect(await status()).toMatchObject({ backupCodesLeft: 4, backupCodesFew: false });
    const other = newTab(world);
    await firstStep(other, email);
    await secondStep(other, { backupCode: backupCodes[6] });
    expect(await status()).toMatchObject({ backupCodesLeft: 3, backupCodesFew: true });
  });

  it('are not offered once the last is used (ID-06, ID-07)', async () => {
    const { email, backupCodes } = await someoneProtected(world);
    for (const backupCode of backupCodes) {
      const tab = newTab(world);
      expect((await firstStep(tab, email)).json().methods).toEqual(['totp', 'backup_code']);
      expect((await secondStep(tab, { backupCode })).statusCode).toBe(200);
    }
    expect((await firstStep(newTab(world), email)).json().methods).toEqual(['totp']);
  });

  it('are ten new ones when made anew, and the old ones are void (ID-06, ID-12)', async () => {
    const { tab, email, backupCodes } = await someoneProtected(world);
    const anew = await tab.post('/auth/2fa/regenerate-backup-codes');
    const fresh: string[] = anew.json().backupCodes;
    expect(new Set([...fresh, ...backupCodes]).size).toBe(20);
    expect(await told()).toContain('identity.backup_codes_regenerated');
    const other = newTab(world);
    await firstStep(other, email);
    expect((await secondStep(other, { backupCode: backupCodes[0] })).json().code).toBe(
      'backup_code_wrong',
    );
    expect((await secondStep(other, { backupCode: fresh[9] })).statusCode).toBe(200);
  });

  it('stay ten when they are made anew many times at once (ID-06)', async () => {
    const { tab, personId } = await someoneProtected(world);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => tab.post('/auth/2fa/regenerate-backup-codes')),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    const rows = await tables(world.ctx)
      .selectFrom('identity.backup_codes')
      .select('place')
      .where('person_id', '=', personId)
      .execute();
    expect(rows.map(({ place }) => place).sort((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  it('do not exist without an authenticator app (ID-06)', async () => {
    const { tab } = await someone(world);
    const answer = await tab.post('/auth/2fa/regenerate-backup-codes');
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'two_factor_off']);
  });
});
