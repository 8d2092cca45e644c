import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  newEmail,
  sessionOf,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { sha256 } from '../../../platform/crypto/index.ts';
import { accountExists, personVerified, verificationRequested } from '../events.ts';
import { findPersonByEmail } from '../index.ts';
import { tables } from '../tables.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

describe('registering', () => {
  it('sends a link that verifies, signs in and leads back to where the person was (ID-01)', async () => {
    const email = newEmail();
    const answer = await world.register(email, {
      returnTo: '/book/42?step=pay',
      timeZone: 'Europe/Lisbon',
      role: 'instructor',
    });
    expect(answer.statusCode).toBe(202);

    const verify = await world.post('verify-email', {
      token: await world.lastLink(verificationRequested, email),
    });
    expect(verify.json()).toEqual({ returnTo: '/book/42?step=pay' });
    expect((await world.me(sessionOf(verify))).json()).toMatchObject({
      email,
      displayName: 'Ada Okoye',
      roles: ['learner', 'instructor'],
      timeZone: 'Europe/Lisbon',
    });
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === personVerified.name)).toHaveLength(1);
  });

  it('opens a verification link once (ID-01)', async () => {
    const email = newEmail();
    await world.register(email);
    const token = await world.lastLink(verificationRequested, email);
    const [first, second] = await Promise.all([
      world.post('verify-email', { token }),
      world.post('verify-email', { token }),
    ]);
    expect(new Set([first.statusCode, second.statusCode])).toEqual(new Set([200, 422]));
    expect([first, second].find(({ statusCode }) => statusCode === 422)!.json()).toMatchObject({
      code: 'link_used',
    });
  });

  it('lets a verification link live for 24 hours (ID-01)', async () => {
    const [first, second] = [newEmail(), newEmail()];
    await world.register(first);
    const early = await world.lastLink(verificationRequested, first);
    world.clock.advance({ hours: 23, minutes: 59 });
    expect((await world.post('verify-email', { token: early })).statusCode).toBe(200);

    await world.register(second);
    const late = await world.lastLink(verificationRequested, second);
    world.clock.advance({ hours: 24 });
    expect((await world.post('verify-email', { token: late })).json()).toMatchObject({
      code: 'link_expired',
    });
  });

  it('keeps only the hash of a link and of a session (ID-01, ID-02)', async () => {
    const email = newEmail();
    await world.register(email);
    const token = await world.lastLink(verificationRequested, email);
    const session = sessionOf(await world.post('verify-email', { token }));
    const person = await findPersonByEmail(world.ctx, email);
    const tokens = await tables(world.ctx)
      .selectFrom('identity.email_tokens')
      .selectAll()
      .where('person_id', '=', person!.id)
      .execute();
    const sessions = await tables(world.ctx)
      .selectFrom('identity.sessions')
      .selectAll()
      .where('person_id', '=', person!.id)
      .execute();
    expect(tokens.map((row) => row.token_hash)).toEqual([sha256(token)]);
    expect(sessions.map((row) => row.token_hash)).toEqual([sha256(session)]);
    expect(JSON.stringify([tokens, sessions])).not.toMatch(new RegExp(`${token}|${session}`));
  });

  it('answers alike for a known address, whose owner is told and whose account stays as it was (ID-03)', async () => {
    const email = await world.verified();
    const fresh = await world.register(newEmail());
    const known = await world.register(email.toUpperCase(), {
      password: 'Other-Garden-43',
      displayName: 'Mallory',
    });
    expect([known.statusCode, known.body]).toEqual([fresh.statusCode, fresh.body]);
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === accountExists.name)).toHaveLength(1);
    expect((await world.post('login', { email, password: gardenPassword })).statusCode).toBe(200);
    expect((await findPersonByEmail(world.ctx, email))!.displayName).toBe('Ada Okoye');
  });

  it('lets a repeated registration replace an unverified one, and every link sent for it (ID-01)', async () => {
    const email = newEmail();
    await world.register(email);
    const old = await world.lastLink(verificationRequested, email);
    await world.register(email, { password: 'Newer-Garden-44' });
    const fresh = await world.lastLink(verificationRequested, email);
    expect((await world.post('verify-email', { token: old })).json()).toMatchObject({
      code: 'link_used',
    });
    expect((await world.post('verify-email', { token: fresh })).statusCode).toBe(200);
    expect((await world.post('login', { email, password: gardenPassword })).statusCode).toBe(401);
    expect((await world.post('login', { email, password: 'Newer-Garden-44' })).statusCode).toBe(
      200,
    );
  });

  it('sends the link again on request, to addresses that wait for one alone (ID-01)', async () => {
    const waiting = newEmail();
    await world.register(waiting);
    const done = await world.verified();
    await world.runJobs();
    world.heard.splice(0);
    const answers = [];
    for (const email of [waiting, done, newEmail()])
      answers.push((await world.post('resend-verification', { email })).body);
    expect(new Set(answers).size).toBe(1);
    await world.runJobs();
    const person = await findPersonByEmail(world.ctx, waiting);
    expect(world.heard.map(({ event, data }) => [event, data.personId])).toEqual([
      [verificationRequested.name, person!.id],
    ]);
  });

  it('sends one person at most five verification links within an hour', async () => {
    const email = newEmail();
    await world.register(email);
    for (let i = 0; i < 8; i++) await world.post('resend-verification', { email });
    await world.runJobs();
    expect(world.heard).toHaveLength(5);
  });

  it.each([
    ['displayName', { displayName: '\u0007bell' }, 'display_name_malformed'],
    ['displayName', { displayName: 'Ada\r\nBcc: eve@example.com' }, 'display_name_malformed'],
    ['displayName', { displayName: 'Ada\u202eadA' }, 'display_name_malformed'],
    ['displayName', { displayName: '   ' }, 'display_name_malformed'],
    ['displayName', { displayName: 'win at https://spam.example' }, 'display_name_malformed'],
    ['displayName', { displayName: 'x'.repeat(101) }, 'display_name_malformed'],
    ['email', { email: 'two@example.com, three@example.com' }, 'email_malformed'],
    ['email', { email: `${'a'.repeat(250)}@example.com` }, 'email_malformed'],
    ['email', { email: 'line\r\nbreak@example.com' }, 'email_malformed'],
    ['email', { email: 'p\u0430ypal@example.com' }, 'email_malformed'],
    ['email', { email: `${'a'.repeat(60)}@${'b.'.repeat(120)}example.com` }, 'email_malformed'],
    ['password', { password: 'short1A' }, 'password_weak'],
    ['returnTo', { returnTo: 'https://elsewhere.example/' }, 'return_to_not_local'],
    ['returnTo', { returnTo: '//elsewhere.example' }, 'return_to_not_local'],
    ['returnTo', { returnTo: '/\\elsewhere.example' }, 'return_to_not_local'],
  ])('names the field %s of %j', async (field, wrong, code) => {
    const answer = await world.register(newEmail(), wrong);
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code, errors: [{ field, code }] });
  });

  it('takes a plus tag as an address of its own (ID-01)', async () => {
    const email = await world.verified();
    const tagged = email.replace('@', '+lessons@');
    await world.register(tagged);
    await world.runJobs();
    const person = await findPersonByEmail(world.ctx, tagged);
    expect(person!.id).not.toBe((await findPersonByEmail(world.ctx, email))!.id);
  });

  it.each(['مريم العلي', '李小龍', 'Zoë 🎻👩‍👩‍👧', 'O’Connor-Núñez'])(
    'welcomes the name %s',
    async (displayName) => {
      const email = newEmail();
      expect((await world.register(email, { displayName })).statusCode).toBe(202);
      expect((await findPersonByEmail(world.ctx, email))!.displayName).toBe(displayName);
    },
  );
});
