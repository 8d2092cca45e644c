import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Deviation,
  type SoftAuthenticator,
  softAuthenticator,
} from '../../../../test/support/authenticator.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Domain } from '../../../platform/domain.ts';
import { sql } from '../../../platform/db/index.ts';
import { passkeyAdded, passkeyRemoved } from '../events.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { identityDomain } from '../index.ts';
import { createPerson } from '../people/people.ts';
import { tables } from '../tables.ts';
import { sweep } from '../jobs.ts';

const origin = 'http://localhost:4600';
const password = 'Tidy-Garden-42';
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const heard: { event: string; data: { personId: string } }[] = [];
const listener: Domain = {
  name: 'passkey-listener',
  listeners(events) {
    for (const event of [passkeyAdded, passkeyRemoved])
      events.on(event, 'test.hear-of-passkeys', async (_ctx, data) => {
        heard.push({ event: event.name, data });
      });
  },
};

let world: World;
let passwordHash: string;
beforeAll(async () => {
  world = await startTestWorld({
    domains: [identityDomain, listener],
    env: { PUBLIC_URL: origin },
  });
  passwordHash = await hashPassword(password);
});
afterAll(() => world?.close());

let count = 0;

interface Someone {
  personId: string;
  email: string;
  tab: Tab;
  authenticator: SoftAuthenticator;
}

/** A verified person, signed in with a password a moment ago. */
async function someone({ withPassword = true } = {}): Promise<Someone> {
  const email = `key${(count += 1)}@example.com`;
  const personId = await createPerson(world.ctx, {
    email,
    displayName: 'Ada Okoye',
    passwordHash,
    verified: true,
  });
  const tab = openTab(world, { 'user-agent': userAgent });
  expect((await tab.post('/auth/login', { email, password })).statusCode).toBe(200);
  if (!withPassword)
    await tables(world.ctx)
      .updateTable('identity.people')
      .set({ password_hash: null })
      .where('id', '=', personId)
      .execute();
  return { personId, email, tab, authenticator: softAuthenticator(origin) };
}

async function addPasskey(
  { tab, authenticator }: Pick<Someone, 'tab' | 'authenticator'>,
  { name, ...deviation }: Deviation & { name?: string } = {},
) {
  const { options } = (await tab.post('/auth/passkeys/register/options')).json();
  const response = authenticator.create(options, deviation);
  return tab.post('/auth/passkeys/register', { response, ...(name !== undefined && { name }) });
}

async function someoneWithPasskey(
  authenticator = softAuthenticator(origin),
): Promise<Someone & { passkeyId: string }> {
  const person = { ...(await someone()), authenticator };
  const added = await addPasskey(person);
  expect(added.statusCode).toBe(201);
  return { ...person, passkeyId: added.json().id };
}

async function ask(tab: Tab, body: object = { purpose: 'sign_in' }) {
  const answer = await tab.post('/auth/passkeys/options', body);
  expect(answer.statusCode).toBe(200);
  return answer.json().options;
}

async function signIn(authenticator: SoftAuthenticator, deviation: Deviation = {}) {
  const tab = openTab(world, { 'user-agent': userAgent });
  const response = authenticator.get(await ask(tab), deviation);
  return { tab, response, answer: await tab.post('/auth/passkeys/sign-in', { response }) };
}

const codeOf = (answer: { json(): { code?: string } }) => answer.json().code;

