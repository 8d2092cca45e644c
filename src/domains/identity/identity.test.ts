import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import type { Person } from '../../platform/context.ts';
import { sha256 } from '../../platform/crypto/index.ts';
import { emailLink, findPersonByEmail, identityDomain } from './index.ts';
import { accountExists, passwordChanged, passwordResetRequested, personVerified, verificationRequested } from './events.ts';
import { tables } from './tables.ts';

const heard: { event: string; data: { personId: string; tokenId?: string } }[] = [];
const listener = {
  name: 'listener',
  listeners: (events: World['ctx']['events']) => {
    for (const event of [verificationRequested, personVerified, passwordResetRequested, passwordChanged, accountExists])
      events.on(event, 'listener.hear', async (_ctx, data) => void heard.push({ event: event.name, data }));
  },
};

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [identityDomain, listener] });
});
afterAll(() => world?.close());
beforeEach(async () => {
  await world.runJobs();
  heard.splice(0);
});

const password = 'Tidy-Garden-42';
let count = 0;
const newEmail = () => `person${++count}@example.com`;

const post = (path: string, payload: object, session?: string) =>
  world.inject({ method: 'POST', url: `/api/v1/auth/${path}`, payload, ...(session && { cookies: { etude_session: session } }) });
const me = (session: string) => world.inject({ url: '/api/v1/me', cookies: { etude_session: session } });
const sessionOf = ({ cookies }: { cookies: { name: string; value: string }[] }) =>
  cookies.find(({ name }) => name === 'etude_session')!.value;

async function lastLink(event: { name: string }, email: string): Promise<string> {
  await world.runJobs();
  const { id } = (await findPersonByEmail(world.ctx, email))!;
  const { data } = heard.findLast((one) => one.event === event.name && one.data.personId === id)!;
  const link = await emailLink(world.ctx, data.tokenId!);
  return new URL(link!.url).searchParams.get('token')!;
}

async function register(email: string, more: object = {}) {
  return post('register', { email, password, displayName: 'Ada Okoye', ...more });
}

async function verified(email = newEmail()): Promise<string> {
  await register(email);
  await post('verify-email', { token: await lastLink(verificationRequested, email) });
  return email;
}

