import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  gardenPassword,
  type IdentityWorld,
  startIdentityWorld,
} from '../../../../test/support/identity.ts';
import { refreshReused } from '../events.ts';
import { tables } from '../tables.ts';

interface Tokens {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
}

let world: IdentityWorld;
beforeAll(async () => {
  world = await startIdentityWorld();
});
afterAll(() => world?.close());
beforeEach(() => world.settle());

async function signInProgram(): Promise<Tokens> {
  const email = await world.verified();
  const answer = await world.post('login', { email, password: gardenPassword, client: 'api' });
  expect([answer.statusCode, answer.json().status]).toEqual([200, 'signed_in']);
  expect(answer.cookies.map(({ name }) => name)).not.toContain('etude_session');
  return answer.json<{ tokens: Tokens }>().tokens;
}
const me = (token: string, more: Record<string, string> = {}) =>
  world.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}`, ...more } });
const refresh = (refreshToken: string) => world.post('refresh', { refreshToken });

describe('a program that signs in', () => {
  it('holds an access token for ten minutes, and refreshes it for the next (ID-08)', async () => {
    const first = await signInProgram();
    expect((await me(first.accessToken)).statusCode).toBe(200);
    world.clock.advance({ minutes: 10 });
    expect((await me(first.accessToken)).json().code).toBe('token_invalid');
    const answer = await refresh(first.refreshToken);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const second = answer.json<Tokens>();
    expect((await me(second.accessToken)).statusCode).toBe(200);
    expect(Date.parse(second.accessExpiresAt)).toBe(
      world.clock.now().add({ minutes: 10 }).epochMilliseconds,
    );
  });

  it('loses the old access token the moment it refreshes (ID-08)', async () => {
    const first = await signInProgram();
    await refresh(first.refreshToken);
    expect((await me(first.accessToken)).statusCode).toBe(401);
  });

  it('may refresh within 30 days, for 180 days in all (ID-08)', async () => {
    const idle = await signInProgram();
    let { refreshToken } = await signInProgram();
    world.clock.advance({ hours: 30 * 24 });
    expect((await refresh(idle.refreshToken)).json().code).toBe('refresh_invalid');
    expect((await refresh(refreshToken)).json().code).toBe('refresh_invalid');

    ({ refreshToken } = await signInProgram());
    for (let days = 0; days < 160; days += 20) {
      world.clock.advance({ hours: 20 * 24 });
      ({ refreshToken } = (await refresh(refreshToken)).json<Tokens>());
    }
    world.clock.advance({ hours: 20 * 24 });
    expect((await refresh(refreshToken)).statusCode).toBe(401);
  });

  it('signs out by its token, which ends the refresh token too (ID-08)', async () => {
    const { accessToken, refreshToken } = await signInProgram();
    const out = await world.inject({
      method: 'POST',
      url: '/api/v1/auth/logout',
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(out.statusCode).toBe(204);
    expect((await me(accessToken)).statusCode).toBe(401);
    expect((await refresh(refreshToken)).json().code).toBe('refresh_invalid');
  });

  it('needs no origin, since it carries no cookie that could be misused (ID-16)', async () => {
    const { accessToken } = await signInProgram();
    const logout = (headers: Record<string, string>) =>
      world.inject({ method: 'POST', url: '/api/v1/auth/logout', headers });
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await logout(foreign)).statusCode).toBe(403);
    expect((await logout({ ...foreign, authorization: `Bearer ${accessToken}` })).statusCode).toBe(
      204,
    );
  });
});

describe('a refresh token that comes again', () => {
  it('ends the session, and its owner is told (ID-08, ID-12)', async () => {
    const first = await signInProgram();
    const second = (await refresh(first.refreshToken)).json<Tokens>();
    world.clock.advance({ hours: 1 });
    expect((await refresh(first.refreshToken)).json().code).toBe('refresh_reused');
    expect((await refresh(second.refreshToken)).statusCode).toBe(401);
    expect((await me(second.accessToken)).statusCode).toBe(401);
    expect((await refresh(first.refreshToken)).json().code).toBe('refresh_reused');
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === refreshReused.name)).toHaveLength(1);
  });

  it('fifty times at once is exchanged once, and then nobody holds a session (ID-08)', async () => {
    const { refreshToken } = await signInProgram();
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)));
    const won = answers.filter(({ statusCode }) => statusCode === 200);
    expect(won).toHaveLength(1);
    expect(
      answers.filter(({ statusCode }) => statusCode !== 200).map((one) => one.json().code),
    ).toEqual(Array.from({ length: 49 }, () => 'refresh_reused'));
    expect((await me(won[0]!.json<Tokens>().accessToken)).statusCode).toBe(401);
    await world.runJobs();
    expect(world.heard.filter(({ event }) => event === refreshReused.name)).toHaveLength(1);
  });
});

describe('a token', () => {
  it('is kept as a hash alone (ID-08)', async () => {
    const { accessToken, refreshToken } = await signInProgram();
    const rows = [
      ...(await tables(world.ctx).selectFrom('identity.sessions').selectAll().execute()),
      ...(await tables(world.ctx).selectFrom('identity.refresh_tokens').selectAll().execute()),
    ];
    const text = rows
      .flatMap((row) => Object.values(row))
      .map((value) => (Buffer.isBuffer(value) ? value.toString('base64url') : String(value)))
      .join(' ');
    expect(text).not.toContain(accessToken);
    expect(text).not.toContain(refreshToken);
  });

  it.each([
    ['none', ''],
    ['invented', 'A'.repeat(43)],
    ['a JWT without a signature', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.'],
    ['a JWT', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${'x'.repeat(43)}`],
    ['oversized', 'x'.repeat(10_000)],
    ['no text', '\u00ff\u00fe'],
  ])('that is %s is refused as one (ID-08)', async (_what, token) => {
    const answer = await me(token);
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'token_invalid']);
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    const refused = await refresh(token || '-');
    expect(refused.statusCode).toBeLessThan(500);
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
  });

  it('never passes for a cookie, nor a cookie for a token (ID-08)', async () => {
    const { accessToken } = await signInProgram();
    expect((await world.me(accessToken)).statusCode).toBe(401);
    const email = await world.verified();
    const { cookies } = await world.post('login', { email, password: gardenPassword });
    const session = cookies.find(({ name }) => name === 'etude_session')!.value;
    expect((await me(session)).statusCode).toBe(401);
    expect((await me('nonsense', { cookie: `etude_session=${session}` })).statusCode).toBe(401);
  });
});
