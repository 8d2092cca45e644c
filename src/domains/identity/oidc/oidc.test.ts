import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestProvider, type TestProvider } from '../../../../test/support/openid.ts';
import { openTab, type Tab } from '../../../../test/support/tab.ts';
import { startTestWorld, type World } from '../../../../test/support/world.ts';
import type { Fault } from '../../../dev/oidc/faults.ts';
import { newId } from '../../../platform/db/index.ts';
import type { Domain } from '../../../platform/domain.ts';
import { oidcLinked, oidcUnlinked, personVerified } from '../events.ts';
import { identityDomain } from '../index.ts';
import { hashPassword } from '../passwords/password-hash.ts';
import { createPerson } from '../people/people.ts';
import { tables } from '../tables.ts';
import { enableTotp, putTotpSetUp } from '../two-factor/totp.queries.ts';
import { sealTotpSecret } from '../two-factor/totp-secret.ts';

const password = 'Tidy-Garden-42';

const heard: { event: string; data: { personId: string } }[] = [];
const listener: Domain = {
  name: 'oidc-listener',
  listeners(events) {
    for (const event of [oidcLinked, oidcUnlinked, personVerified])
      events.on(event, 'test.hear-of-links', async (_ctx, data) => {
        heard.push({ event: event.name, data });
      });
  },
};

let provider: TestProvider;
let world: World;
let passwordHash: string;
beforeAll(async () => {
  provider = await startTestProvider();
  world = await startTestWorld({ domains: [identityDomain, listener], env: provider.env });
  passwordHash = await hashPassword(password);
});
afterAll(async () => {
  await world?.close();
  await provider?.close();
});
afterEach(() => provider.setFault(undefined));

let count = 0;

/** Somebody whom the provider knows. */
function newcomer(more: { email?: string; emailVerified?: boolean } = {}) {
  count += 1;
  const person = {
    subject: `subject-${count}`,
    name: 'Noor Haddad',
    email: `noor${count}@example.com`,
    ...more,
  };
  provider.people.push(person);
  return person;
}

async function member(email = `member${(count += 1)}@example.com`) {
  const personId = await createPerson(world.ctx, {
    email,
    displayName: 'Ada Okoye',
    passwordHash,
    verified: true,
  });
  const tab = openTab(world);
  expect((await tab.post('/auth/login', { email, password })).statusCode).toBe(200);
  return { personId, email, tab };
}

async function start(tab: Tab, body: object = {}): Promise<string> {
  const answer = await tab.post('/auth/oidc/start', body);
  expect(answer.statusCode).toBe(200);
  return answer.json().url;
}

/** The whole way: to the provider, choosing who to be, and back. */
async function signInAs(subject: string, { tab = openTab(world), body = {} as object } = {}) {
  const back = await provider.chooseAt(await start(tab, body), subject);
  return { tab, back, answer: await tab.post('/auth/oidc/finish', back) };
}

/** As if the person had set up an authenticator app. */
async function enableTwoFactor(personId: string): Promise<void> {
  const id = newId(world.clock);
  const secretSealed = sealTotpSecret(world.ctx, personId, Buffer.alloc(20, 7));
  await putTotpSetUp(world.ctx, { id, personId, secretSealed });
  expect(await enableTotp(world.ctx, { id, step: 1 })).toBe(true);
}

const codeOf = (answer: { json(): { code?: string } }) => answer.json().code;
const personOf = (email: string) =>
  tables(world.ctx)
    .selectFrom('identity.people')
    .selectAll()
    .where('email_key', '=', email)
    .executeTakeFirst();