describe('adding a passkey (ID-13)', () => {
  it('keeps the key, the ways to it and whether it is backed up, and tells the log (ID-13)', async () => {
    const person = await someone();
    const added = await addPasskey(person, { name: '  Blue key ' });
    expect(added.statusCode).toBe(201);
    const row = await tables(world.ctx)
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
        createdAt: world.clock.now().toString(),
        lastUsedAt: null,
      },
    ]);
    const log = await tables(world.ctx)
      .selectFrom('identity.audit_entries')
      .select(['action', 'details'])
      .where('person_id', '=', person.personId)
      .where('action', '=', 'passkey_added')
      .execute();
    expect(log).toEqual([{ action: 'passkey_added', details: { passkeyId: row.id } }]);
  });

  it('names a passkey after the browser when the person gives no name (ID-13)', async () => {
    const person = await someone();
    await addPasskey(person);
    expect((await person.tab.get('/auth/passkeys')).json().items[0].name).toBe('Firefox on Linux');
  });

  it('asks the authenticator not to make a second passkey for the same account (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const { options } = (await person.tab.post('/auth/passkeys/register/options')).json();
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
    expect((await addPasskey(await someone(), { format: 'packed' })).statusCode).toBe(201);
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
    const answer = await addPasskey(await someone(), deviation);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'passkey_malformed']);
  });

  it('refuses a challenge of another session, a used one and one of five minutes ago (ID-13)', async () => {
    const person = await someone();
    const other = await someone();
    const options = async () =>
      (await person.tab.post('/auth/passkeys/register/options')).json().options;
    const over = async (tab: Tab, response: object) =>
      expect(codeOf(await tab.post('/auth/passkeys/register', { response }))).toBe(
        'passkey_challenge_over',
      );
    const response = person.authenticator.create(await options());
    await over(other.tab, response);
    await over(person.tab, response); // the other's try has used it up
    const late = person.authenticator.create(await options());
    world.clock.advance({ minutes: 5 });
    await over(person.tab, late);
  });

  it('refuses the same passkey for a second account (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const other = await someone();
    const { options } = (await other.tab.post('/auth/passkeys/register/options')).json();
    const [passkey] = person.authenticator.passkeys;
    const response = other.authenticator.create(options, { credentialId: passkey!.credentialId });
    const answer = await other.tab.post('/auth/passkeys/register', { response });
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'passkey_exists']);
  });

  it('asks for a proof of identity from the last ten minutes (ID-13)', async () => {
    const { tab } = await someone();
    world.clock.advance({ minutes: 11 });
    const answer = await tab.post('/auth/passkeys/register/options');
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'fresh_sign_in_required']);
  });

  it('holds at most twenty for a person, even when several are added at once (ID-13)', async () => {
    const person = await someone();
    const responses = [];
    for (let index = 0; index < 24; index += 1) {
      const { options } = (await person.tab.post('/auth/passkeys/register/options')).json();
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
        world.ctx.db,
      ),
    ).rejects.toMatchObject({ constraint: 'passkeys_place_range' });
  });
});

