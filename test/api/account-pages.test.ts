import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountWeb } from '../../src/web/server/mount-web.ts';
import { sessionCookie, signIn, testPassword } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';

const email = 'pages@account.example';
let world: World;
let cookie: string;
beforeAll(async () => {
  if (!existsSync('build/server/index.js'))
    throw new Error('the pages are not built: run bin/build');
  world = await startTestWorld({ extend: mountWeb });
  ({ cookie } = await signIn(world, email, ['learner']));
}, 120_000);
afterAll(() => world?.close());

const open = (url: string, cookies = cookie) => world.inject({ url, headers: { cookie: cookies } });
const post = (url: string, fields: Record<string, string>, cookies = cookie) =>
  world.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { cookie: cookies, 'content-type': 'application/x-www-form-urlencoded' },
  });
const toConfirm = (path: string) => `/account/confirm?returnTo=${encodeURIComponent(path)}`;

describe('pages that change what protects the account', () => {
  it.each([
    '/account/email',
    '/account/phone',
    '/account/two-factor',
    '/account/passkeys',
    '/account/data/delete',
  ])('open at once after signing in, and ask for a proof later: %s', async (path) => {
    cookie = await sessionCookie(world, email);
    expect((await open(path)).statusCode).toBe(200);
    world.clock.advance({ minutes: 11 });
    const late = await open(path);
    expect(late.statusCode).toBe(303);
    expect(late.headers.location).toBe(toConfirm(path));
  });

  it('bring back what was typed when the proof grew old meanwhile', async () => {
    cookie = await sessionCookie(world, email);
    world.clock.advance({ minutes: 11 });
    const newEmail = 'typed@account.example';
    const refused = await post('/account/email', { newEmail });
    expect(refused.headers.location).toBe(toConfirm('/account/email'));
    const typed = refused.cookies.find(({ name }) => name === 'etude_typed');
    expect(typed).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/account/email' });
    expect(refused.headers.location).not.toContain('typed');

    const confirmed = await post(toConfirm('/account/email'), { password: testPassword });
    expect(confirmed.headers.location).toBe('/account/email');
    const back = await open('/account/email', `${cookie}; etude_typed=${typed?.value}`);
    expect(back.body).toContain(`value="${newEmail}"`);
    expect(back.cookies).toContainEqual(
      expect.objectContaining({ name: 'etude_typed', maxAge: 0 }),
    );
  });

  it('are not entered with a wrong proof, and lead only to pages of this site', async () => {
    cookie = await sessionCookie(world, email);
    const wrong = await post(toConfirm('/account/email'), { password: 'wrong' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('role="alert"');
    const right = await post('/account/confirm?returnTo=https://evil.example', {
      password: testPassword,
    });
    expect(right.headers.location).toBe('/account/security');
  });

  it('give the data only as a file, and only after a proof (ID-17)', async () => {
    cookie = await sessionCookie(world, email);
    const file = await open('/account/data/export');
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="etude-.*\.json"$/);
    expect(file.headers['cache-control']).toContain('no-store');
    expect(JSON.parse(file.body)).toMatchObject({ format: 'etude-account' });
    world.clock.advance({ minutes: 11 });
    const late = await open('/account/data/export');
    expect(late.headers.location).toBe(toConfirm('/account/data'));
  });

  it('say on the way to the sign-in page that a session has ended', async () => {
    cookie = await sessionCookie(world, email);
    await world.inject({ method: 'POST', url: '/api/v1/auth/logout', headers: { cookie } });
    const { headers } = await open('/account/security');
    expect(headers.location).toBe('/sign-in?ended=1&returnTo=%2Faccount%2Fsecurity');
    expect((await open('/sign-in?ended=1')).body).toContain('You were signed out');
  });
});

describe('a link from a mail', () => {
  it.each(['/email/confirm', '/email/undo', '/two-factor/stop-reset'])(
    'shows a button when opened, and says kindly when it is cut off or dead: %s',
    async (path) => {
      expect((await open(`${path}?token=abc`, '')).body).toMatch(/<form method="post"/);
      expect((await open(path, '')).body).toContain('not complete');
      const dead = await post(`${path}?token=abc`, {}, '');
      expect(dead.body).toContain('role="alert"');
    },
  );
});