describe('signing in with another provider (ID-02)', () => {
  it('is offered by name (ID-02)', async () => {
    expect((await openTab(world).get('/auth/oidc')).json()).toEqual({
      provider: { name: 'Demo ID' },
    });
  });

  it('asks for a code with PKCE, state and nonce, and gives none of their secrets away (ID-02)', async () => {
    const tab = openTab(world);
    const url = new URL(await start(tab, { returnTo: '/week' }));
    expect(url.origin + url.pathname).toBe(`${provider.issuer}/authorize`);
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
    const { subject, email } = newcomer();
    const first = await signInAs(subject, { body: { returnTo: '/week', timeZone: 'Asia/Tokyo' } });
    expect(first.answer.json()).toEqual({ status: 'signed_in', returnTo: '/week' });
    const me = (await first.tab.get('/me')).json();
    expect(me).toMatchObject({
      email,
      displayName: 'Noor Haddad',
      roles: ['learner'],
      timeZone: 'Asia/Tokyo',
    });
    const person = (await personOf(email))!;
    expect(person.password_hash).toBeNull();
    expect(person.email_verified_at).toEqual(world.clock.now());
    await world.runJobs();
    expect(heard.filter(({ data }) => data.personId === me.id)).toEqual([
      { event: 'identity.person_verified', data: { personId: me.id } },
    ]);
    const again = await signInAs(subject);
    expect(again.answer.json()).toEqual({ status: 'signed_in', returnTo: '/' });
    expect((await again.tab.get('/me')).json().id).toBe(me.id);
    const noPassword = await openTab(world).post('/auth/login', { email, password });
    expect(codeOf(noPassword)).toBe('invalid_credentials');
  });

  it('keeps its word with “remember me” (ID-02)', async () => {
    const { subject } = newcomer();
    const cookieOf = async (remember: boolean) =>
      (await signInAs(subject, { body: { remember } })).answer.cookies.find(
        ({ name }) => name === 'etude_session',
      )!;
    expect((await cookieOf(false)).maxAge).toBeUndefined();
    expect((await cookieOf(true)).maxAge).toBe(30 * 24 * 3600);
  });

  it('never opens the account of somebody with the same address: they sign in first (ID-02)', async () => {
    const { email, personId } = await member();
    const { subject } = newcomer({ email });
    const { answer, tab } = await signInAs(subject);
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'oidc_sign_in_to_link']);
    expect((await tab.get('/me')).statusCode).toBe(401);
    expect(await personOf(email)).toMatchObject({ id: personId, password_hash: passwordHash });
  });

  it('replaces an account that somebody began with the address, so that their password never works (ID-02)', async () => {
    const { subject, email } = newcomer();
    const planted = openTab(world);
    const registration = { email, password, displayName: 'Mallory', role: 'instructor' };
    expect((await planted.post('/auth/register', registration)).statusCode).toBe(202);
    const { answer, tab } = await signInAs(subject);
    expect(answer.json()).toEqual({ status: 'signed_in', returnTo: '/' });
    expect((await tab.get('/me')).json()).toMatchObject({
      displayName: 'Noor Haddad',
      roles: ['learner'],
    });
    expect(codeOf(await planted.post('/auth/login', { email, password }))).toBe(
      'invalid_credentials',
    );
    const links = await tables(world.ctx)
      .selectFrom('identity.email_tokens')
      .select('used_at')
      .where('person_id', '=', (await personOf(email))!.id)
      .execute();
    expect(links.filter(({ used_at }) => used_at === null)).toEqual([]);
  });

  it('refuses a newcomer whose address the provider has not confirmed, or who has none (ID-02)', async () => {
    const unconfirmed = newcomer({ emailVerified: false });
    const { answer } = await signInAs(unconfirmed.subject);
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, 'oidc_email_unverified']);
    provider.people.push({ subject: 'nameless', name: 'No Address' });
    expect(codeOf((await signInAs('nameless')).answer)).toBe('oidc_email_unverified');
    expect(await personOf(unconfirmed.email)).toBeUndefined();
  });

  it('makes one account when the same newcomer comes back in five tabs at once (ID-02)', async () => {
    const { subject, email } = newcomer();
    const tabs = Array.from({ length: 5 }, () => openTab(world));
    const backs = await Promise.all(
      tabs.map(async (tab) => provider.chooseAt(await start(tab), subject)),
    );
    const answers = await Promise.all(
      tabs.map((tab, index) => tab.post('/auth/oidc/finish', backs[index])),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200, 200]);
    const people = await tables(world.ctx)
      .selectFrom('identity.people')
      .select('id')
      .where('email_key', '=', email)
      .execute();
    expect(people).toHaveLength(1);
  });

  it('still asks for the second step of an account that has one (ID-02, ID-07)', async () => {
    const { subject, email } = newcomer();
    await signInAs(subject);
    await enableTwoFactor((await personOf(email))!.id);
    const { answer, tab } = await signInAs(subject, { body: { returnTo: '/week' } });
    expect(answer.json()).toMatchObject({
      status: 'second_step',
      methods: ['totp'],
      returnTo: '/week',
    });
    expect((await tab.get('/me')).statusCode).toBe(401);
  });

  it('asks who is signed in already to prove themselves anew (ID-02)', async () => {
    const { tab } = await member();
    expect(new URL(await start(tab)).searchParams.get('prompt')).toBe('login');
  });
});

