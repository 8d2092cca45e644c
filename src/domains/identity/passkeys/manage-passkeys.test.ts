import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deviation, SoftAuthenticator } from '../../../../test/support/authenticator.ts';
import { codeOf, type PasskeyWorld, startPasskeyWorld } from '../../../../test/support/passkeys.ts';
import { openTab } from '../../../../test/support/tab.ts';
import { sweep } from '../jobs.ts';
import { tables } from '../tables.ts';

let keys: PasskeyWorld;
beforeAll(async () => {
  keys = await startPasskeyWorld();
});
afterAll(() => keys?.world.close());

describe('a passkey as step-up (ID-13)', () => {
  it('confirms who is there, with a passkey of their own and a finger or a PIN (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const other = await keys.someoneWithPasskey();
    keys.world.clock.advance({ minutes: 11 });
    const confirm = async (authenticator: SoftAuthenticator, deviation: Deviation = {}) => {
      const passkey = authenticator.get(
        await keys.ask(person.tab, { purpose: 'confirm' }),
        deviation,
      );
      return person.tab.post('/auth/confirm', { passkey });
    };
    expect((await confirm(other.authenticator)).statusCode).toBe(401);
    expect((await confirm(person.authenticator, { userVerified: false })).statusCode).toBe(401);
    expect((await person.tab.post('/auth/passkeys/register/options')).statusCode).toBe(403);
    expect((await confirm(person.authenticator)).statusCode).toBe(204);
    expect((await person.tab.post('/auth/passkeys/register/options')).statusCode).toBe(200);
  });

  it('names only the person’s own passkeys, and only to the person (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const options = await keys.ask(person.tab, { purpose: 'confirm' });
    expect(options.allowCredentials).toHaveLength(1);
    expect(options.userVerification).toBe('required');
    const stranger = await openTab(keys.world).post('/auth/passkeys/options', {
      purpose: 'confirm',
    });
    expect([stranger.statusCode, codeOf(stranger)]).toEqual([401, 'sign_in_required']);
    const pending = await openTab(keys.world).post('/auth/passkeys/options', {
      purpose: 'second_step',
    });
    expect([pending.statusCode, codeOf(pending)]).toEqual([401, 'pending_expired']);
  });
});

describe('looking after passkeys (ID-13)', () => {
  it('renames and removes one’s own, and nobody else’s (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const other = await keys.someone();
    const path = `/auth/passkeys/${person.passkeyId}`;
    expect((await other.tab.call('PATCH', path, { name: 'Mine' })).statusCode).toBe(404);
    expect((await other.tab.call('DELETE', path)).statusCode).toBe(404);
    expect((await person.tab.call('PATCH', path, { name: 'Phone 📱' })).statusCode).toBe(204);
    expect((await person.tab.get('/auth/passkeys')).json().items[0].name).toBe('Phone 📱');
    for (const name of [' ', 'x'.repeat(61), 'a‮b'])
      expect(codeOf(await person.tab.call('PATCH', path, { name }))).toBe('passkey_name_malformed');
    expect((await person.tab.call('DELETE', path)).statusCode).toBe(204);
    expect((await person.tab.get('/auth/passkeys')).json()).toEqual({ items: [] });
  });

  it('never removes the last way in, not even by two removals at once (ID-13)', async () => {
    const person = await keys.someone({ withPassword: false });
    const first = (await keys.addPasskey(person)).json().id;
    const alone = await person.tab.call('DELETE', `/auth/passkeys/${first}`);
    expect([alone.statusCode, codeOf(alone)]).toEqual([409, 'last_way_in']);
    const second = (await keys.addPasskey(person)).json().id;
    const both = await Promise.all(
      [first, second].map((id) => person.tab.call('DELETE', `/auth/passkeys/${id}`)),
    );
    expect(both.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1);
    expect(both.filter(({ statusCode }) => statusCode === 409)).toHaveLength(1);
    expect((await person.tab.get('/auth/passkeys')).json().items).toHaveLength(1);
  });

  it('tells the owner of each that comes and goes (ID-12, ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    await person.tab.call('DELETE', `/auth/passkeys/${person.passkeyId}`);
    await keys.world.runJobs();
    const { personId, passkeyId } = person;
    expect(keys.heard.filter(({ data }) => data.personId === personId)).toEqual([
      { event: 'identity.passkey_added', data: { personId, passkeyId } },
      { event: 'identity.passkey_removed', data: { personId, passkeyId } },
    ]);
  });

  it('forgets challenges that nobody answered (ID-13)', async () => {
    await keys.ask(openTab(keys.world));
    keys.world.clock.advance({ minutes: 6 });
    await sweep(keys.world.ctx);
    const left = await tables(keys.world.ctx)
      .selectFrom('identity.passkey_challenges')
      .select('purpose')
      .execute();
    expect(left).toEqual([]);
  });
});
