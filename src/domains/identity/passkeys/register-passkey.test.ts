import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Deviation } from '../../../../test/support/authenticator.ts';
import { codeOf, type PasskeyWorld, startPasskeyWorld } from '../../../../test/support/passkeys.ts';
import type { Tab } from '../../../../test/support/tab.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';

let keys: PasskeyWorld;
beforeAll(async () => {
  keys = await startPasskeyWorld();
});
afterAll(() => keys?.world.close());

describe('adding a passkey (ID-13)', () => {
  it('keeps the key, the ways to it and whether it is backed up, and tells the log (ID-13)', async () => {
    const person = await keys.someone();
    const added = await keys.addPasskey(person, { name: '  Blue key ' });
    expect(added.statusCode).toBe(201);
    const row = await tables(keys.world.ctx)
      .selectFrom('identity.passkeys')
      .selectAll()
      .where('id', '=', added.json().id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      person_id: person.personId,
      place: 1,
      name: 'Blue key',
      transports: ['hybrid', 'internal'],
      backup_eligible: true,
      backed_up: true,
      sign_count: 0,
      last_used_at: null,
    });
    expect(row.credential_id).toEqual(person.authenticator.passkeys[0]!.credentialId);
    const { items } = (await person.tab.get('/auth/passkeys')).json();
    expect(items).toEqual([
      {
        id: row.id,
        name: 'Blue key',
        backedUp: true,
        createdAt: keys.world.clock.now().toString(),
        lastUsedAt: null,
      },
    ]);
    const log = await tables(keys.world.ctx)
      .selectFrom('identity.audit_entries')
      .select(['action', 'details'])
      .where('person_id', '=', person.personId)
      .where('action', '=', 'passkey_added')
      .execute();
    expect(log).toEqual([{ action: 'passkey_added', details: { passkeyId: row.id } }]);
  });

  it('names a passkey after the browser when the person gives no name (ID-13)', async () => {
    const person = await keys.someone();
    await keys.addPasskey(person);
    expect((await person.tab.get('/auth/passkeys')).json().items[0].name).toBe('Firefox on Linux');
  });

  it('asks the authenticator not to make a second passkey for the same account (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const options = await keys.newOptions(person.tab);
    expect(options.excludeCredentials).toEqual([
      {
        type: 'public-key',
        id: person.authenticator.passkeys[0]!.credentialId.toString('base64url'),
        transports: ['hybrid', 'internal'],
      },
    ]);
    expect(options.rp).toEqual({ id: 'localhost', name: 'Etude' });
    expect(options.user).toMatchObject({ name: person.email, displayName: 'Ada Okoye' });
  });

  it('takes a passkey that signs its own attestation, as some password managers do (ID-13)', async () => {
    expect((await keys.addPasskey(await keys.someone(), { format: 'packed' })).statusCode).toBe(
      201,
    );
  });

  it.each<[string, Deviation]>([
    ['of another site', { origin: 'https://etude.evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['made inside a frame', { crossOrigin: true }],
    ['that was meant for signing in', { type: 'webauthn.get' }],
    ['without a touch', { userPresent: false }],
    ['with an algorithm nobody asked for', { algorithm: -65535 }],
    ['with an unknown attestation', { format: 'made-up' }],
    [
      'with certificates nobody asked for',
      { format: 'packed', statement: new Map<string, unknown>([['x5c', [Buffer.alloc(9)]]]) },
    ],
    ['with a statement where there is none', { statement: new Map([['alg', -7]]) }],
    ['backed up although it can not be', { backupEligible: false, backedUp: true }],
  ])('refuses a passkey %s (ID-13)', async (_what, deviation) => {
    const answer = await keys.addPasskey(await keys.someone(), deviation);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'passkey_malformed']);
  });

  it('refuses a challenge of another session, a used one and one of five minutes ago (ID-13)', async () => {
    const person = await keys.someone();
    const other = await keys.someone();
    const options = async () => await keys.newOptions(person.tab);
    const over = async (tab: Tab, response: object) =>
      expect(codeOf(await tab.post('/auth/passkeys/register', { response }))).toBe(
        'passkey_challenge_over',
      );
    const response = person.authenticator.create(await options());
    await over(other.tab, response);
    await over(person.tab, response); // the other's try has used it up
    const late = person.authenticator.create(await options());
    keys.world.clock.advance({ minutes: 5 });
    await over(person.tab, late);
  });

  it('refuses the same passkey for a second account (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const other = await keys.someone();
    const options = await keys.newOptions(other.tab);
    const [passkey] = person.authenticator.passkeys;
    const response = other.authenticator.create(options, { credentialId: passkey!.credentialId });
    const answer = await other.tab.post('/auth/passkeys/register', { response });
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'passkey_exists']);
  });

  it('asks for a proof of identity from the last ten minutes (ID-13)', async () => {
    const { tab } = await keys.someone();
    keys.world.clock.advance({ minutes: 11 });
    const answer = await tab.post('/auth/passkeys/register/options');
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'fresh_sign_in_required']);
  });

  it('holds at most twenty for a person, even when several are added at once (ID-13)', async () => {
    const person = await keys.someone();
    const responses = [];
    for (let index = 0; index < 24; index += 1) {
      const options = await keys.newOptions(person.tab);
      responses.push(person.authenticator.create(options));
    }
    const answers = await Promise.all(
      responses.map((response) => person.tab.post('/auth/passkeys/register', { response })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(20);
    const refused = answers.filter(({ statusCode }) => statusCode !== 201).map(codeOf);
    expect(new Set(refused)).toEqual(new Set(['passkeys_full']));
    await expect(
      sql`update identity.passkeys set place = 21 where person_id = ${person.personId} and place = 20`.execute(
        keys.world.ctx.db,
      ),
    ).rejects.toMatchObject({ constraint: 'passkeys_place_range' });
  });
});