describe('registering', () => {
  it('sends a link that verifies, signs in and leads back to where the person was (ID-01)', async () => {
    const email = newEmail();
    const answer = await register(email, { returnTo: '/book/42?step=pay', timeZone: 'Europe/Lisbon', role: 'instructor' });
    expect(answer.statusCode).toBe(202);

    const verify = await post('verify-email', { token: await lastLink(verificationRequested, email) });
    expect(verify.json()).toEqual({ returnTo: '/book/42?step=pay' });
    expect((await me(sessionOf(verify))).json()).toMatchObject({
      email,
      displayName: 'Ada Okoye',
      roles: ['learner', 'instructor'],
      timeZone: 'Europe/Lisbon',
    });
    await world.runJobs();
    expect(heard.filter(({ event }) => event === personVerified.name)).toHaveLength(1);
  });

  it('opens a verification link once (ID-01)', async () => {
    const email = newEmail();
    await register(email);
    const token = await lastLink(verificationRequested, email);
    const [first, second] = await Promise.all([post('verify-email', { token }), post('verify-email', { token })]);
    expect([first.statusCode, second.statusCode].toSorted()).toEqual([200, 422]);
    expect([first, second].find(({ statusCode }) => statusCode === 422)!.json()).toMatchObject({ code: 'link_used' });
  });

  it('lets a verification link live for 24 hours (ID-01)', async () => {
    const [first, second] = [newEmail(), newEmail()];
    await register(first);
    const early = await lastLink(verificationRequested, first);
    world.clock.advance({ hours: 23, minutes: 59 });
    expect((await post('verify-email', { token: early })).statusCode).toBe(200);

    await register(second);
    const late = await lastLink(verificationRequested, second);
    world.clock.advance({ hours: 24 });
    expect((await post('verify-email', { token: late })).json()).toMatchObject({ code: 'link_expired' });
  });

  it('keeps only the hash of a link and of a session (ID-01, ID-02)', async () => {
    const email = newEmail();
    await register(email);
    const token = await lastLink(verificationRequested, email);
    const session = sessionOf(await post('verify-email', { token }));
    const person = await findPersonByEmail(world.ctx, email);
    const tokens = await tables(world.ctx).selectFrom('identity.email_tokens').selectAll().where('person_id', '=', person!.id).execute();
    const sessions = await tables(world.ctx).selectFrom('identity.sessions').selectAll().where('person_id', '=', person!.id).execute();
    expect(tokens.map((row) => row.token_hash)).toEqual([sha256(token)]);
    expect(sessions.map((row) => row.token_hash)).toEqual([sha256(session)]);
    expect(JSON.stringify([tokens, sessions])).not.toMatch(new RegExp(`${token}|${session}`));
  });

  it('answers alike for a known address, whose owner is told and whose account stays as it was (ID-03)', async () => {
    const email = await verified();
    const fresh = await register(newEmail());
    const known = await register(email.toUpperCase(), { password: 'Other-Garden-43', displayName: 'Mallory' });
    expect([known.statusCode, known.body]).toEqual([fresh.statusCode, fresh.body]);
    await world.runJobs();
    expect(heard.filter(({ event }) => event === accountExists.name)).toHaveLength(1);
    expect((await post('login', { email, password })).statusCode).toBe(204);
    expect((await findPersonByEmail(world.ctx, email))!.displayName).toBe('Ada Okoye');
  });

  it('lets a repeated registration replace an unverified one, and every link sent for it (ID-01)', async () => {
    const email = newEmail();
    await register(email);
    const old = await lastLink(verificationRequested, email);
    await register(email, { password: 'Newer-Garden-44' });
    const fresh = await lastLink(verificationRequested, email);
    expect((await post('verify-email', { token: old })).json()).toMatchObject({ code: 'link_used' });
    expect((await post('verify-email', { token: fresh })).statusCode).toBe(200);
    expect((await post('login', { email, password })).statusCode).toBe(401);
    expect((await post('login', { email, password: 'Newer-Garden-44' })).statusCode).toBe(204);
  });

  it('sends the link again on request, to addresses that wait for one alone (ID-01)', async () => {
    const waiting = newEmail();
    await register(waiting);
    const done = await verified();
    await world.runJobs();
    heard.splice(0);
    const answers = [];
    for (const email of [waiting, done, newEmail()]) answers.push((await post('resend-verification', { email })).body);
    expect(new Set(answers).size).toBe(1);
    await world.runJobs();
    const person = await findPersonByEmail(world.ctx, waiting);
    expect(heard.map(({ event, data }) => [event, data.personId])).toEqual([[verificationRequested.name, person!.id]]);
  });

  it('sends one person at most five verification links within an hour', async () => {
    const email = newEmail();
    await register(email);
    for (let i = 0; i < 8; i++) await post('resend-verification', { email });
    await world.runJobs();
    expect(heard).toHaveLength(5);
  });

  it.each([
    ['displayName', { displayName: '\u0007bell' }, 'display_name_malformed'],
    ['displayName', { displayName: '   ' }, 'display_name_malformed'],
    ['displayName', { displayName: 'win at https://spam.example' }, 'display_name_malformed'],
    ['displayName', { displayName: 'x'.repeat(101) }, 'display_name_malformed'],
    ['email', { email: 'two@example.com, three@example.com' }, 'email_malformed'],
    ['email', { email: `${'a'.repeat(250)}@example.com` }, 'email_malformed'],
    ['email', { email: 'line\r\nbreak@example.com' }, 'email_malformed'],
    ['password', { password: 'short1A' }, 'password_weak'],
    ['returnTo', { returnTo: 'https://elsewhere.example/' }, 'return_to_not_local'],
    ['returnTo', { returnTo: '//elsewhere.example' }, 'return_to_not_local'],
    ['returnTo', { returnTo: '/\\elsewhere.example' }, 'return_to_not_local'],
  ])('names the field %s of %j', async (field, wrong, code) => {
    const answer = await register(newEmail(), wrong);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code, errors: [{ field, code }] });
  });

  it.each(['مريم العلي', '李小龍', 'Zoë 🎻👩‍👩‍👧', 'O’Connor-Núñez'])('welcomes the name %s', async (displayName) => {
    const email = newEmail();
    expect((await register(email, { displayName })).statusCode).toBe(202);
    expect((await findPersonByEmail(world.ctx, email))!.displayName).toBe(displayName);
  });
});

