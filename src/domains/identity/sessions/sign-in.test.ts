import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  newEmail,
  sessionOf,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { randomToken, sha256 } from '../../../platform/crypto/index.ts';
import type { Db } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import { findSessionPerson } from './sessions.ts';

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

describe('signing in', () => {
  it('answers an unknown address and a wrong password alike (ID-02, ID-03)', async () => {
    const email = await world.verified();
    const wrong = await world.post('login', { email, password: 'Wrong-Garden-45' });
    const unknown = await world.post('login', { email: newEmail(), password: gardenPassword });
    const nonsense = await world.post('login', {
      email: 'not an address',
      password: gardenPassword,
    });
    const bare = (answer: typeof wrong) => ({ ...answer.json(), requestId: '' });
    expect(wrong.statusCode).toBe(401);
    expect(wrong.json()).toMatchObject({ code: 'invalid_credentials' });
    expect(bare(unknown)).toEqual(bare(wrong));
    expect(bare(nonsense)).toEqual(bare(wrong));
  });

  it('asks for the confirmation of the address, but only from who knows the password (ID-01)', async () => {
    const email = newEmail();
    await world.register(email);
    const right = await world.post('login', { email, password: gardenPassword });
    expect([right.statusCode, right.json().code]).toEqual([403, 'email_unverified']);
    expect((await world.post('login', { email, password: 'Wrong-Garden-45' })).statusCode).toBe(
      401,
    );
  });

  it('lasts 12 hours, or 30 days when remembered (ID-02)', async () => {
    const email = await world.verified();
    const plain = await world.post('login', { email, password: gardenPassword });
    const remembered = await world.post('login', {
      email,
      password: gardenPassword,
      remember: true,
    });
    const cookie = (answer: typeof plain) =>
      answer.cookies.find(({ name }) => name === 'etude_session')!;
    expect(cookie(plain)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(cookie(plain).maxAge).toBeUndefined();
    expect(cookie(remembered).maxAge).toBe(30 * 24 * 3600);

    world.clock.advance({ hours: 12 });
    expect((await world.me(sessionOf(plain))).statusCode).toBe(401);
    world.clock.advance({ hours: 29 * 24 });
    expect((await world.me(sessionOf(remembered))).statusCode).toBe(200);
    world.clock.advance({ hours: 24 });
    expect((await world.me(sessionOf(remembered))).statusCode).toBe(401);
  });

  it('ends with sign out, everywhere at once (ID-02)', async () => {
    const email = await world.verified();
    const here = sessionOf(await world.post('login', { email, password: gardenPassword }));
    const elsewhere = sessionOf(await world.post('login', { email, password: gardenPassword }));
    const out = await world.post('logout', {}, here);
    expect(out.statusCode).toBe(204);
    expect(sessionOf(out)).toBe('');
    expect((await world.me(here)).statusCode).toBe(401);
    expect((await world.me(elsewhere)).statusCode).toBe(200);
  });

  it('never adopts a session that was there before', async () => {
    const email = await world.verified();
    const before = sessionOf(await world.post('login', { email, password: gardenPassword }));
    const after = sessionOf(await world.post('login', { email, password: gardenPassword }, before));
    expect(after).not.toBe(before);
    expect((await world.me(before)).statusCode).toBe(401);
  });

  it('notes when a session was seen, at most every five minutes', async () => {
    const email = await world.verified();
    const session = sessionOf(await world.post('login', { email, password: gardenPassword }));
    const seen = async () =>
      (
        await tables(world.ctx)
          .selectFrom('identity.sessions')
          .select('last_seen_at')
          .where('token_hash', '=', sha256(session))
          .executeTakeFirstOrThrow()
      ).last_seen_at;
    const start = await seen();
    world.clock.advance({ minutes: 4 });
    await world.me(session);
    expect(await seen()).toEqual(start);
    world.clock.advance({ minutes: 1 });
    await world.me(session);
    expect(await seen()).toEqual(start.add({ minutes: 5 }));
  });

  it('finds the sessions of requests that come together with one query, each its own (ID-02)', async () => {
    const emails = [await world.verified(), await world.verified()];
    const [first, second] = await Promise.all(
      emails.map(async (email) =>
        sessionOf(await world.post('login', { email, password: gardenPassword })),
      ),
    );
    const { db, count } = countingQueries(world.ctx.db);
    const ctx = { ...world.ctx, db };
    const people = await Promise.all(
      [first!, second!, randomToken(), first!].map((token) =>
        findSessionPerson(ctx, token, 'browser'),
      ),
    );
    expect(people.map((person) => person?.email)).toEqual([...emails, undefined, emails[0]]);
    expect(count()).toBe(1);
    expect((await findSessionPerson(ctx, second!, 'browser'))?.email).toBe(emails[1]);
    expect(await findSessionPerson(ctx, second!, 'api')).toBeUndefined();
    expect(count()).toBe(3);
  });

  it('gives its place back when a request has ended, however it ended (ID-02)', async () => {
    const wrong = () => world.post('login', { email: newEmail(), password: 'Wrong-Garden-45' });
    const answers = await Promise.all(Array.from({ length: 450 }, wrong));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([401, 503]));
    await Promise.all(Array.from({ length: 90 }, () => world.post('login', { email: 'no' })));
    expect((await wrong()).statusCode).toBe(401);
  });

  it('lets an unknown, an empty and an absurd cookie be nobody (ID-02)', async () => {
    for (const session of ['nonsense', '', 'é'.repeat(3000)])
      expect((await world.me(encodeURIComponent(session))).statusCode).toBe(401);
  });
});

function countingQueries(inner: Db): { db: Db; count: () => number } {
  let queries = 0;
  const db = inner.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries += 1;
      return result;
    },
  });
  return { db, count: () => queries };
}