describe('what comes back from the provider (ID-02)', () => {
  it('counts only in the browser that was sent there, once, and for ten minutes (ID-02)', async () => {
    const { subject } = newcomer();
    const refused = async (tab: Tab, back: object) => {
      const answer = await tab.post('/auth/oidc/finish', back);
      expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'oidc_state_unknown']);
    };
    const [here, elsewhere] = [openTab(world), openTab(world)];
    await start(elsewhere);
    const planted = await provider.chooseAt(await start(here), subject);
    await refused(elsewhere, planted);
    await refused(openTab(world), planted);
    expect((await here.post('/auth/oidc/finish', planted)).statusCode).toBe(200);
    await refused(here, planted);

    const late = openTab(world);
    const back = await provider.chooseAt(await start(late), subject);
    world.clock.advance({ minutes: 10 });
    await refused(late, back);
  });

  it('may be that the person changed their mind (ID-02)', async () => {
    const tab = openTab(world);
    const back = await provider.cancelAt(await start(tab));
    const answer = await tab.post('/auth/oidc/finish', back);
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'oidc_cancelled']);
  });

  it.each([
    ['another code', { code: 'made-up' }],
    ['no code', { code: undefined }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer, though the provider names itself', { iss: undefined }],
    ['an error of the provider', { code: undefined, error: 'server_error' }],
  ])('signs nobody in with %s (ID-02)', async (_what, change) => {
    const tab = openTab(world);
    const back = await provider.chooseAt(await start(tab), newcomer().subject);
    const answer = await tab.post('/auth/oidc/finish', { ...back, ...change });
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'oidc_refused']);
    expect((await tab.get('/me')).statusCode).toBe(401);
  });

  it('signs nobody in with the code of somebody else’s browser (ID-02)', async () => {
    const victim = openTab(world);
    const stolen = await provider.chooseAt(await start(victim), newcomer().subject);
    const thief = openTab(world);
    const own = await provider.chooseAt(await start(thief), newcomer().subject);
    const answer = await thief.post('/auth/oidc/finish', { ...own, code: stolen['code'] });
    expect(codeOf(answer)).toBe('oidc_refused');
  });

  it.each<Fault>([
    'unsigned',
    'signed_with_client_secret',
    'signed_by_somebody',
    'wrong_nonce',
    'no_nonce',
    'wrong_audience',
    'wrong_issuer',
    'expired',
    'not_yet_valid',
    'no_id_token',
    'no_subject',
    'garbage_token_answer',
  ])('signs nobody in with an ID token that is %s (ID-02)', async (fault) => {
    const { subject, email } = newcomer();
    const tab = openTab(world);
    const back = await provider.chooseAt(await start(tab), subject);
    provider.setFault(fault);
    const answer = await tab.post('/auth/oidc/finish', back);
    expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'oidc_refused']);
    expect(await personOf(email)).toBeUndefined();
  });

  it('may come from a clock that is a little off (ID-02)', async () => {
    const { subject } = newcomer();
    provider.setFault('clock_a_little_off');
    expect((await signInAs(subject)).answer.statusCode).toBe(200);
  });

  it('may fail to come: then people are told to try again (ID-02)', async () => {
    const tab = openTab(world);
    for (const fault of ['broken_token_endpoint', 'slow_token_endpoint'] as const) {
      const back = await provider.chooseAt(await start(tab), newcomer().subject);
      provider.setFault(fault);
      const answer = await tab.post('/auth/oidc/finish', back);
      expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'oidc_unavailable']);
      expect(answer.headers['retry-after']).toBe('30');
      provider.setFault(undefined);
    }
  });
});

describe('the page to return to (ID-02)', () => {
  it.each([
    '//evil.example',
    'https://evil.example/',
    '/\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
    'week',
  ])('is never %j', async (returnTo) => {
    const answer = await openTab(world).post('/auth/oidc/start', { returnTo });
    expect([answer.statusCode, codeOf(answer)]).toEqual([422, 'return_to_not_local']);
  });

  it('can not be changed on the way (ID-02)', async () => {
    const tab = openTab(world);
    const back = await provider.chooseAt(await start(tab), newcomer().subject);
    const forged = await tab.post('/auth/oidc/finish', { ...back, returnTo: '//evil.example' });
    expect(forged.statusCode).toBe(400);
    const [text = '', seal] = tab.cookies.get('etude_oidc')!.split('.');
    const attempt = JSON.parse(Buffer.from(text, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...attempt, returnTo: '//evil.example' }));
    tab.cookies.set('etude_oidc', `${changed.toString('base64url')}.${seal}`);
    expect(codeOf(await tab.post('/auth/oidc/finish', back))).toBe('oidc_state_unknown');
  });

  it('is no way in for another site: its requests are refused (ID-16)', async () => {
    const evil = openTab(world, { origin: 'https://evil.example' });
    for (const path of ['/auth/oidc/start', '/auth/oidc/finish'])
      expect(codeOf(await evil.post(path, { state: 'x' }))).toBe('cross_site');
  });
});