describe('signing in with a passkey (ID-13)', () => {
  it('needs no name and no password, and counts as both steps (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const { answer, tab } = await signIn(person.authenticator);
    expect(answer.json()).toEqual({ status: 'signed_in' });
    expect((await tab.get('/me')).json()).toMatchObject({ email: person.email });
    const { items } = (await tab.get('/auth/passkeys')).json();
    expect(items[0].lastUsedAt).toBe(world.clock.now().toString());
    const sessions = await tables(world.ctx)
      .selectFrom('identity.sessions')
      .select('methods')
      .where('person_id', '=', person.personId)
      .execute();
    expect(sessions.map(({ methods }) => methods)).toContainEqual(['passkey']);
  });

  it('gives a program tokens instead of a cookie (ID-13)', async () => {
    const { authenticator } = await someoneWithPasskey();
    const tab = openTab(world);
    const options = await ask(tab, { purpose: 'sign_in', client: 'api' });
    expect(tab.cookies.size).toBe(0);
    const answer = await tab.post('/auth/passkeys/sign-in', {
      response: authenticator.get(options),
      client: 'api',
    });
    expect(answer.json()).toMatchObject({
      status: 'signed_in',
      tokens: { accessToken: expect.stringMatching(/^[\w-]{20,}$/) },
    });
  });

  it.each<[string, Deviation]>([
    ['given on another site', { origin: 'https://etude.evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['given inside a frame', { crossOrigin: true }],
    ['that was meant for making one', { type: 'webauthn.create' }],
    ['without a touch', { userPresent: false }],
    ['without a finger or a PIN', { userVerified: false }],
    [
      'signed by another key',
      { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
    ],
    ['without its owner', { userHandle: null }],
    ['that names another owner', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ['that says it became a device-bound one', { backupEligible: false, backedUp: false }],
  ])('refuses an answer %s (ID-13)', async (_what, deviation) => {
    const { authenticator } = await someoneWithPasskey();
    const { answer, tab } = await signIn(authenticator, deviation);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'passkey_refused']);
    expect((await tab.get('/me')).statusCode).toBe(401);
  });

  it('takes an answer once, even when it is sent twenty times at once (ID-13)', async () => {
    const { authenticator } = await someoneWithPasskey();
    const tab = openTab(world);
    const response = authenticator.get(await ask(tab));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tab.post('/auth/passkeys/sign-in', { response })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const refused = answers.filter(({ statusCode }) => statusCode !== 200).map(codeOf);
    expect(new Set(refused)).toEqual(new Set(['passkey_challenge_over']));
  });

  it('refuses an answer to a challenge of another browser, of five minutes ago, or made up (ID-13)', async () => {
    const { authenticator } = await someoneWithPasskey();
    const [here, elsewhere] = [openTab(world), openTab(world)];
    await ask(elsewhere);
    const planted = await elsewhere.post('/auth/passkeys/sign-in', {
      response: authenticator.get(await ask(here)),
    });
    expect([planted.statusCode, codeOf(planted)]).toEqual([422, 'passkey_challenge_over']);
    const asProgram = await here.post('/auth/passkeys/sign-in', {
      response: authenticator.get(await ask(here)),
      client: 'api',
    });
    expect(codeOf(asProgram)).toBe('passkey_challenge_over');
    const late = authenticator.get(await ask(here));
    world.clock.advance({ minutes: 5 });
    expect(codeOf(await here.post('/auth/passkeys/sign-in', { response: late }))).toBe(
      'passkey_challenge_over',
    );
    const { answer } = await signIn(authenticator, { challenge: 'bWFkZSB1cA' });
    expect(codeOf(answer)).toBe('passkey_challenge_over');
  });

  it('refuses a passkey whose counter did not rise, and writes it down (ID-13)', async () => {
    const person = await someoneWithPasskey(softAuthenticator(origin, { counting: true }));
    expect((await signIn(person.authenticator)).answer.statusCode).toBe(200);
    for (const signCount of [2, 1, 0]) {
      const { answer } = await signIn(person.authenticator, { signCount });
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'passkey_copied']);
    }
    expect((await signIn(person.authenticator)).answer.statusCode).toBe(200);
    const { items } = (await person.tab.get('/me/security-log')).json();
    const refused = items.filter(({ action }: { action: string }) => action === 'passkey_refused');
    expect(refused).toHaveLength(3);
  });

  it('says that a passkey is unknown once it was removed (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const removed = await person.tab.call('DELETE', `/auth/passkeys/${person.passkeyId}`);
    expect(removed.statusCode).toBe(204);
    const { answer } = await signIn(person.authenticator);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'passkey_unknown']);
  });

  it('answers nonsense from the authenticator with a refusal, never with a fault of ours (ID-13)', async () => {
    const { authenticator } = await someoneWithPasskey();
    for (const field of ['clientDataJSON', 'authenticatorData', 'signature'] as const)
      for (const nonsense of ['AAAA', '_'.repeat(4000), 'e30', 'bnVsbA', 'W1tbW10']) {
        const tab = openTab(world);
        const { response, ...named } = authenticator.get(await ask(tab));
        const answer = await tab.post('/auth/passkeys/sign-in', {
          response: { ...named, response: { ...response, [field]: nonsense } },
        });
        expect(answer.statusCode, `${field} ${nonsense.slice(0, 9)}`).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode, `${field} ${nonsense.slice(0, 9)}`).toBeLessThan(500);
      }
    const person = await someone();
    for (const nonsense of [
      'oA',
      '_'.repeat(30_000),
      'n_____8',
      'gYGBgYGBgYGBgYGBgYE',
      'u3______',
    ]) {
      const { options } = (await person.tab.post('/auth/passkeys/register/options')).json();
      const { response, ...named } = person.authenticator.create(options);
      const answer = await person.tab.post('/auth/passkeys/register', {
        response: { ...named, response: { ...response, attestationObject: nonsense } },
      });
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'passkey_malformed']);
    }
  });
});

