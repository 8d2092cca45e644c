import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codeOf,
  type OidcWorld,
  password,
  startOidcWorld,
} from '../../../../test/support/openid.ts';
import { openTab } from '../../../../test/support/tab.ts';
import { newId } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import { enableTotp, putTotpSetUp } from '../two-factor/totp.queries.ts';
import { sealTotpSecret } from '../two-factor/totp-secret.ts';

let oidc: OidcWorld;
beforeAll(async () => {
  oidc = await startOidcWorld();
});
afterAll(() => oidc?.close());

const personBy = (email: string) =>
  tables(oidc.world.ctx)
    .selectFrom('identity.people')
    .selectAll()
    .where('email_key', '=', email)
    .executeTakeFirst();

/** As if the person had set up an authenticator app. */
async function enableTwoFactor(personId: string): Promise<void> {
  const { ctx, clock } = oidc.world;
  const id = newId(clock);
  const secretSealed = sealTotpSecret(ctx, personId, Buffer.alloc(20, 7));
  await putTotpSetUp(ctx, { id, personId, secretSealed });
  expect(await enableTotp(ctx, { id, step: 1 })).toBe(true);
}

describe('signing in with another provider (ID-02)', () => {
  it('is offered by name (ID-02)', async () => {
    expect((await openTab(oidc.world).get('/auth/oidc')).json()).toEqual({
      provider: { name: 'Demo ID' },
    });
  });

  it('asks for a code with PKCE, state and nonce, and gives none of their secrets away (ID-02)', async () => {
    const tab = openTab(oidc.world);
    const url = new URL(await oidc.start(tab, { returnTo: '/week' }));
    expect(url.origin + url.pathname).toBe(`${oidc.provider.issuer}/authorize`);
    const query = Object.fromEntries(url.searchParams);
    expect(query).toMatchObject({
      response_type: 'code',
      redirect_uri: 'http://localhost:4600/sign-in/oidc/callback',
      scope: 'openid email profile',
      code_challenge_method: 'S256',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(query[name]).toMatch(/^[\w-]{43}$/);
    expect(query).not.toHaveProperty('prompt');
  });

  it('makes a verified person without a password, and knows them again (ID-02)', async () => {
    const { subject, email } = oidc.newcomer();
    const first = await oidc.signInAs(subject, {
      body: { returnTo: '/week', timeZone: 'Asia/Tokyo' },
    });
    expect(first.answer.json()).toEqual({ status: 'signed_in', returnTo: '/week' });
    const me = (await first.tab.get('/me')).json();
    expect(me).toMatchObject({
      email,
      displayName: 'Noor Haddad',
      roles: ['learner'],
      timeZone: 'Asia/Tokyo',
    });
    const person = (await personBy(email))!;
    expect(person.password_hash).toBeNull();
    expect(person.email_verified_at).toEqual(oidc.world.clock.now());
    await oidc.world.runJobs();
    expect(oidc.heard.filter(({ data }) => data.personId === me.id)).toEqual([
      { event: 'identity.person_verified', data: { personId: me.id } },
    ]);
    const again = await oidc.signInAs(subject);
    expect(again.answer.json()).toEqual({ status: 'signed_in', returnTo: '/' });
    expect((await again.tab.get('/me')).json().id).toBe(me.id);
    const noPassword = await openTab(oidc.world).post('/auth/login', { email, password });
    expect(codeOf(noPassword)).toBe('invalid_credentials');
  });

  it('keeps its word with “remember me” (ID-02)', async () => {
    const { subject } = oidc.newcomer();
    const cookieOf = async (remember: boolean) =>
      (await oidc.signInAs(subject, { body: { remember } })).answer.cookies.find(
        ({ name }) => name === 'etude_session',
      )!;
    expect((await cookieOf(false)).maxAge).toBeUndefined();
    expect((await cookieOf(true)).maxAge).toBe(30 * 24 * 3600);
  });

  it('never opens the account of somebody with the same address: they sign in first (ID-02)', async () => {
    const { email, personId } = await oidc.member();
    const before = await personBy(email);
    const { subject } = oidc.newcomer({ email });
    const { answer, tab } = await oidc.signInAs(subject);
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'oidc_sign_in_to_link']);
    expect((await tab.get('/me')).statusCode).toBe(401);
    expect(await personBy(email)).toEqual(before);
    expect(before).toMatchObject({ id: personId });
  });

  it('replaces an account that somebody began with the address, so that their password never works (ID-02)', async () => {
    const { subject, email } = oidc.newcomer();
    const planted = openTab(oidc.world);
    const registration = { email, password, displayName: 'Mallory', role: 'instructor' };
    expect((await planted.post('/auth/register', registration)).statusCode).toBe(202);
    const { answer, tab } = await oidc.signInAs(subject);
    expect(answer.json()).toEqual({ status: 'signed_in', returnTo: '/' });
    expect((await tab.get('/me')).json()).toMatchObject({
      displayName: 'Noor Haddad',
      roles: ['learner'],
    });
    expect(codeOf(await planted.post('/auth/login', { email, password }))).toBe(
      'invalid_credentials',
    );
    const links = await tables(oidc.world.ctx)
      .selectFrom('identity.email_tokens')
      .select('used_at')
      .where('person_id', '=', (await personBy(email))!.id)
      .execute();
    expect(links.filter(({ used_at }) => used_at === null)).toEqual([]);
  });

  it('refuses a newcomer whose address the provider has not confirmed, or who has none (ID-02)', async () => {
    const unconfirmed = oidc.newcomer({ emailVerified: false });
    const { answer } = await oidc.signInAs(unconfirmed.subject);
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'oidc_email_unverified']);
    oidc.provider.people.push({ subject: 'nameless', name: 'No Address' });
    expect(codeOf((await oidc.signInAs('nameless')).answer)).toBe('oidc_email_unverified');
    expect(await personBy(unconfirmed.email)).toBeUndefined();
  });

  it('makes one account when the same newcomer comes back in five tabs at once (ID-02)', async () => {
    const { subject, email } = oidc.newcomer();
    const tabs = Array.from({ length: 5 }, () => openTab(oidc.world));
    const backs = await Promise.all(
      tabs.map(async (tab) => oidc.provider.chooseAt(await oidc.start(tab), subject)),
    );
    const answers = await Promise.all(
      tabs.map((tab, index) => tab.post('/auth/oidc/finish', backs[index])),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    const people = await tables(oidc.world.ctx)
      .selectFrom('identity.people')
      .select('id')
      .where('email_key', '=', email)
      .execute();
    expect(people).toHaveLength(1);
  });

  it('still asks for the second step of an account that has one (ID-02, ID-07)', async () => {
    const { subject, email } = oidc.newcomer();
    await oidc.signInAs(subject);
    await enableTwoFactor((await personBy(email))!.id);
    const { answer, tab } = await oidc.signInAs(subject, { body: { returnTo: '/week' } });
    expect(answer.json()).toMatchObject({
      status: 'second_step',
      methods: ['totp'],
      returnTo: '/week',
    });
    expect((await tab.get('/me')).statusCode).toBe(401);
  });

  it('asks who is signed in already to prove themselves anew (ID-02)', async () => {
    const { tab } = await oidc.member();
    expect(new URL(await oidc.start(tab)).searchParams.get('prompt')).toBe('login');
  });
});