describe('linking the provider to an account (ID-02)', () => {
  it('adds a way in, tells the person, and can be taken back (ID-02, ID-12)', async () => {
    const { tab, personId, email } = await member();
    const { subject, email: otherAddress } = newcomer();
    const { answer } = await signInAs(subject, { tab, body: { link: true, returnTo: '/account' } });
    expect(answer.json()).toEqual({ status: 'signed_in', returnTo: '/account' });
    const { items } = (await tab.get('/auth/oidc/links')).json();
    expect(items).toMatchObject([{ provider: 'Demo ID', email: otherAddress }]);

    const elsewhere = await signInAs(subject);
    expect((await elsewhere.tab.get('/me')).json()).toMatchObject({ id: personId, email });

    const path = `/auth/oidc/links/${items[0].id}`;
    expect((await (await member()).tab.call('DELETE', path)).statusCode).toBe(404);
    expect((await tab.call('DELETE', path)).statusCode).toBe(204);
    expect((await tab.get('/auth/oidc/links')).json()).toEqual({ items: [] });
    await world.runJobs();
    expect(
      heard.filter(({ data }) => data.personId === personId).map(({ event }) => event),
    ).toEqual(['identity.oidc_linked', 'identity.oidc_unlinked']);
  });

  it('asks for a proof of identity from the last ten minutes, and for a person at all (ID-02)', async () => {
    const { tab } = await member();
    world.clock.advance({ minutes: 11 });
    const stale = await tab.post('/auth/oidc/start', { link: true });
    expect([stale.statusCode, codeOf(stale)]).toEqual([403, 'fresh_sign_in_required']);
    const stranger = await openTab(world).post('/auth/oidc/start', { link: true });
    expect([stranger.statusCode, codeOf(stranger)]).toEqual([401, 'sign_in_required']);
  });

  it('is ended by the session that began it, and by no other (ID-02)', async () => {
    const { tab, email } = await member();
    const back = await provider.chooseAt(await start(tab, { link: true }), newcomer().subject);
    await tab.post('/auth/login', { email, password });
    expect(codeOf(await tab.post('/auth/oidc/finish', back))).toBe('oidc_state_unknown');
    expect((await tab.get('/auth/oidc/links')).json()).toEqual({ items: [] });
  });

  it('lets one account elsewhere belong to one account here (ID-02)', async () => {
    const [ada, ben] = [await member(), await member()];
    const [first, second] = [newcomer(), newcomer()];
    const link = async ({ tab }: { tab: Tab }, { subject }: { subject: string }) =>
      codeOf((await signInAs(subject, { tab, body: { link: true } })).answer);
    expect(await link(ada, first)).toBeUndefined();
    expect(await link(ben, first)).toBe('oidc_linked_elsewhere');
    expect(await link(ada, second)).toBe('oidc_already_linked');
  });

  it('is not taken back while it is the only way in (ID-02)', async () => {
    const { tab } = await signInAs(newcomer().subject);
    const { items } = (await tab.get('/auth/oidc/links')).json();
    const answer = await tab.call('DELETE', `/auth/oidc/links/${items[0].id}`);
    expect([answer.statusCode, codeOf(answer)]).toEqual([409, 'last_way_in']);
  });
});

describe('a provider that is not there, or not what it should be (ID-02)', () => {
  it.each<Fault>(['garbage_discovery', 'discovery_of_another', 'slow_discovery'])(
    'is not used: %s; and is asked again later (ID-02)',
    async (fault) => {
      const other = await startTestProvider('RS256');
      const elsewhere = await startTestWorld({ domains: [identityDomain], env: other.env });
      try {
        other.setFault(fault);
        const answer = await openTab(elsewhere).post('/auth/oidc/start');
        expect([answer.statusCode, codeOf(answer)]).toEqual([503, 'oidc_unavailable']);
        other.setFault(undefined);
        expect((await openTab(elsewhere).post('/auth/oidc/start')).statusCode).toBe(200);
      } finally {
        await elsewhere.close();
        await other.close();
      }
    },
  );

  it('may sign with RSA as well as with an elliptic curve (ID-02)', async () => {
    const other = await startTestProvider('RS256');
    const elsewhere = await startTestWorld({ domains: [identityDomain], env: other.env });
    try {
      other.people.push({ subject: 'r', name: 'Rosa', email: 'rosa@example.com' });
      const tab = openTab(elsewhere);
      const { url } = (await tab.post('/auth/oidc/start')).json();
      const back = await other.chooseAt(url, 'r');
      expect((await tab.post('/auth/oidc/finish', back)).statusCode).toBe(200);
    } finally {
      await elsewhere.close();
      await other.close();
    }
  });

  it('is not offered when none is configured (ID-02)', async () => {
    const plain = await startTestWorld({ domains: [identityDomain] });
    try {
      const tab = openTab(plain);
      expect((await tab.get('/auth/oidc')).json()).toEqual({ provider: null });
      for (const path of ['/auth/oidc/start', '/auth/oidc/finish']) {
        const answer = await tab.post(path, path.endsWith('finish') ? { state: 'x' } : {});
        expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'oidc_not_configured']);
      }
    } finally {
      await plain.close();
    }
  });
});
