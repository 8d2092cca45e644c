import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Deviation, softAuthenticator } from '../../../../test/support/authenticator.ts';
import {
  codeOf,
  origin,
  type PasskeyWorld,
  startPasskeyWorld,
} from '../../../../test/support/passkeys.ts';
import { openTab } from '../../../../test/support/tab.ts';
import { tables } from '../tables.ts';

let keys: PasskeyWorld;
beforeAll(async () => {
  keys = await startPasskeyWorld();
});
afterAll(() => keys?.world.close());

describe('signing in with a passkey (ID-13)', () => {
  it('needs no name and no password, and counts as both steps (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const { answer, tab } = await keys.signIn(person.authenticator);
    expect(answer.json()).toEqual({ status: 'signed_in' });
    expect((await tab.get('/me')).json()).toMatchObject({ email: person.email });
    const { items } = (await tab.get('/auth/passkeys')).json();
    expect(items[0].lastUsedAt).toBe(keys.world.clock.now().toString());
    const sessions = await tables(keys.world.ctx)
      .selectFrom('identity.sessions')
      .select('methods')
      .where('person_id', '=', person.personId)
      .execute();
    expect(sessions.map(({ methods }) => methods)).toContainEqual(['passkey']);
  });

  it('gives a program tokens instead of a cookie (ID-13)', async () => {
    const { authenticator } = await keys.someoneWithPasskey();
    const tab = openTab(keys.world);
    const options = await keys.ask(tab, { purpose: 'sign_in', client: 'api' });
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
    const { authenticator } = await keys.someoneWithPasskey();
    const { answer, tab } = await keys.signIn(authenticator, deviation);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'passkey_refused']);
    expect((await tab.get('/me')).statusCode).toBe(401);
  });

  it('takes an answer once, even when it is sent twenty times at once (ID-13)', async () => {
    const { authenticator } = await keys.someoneWithPasskey();
    const tab = openTab(keys.world);
    const response = authenticator.get(await keys.ask(tab));
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => tab.post('/auth/passkeys/sign-in', { response })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    const refused = answers.filter(({ statusCode }) => statusCode !== 200).map(codeOf);
    expect(new Set(refused)).toEqual(new Set(['passkey_challenge_over']));
  });

  it('refuses an answer to a challenge of another browser, of five minutes ago, or made up (ID-13)', async () => {
    const { authenticator } = await keys.someoneWithPasskey();
    const [here, elsewhere] = [openTab(keys.world), openTab(keys.world)];
    await keys.ask(elsewhere);
    const planted = await elsewhere.post('/auth/passkeys/sign-in', {
      response: authenticator.get(await keys.ask(here)),
    });
    expect([planted.statusCode, codeOf(planted)]).toEqual([422, 'passkey_challenge_over']);
    const asProgram = await here.post('/auth/passkeys/sign-in', {
      response: authenticator.get(await keys.ask(here)),
      client: 'api',
    });
    expect(codeOf(asProgram)).toBe('passkey_challenge_over');
    const late = authenticator.get(await keys.ask(here));
    keys.world.clock.advance({ minutes: 5 });
    expect(codeOf(await here.post('/auth/passkeys/sign-in', { response: late }))).toBe(
      'passkey_challenge_over',
    );
    const { answer } = await keys.signIn(authenticator, { challenge: 'bWFkZSB1cA' });
    expect(codeOf(answer)).toBe('passkey_challenge_over');
  });

  it('refuses a passkey whose counter did not rise, and writes it down (ID-13)', async () => {
    const person = await keys.someoneWithPasskey(softAuthenticator(origin, { counting: true }));
    expect((await keys.signIn(person.authenticator)).answer.statusCode).toBe(200);
    for (const signCount of [2, 1, 0]) {
      const { answer } = await keys.signIn(person.authenticator, { signCount });
      expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'passkey_copied']);
    }
    expect((await keys.signIn(person.authenticator)).answer.statusCode).toBe(200);
    const { items } = (await person.tab.get('/me/security-log')).json();
    const refused = items.filter(({ action }: { action: string }) => action === 'passkey_refused');
    expect(refused).toHaveLength(3);
  });

  it('says that a passkey is unknown once it was removed (ID-13)', async () => {
    const person = await keys.someoneWithPasskey();
    const removed = await person.tab.call('DELETE', `/auth/passkeys/${person.passkeyId}`);
    expect(removed.statusCode).toBe(204);
    const { answer } = await keys.signIn(person.authenticator);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'passkey_unknown']);
  });

  it('answers nonsense from the authenticator with a refusal, never with a fault of ours (ID-13)', async () => {
    const { authenticator } = await keys.someoneWithPasskey();
    for (const field of ['clientDataJSON', 'authenticatorData', 'signature'] as const)
      for (const nonsense of ['AAAA', '_'.repeat(4000), 'e30', 'bnVsbA', 'W1tbW10']) {
        const tab = openTab(keys.world);
        const { response, ...named } = authenticator.get(await keys.ask(tab));
        const answer = await tab.post('/auth/passkeys/sign-in', {
          response: { ...named, response: { ...response, [field]: nonsense } },
        });
        expect(answer.statusCode, `${field} ${nonsense.slice(0, 9)}`).toBeGreaterThanOrEqual(400);
        expect(answer.statusCode, `${field} ${nonsense.slice(0, 9)}`).toBeLessThan(500);
      }
    const person = await keys.someone();
    for (const nonsense of [
      'oA',
      '_'.repeat(30_000),
      'n_____8',
      'gYGBgYGBgYGBgYGBgYE',
      'u3______',
    ]) {
      const options = await keys.newOptions(person.tab);
      const { response, ...named } = person.authenticator.create(options);
      const answer = await person.tab.post('/auth/passkeys/register', {
        response: { ...named, response: { ...response, attestationObject: nonsense } },
      });
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'passkey_malformed']);
    }
  });
});