describe('a passkey as step-up (ID-13)', () => {
  it('confirms who is there, with a passkey of their own and a finger or a PIN (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const other = await someoneWithPasskey();
    world.clock.advance({ minutes: 11 });
    const confirm = async (authenticator: SoftAuthenticator, deviation: Deviation = {}) => {
      const passkey = authenticator.get(await ask(person.tab, { purpose: 'confirm' }), deviation);
      return person.tab.post('/auth/confirm', { passkey });
    };
    expect((await confirm(other.authenticator)).statusCode).toBe(401);
    expect((await confirm(person.authenticator, { userVerified: false })).statusCode).toBe(401);
    expect((await person.tab.post('/auth/passkeys/register/options')).statusCode).toBe(403);
    expect((await confirm(person.authenticator)).statusCode).toBe(204);
    expect((await person.tab.post('/auth/passkeys/register/options')).statusCode).toBe(200);
  });

  it('names only the person’s own passkeys, and only to the person (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const options = await ask(person.tab, { purpose: 'confirm' });
    expect(options.allowCredentials).toHaveLength(1);
    expect(options.userVerification).toBe('required');
    const stranger = await openTab(world).post('/auth/passkeys/options', { purpose: 'confirm' });
    expect([stranger.statusCode, codeOf(stranger)]).toEqual([401, 'sign_in_required']);
    const pending = await openTab(world).post('/auth/passkeys/options', {
      purpose: 'second_step',
    });
    expect([pending.statusCode, codeOf(pending)]).toEqual([401, 'pending_expired']);
  });
});

describe('looking after passkeys (ID-13)', () => {
  it('renames and removes one’s own, and nobody else’s (ID-13)', async () => {
    const person = await someoneWithPasskey();
    const other = await someone();
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
    const person = await someone({ withPassword: false });
    const first = (await addPasskey(person)).json().id;
    const alone = await person.tab.call('DELETE', `/auth/passkeys/${first}`);
    expect([alone.statusCode, codeOf(alone)]).toEqual([409, 'last_way_in']);
    const second = (await addPasskey(person)).json().id;
    const both = await Promise.all(
      [first, second].map((id) => person.tab.call('DELETE', `/auth/passkeys/${id}`)),
    );
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 409]);
    expect((await person.tab.get('/auth/passkeys')).json().items).toHaveLength(1);
  });

  it('tells the owner of each that comes and goes (ID-12, ID-13)', async () => {
    const person = await someoneWithPasskey();
    await person.tab.call('DELETE', `/auth/passkeys/${person.passkeyId}`);
    await world.runJobs();
    const { personId, passkeyId } = person;
    expect(heard.filter(({ data }) => data.personId === personId)).toEqual([
      { event: 'identity.passkey_added', data: { personId, passkeyId } },
      { event: 'identity.passkey_removed', data: { personId, passkeyId } },
    ]);
  });

  it('forgets challenges that nobody answered (ID-13)', async () => {
    await ask(openTab(world));
    world.clock.advance({ minutes: 6 });
    await sweep(world.ctx);
    const left = await tables(world.ctx)
      .selectFrom('identity.passkey_challenges')
      .select('purpose')
      .execute();
    expect(left).toEqual([]);
  });
});