describe('signing in', () => {
  it('answers an unknown address and a wrong password alike (ID-02, ID-03)', async () => {
    const email = await verified();
    const wrong = await post('login', { email, password: 'Wrong-Garden-45' });
    const unknown = await post('login', { email: newEmail(), password });
    const nonsense = await post('login', { email: 'not an address', password });
    const bare = (answer: typeof wrong) => ({ ...answer.json(), requestId: '' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({ code: 'invalid_credentials' });
    expect(bare(unknown)).toEqual(bare(wrong));
    expect(bare(nonsense)).toEqual(bare(wrong));
  });

  it('asks for the confirmation of the address, but only from who knows the password (ID-01)', async () => {
    const email = newEmail();
    await register(email);
    const right = await post('login', { email, password });
    expect([right.statusCode, right.json().code]).toEqual([403, 'email_unverified']);
    expect((await post('login', { email, password: 'Wrong-Garden-45' })).statusCode).toBe(401);
  });

  it('lasts 12 hours, or 30 days when remembered (ID-02)', async () => {
    const email = await verified();
    const plain = await post('login', { email, password });
    const remembered = await post('login', { email, password, remember: true });
    const cookie = (answer: typeof plain) => answer.cookies.find(({ name }) => name === 'etude_session')!;
    expect(cookie(plain)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie(plain).maxAge).toBeUndefined();
    expect(cookie(remembered).maxAge).toBe(30 * 24 * 3600);

    world.clock.advance({ hours: 12 });
    expect((await me(sessionOf(plain))).statusCode).toBe(401);
    world.clock.advance({ hours: 29 * 24 });
    expect((await me(sessionOf(remembered))).statusCode).toBe(200);
    world.clock.advance({ hours: 24 });
    expect((await me(sessionOf(remembered))).statusCode).toBe(401);
  });

  it('ends with sign out, everywhere at once (ID-02)', async () => {
    const email = await verified();
    const here = sessionOf(await post('login', { email, password }));
    const elsewhere = sessionOf(await post('login', { email, password }));
    const out = await post('logout', {}, here);
    expect(out.statusCode).toBe(204);
    expect(sessionOf(out)).toBe('');
    expect((await me(here)).statusCode).toBe(401);
    expect((await me(elsewhere)).statusCode).toBe(200);
  });

  it('never adopts a session that was there before', async () => {
    const email = await verified();
    const before = sessionOf(await post('login', { email, password }));
    const after = sessionOf(await post('login', { email, password }, before));
    expect(after).not.toBe(before);
    expect((await me(before)).statusCode).toBe(401);
  });

  it('notes when a session was seen, at most every five minutes', async () => {
    const email = await verified();
    const session = sessionOf(await post('login', { email, password }));
    const seen = async () =>
      (await tables(world.ctx).selectFrom('identity.sessions').select('last_seen_at').where('token_hash', '=', sha256(session)).executeTakeFirstOrThrow()).last_seen_at;
    const start = await seen();
    world.clock.advance({ minutes: 4 });
    await me(session);
    expect(await seen()).toEqual(start);
    world.clock.advance({ minutes: 1 });
    await me(session);
    expect(await seen()).toEqual(start.add({ minutes: 5 }));
  });

  it('finds a session with one query, by the index on its hash (ID-02)', async () => {
    const email = await verified();
    const session = sessionOf(await post('login', { email, password }));
    const queries: string[] = [];
    const db = world.ctx.db.withPlugin({
      transformQuery: ({ node }) => (queries.push(node.kind), node),
      transformResult: async ({ result }) => result,
    });
    const { findSessionPerson } = await import('./sessions/sessions.ts');
    expect(((await findSessionPerson({ ...world.ctx, db }, session)) as Person).email).toBe(email);
    expect(queries).toEqual(['SelectQueryNode']);
  });

  it('lets an unknown, an empty and an absurd cookie be nobody (ID-02)', async () => {
    for (const session of ['nonsense', '', 'é'.repeat(3000)]) expect((await me(encodeURIComponent(session))).statusCode).toBe(401);
  });
});

describe('a forgotten password', () => {
  it('is answered alike whether the address has an account or not (ID-03)', async () => {
    const known = await post('forgot-password', { email: await verified() });
    const unknown = await post('forgot-password', { email: newEmail() });
    expect([known.statusCode, known.body]).toEqual([202, unknown.body]);
    await world.runJobs();
    expect(heard.filter(({ event }) => event === passwordResetRequested.name)).toHaveLength(1);
  });

  it('is replaced by a link that works once and ends every other session (ID-03)', async () => {
    const email = await verified();
    const here = sessionOf(await post('login', { email, password }));
    const elsewhere = sessionOf(await post('login', { email, password }));
    await post('forgot-password', { email });
    const token = await lastLink(passwordResetRequested, email);

    expect((await post('reset-password', { token, password: 'weak' }, here)).json()).toMatchObject({ code: 'password_weak' });
    expect((await post('reset-password', { token, password: 'Fresh-Garden-46' }, here)).statusCode).toBe(204);
    expect((await me(here)).statusCode).toBe(200);
    expect((await me(elsewhere)).statusCode).toBe(401);
    expect((await post('reset-password', { token, password: 'Third-Garden-47' })).json()).toMatchObject({ code: 'link_used' });
    expect((await post('login', { email, password })).statusCode).toBe(401);
    expect((await post('login', { email, password: 'Fresh-Garden-46' })).statusCode).toBe(204);
    await world.runJobs();
    expect(heard.filter(({ event }) => event === passwordChanged.name)).toHaveLength(1);
  });

  it('has one hour (ID-03)', async () => {
    const email = await verified();
    await post('forgot-password', { email });
    const token = await lastLink(passwordResetRequested, email);
    world.clock.advance({ hours: 1 });
    expect((await post('reset-password', { token, password: 'Fresh-Garden-46' })).json()).toMatchObject({ code: 'link_expired' });
  });

  it('proves the address too, so a person who never confirmed can sign in afterwards (ID-03)', async () => {
    const email = newEmail();
    await register(email);
    const verification = await lastLink(verificationRequested, email);
    await post('forgot-password', { email });
    await post('reset-password', { token: await lastLink(passwordResetRequested, email), password: 'Fresh-Garden-46' });
    expect((await post('login', { email, password: 'Fresh-Garden-46' })).statusCode).toBe(204);
    expect((await post('verify-email', { token: verification })).json()).toMatchObject({ code: 'link_used' });
  });

  it('does not take a verification link for a reset link, nor an invented one (ID-03)', async () => {
    const email = newEmail();
    await register(email);
    const verification = await lastLink(verificationRequested, email);
    for (const token of [verification, 'invented'])
      expect((await post('reset-password', { token, password })).json()).toMatchObject({ code: 'link_unknown' });
  });
});
