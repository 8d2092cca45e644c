import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountWeb } from '../../src/web/server/mount-web.ts';
import { signIn } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';

let world: World;
let cookie: string;
beforeAll(async () => {
  if (!existsSync('build/server/index.js'))
    throw new Error('the pages are not built: run bin/build');
  world = await startTestWorld({ extend: mountWeb });
  ({ cookie } = await signIn(world, 'pages@etude.example', ['learner', 'instructor']));
}, 120_000);
afterAll(() => world?.close());

const long = 'x'.repeat(5_000);
const id = '01890000-0000-7000-8000-000000000000';
const addresses = [
  '/',
  '/search?subject=%00',
  '/search?market=zz',
  '/search?price=abc&place=nowhere&sort=zzz&cursor=%25',
  '/search?price=99999999999999999999',
  `/search?q=${long.slice(0, 2_000)}`,
  '/search?q=yoga+in+Tokyo',
  '/search?view=map&market=jp',
  '/book/garbage',
  `/book/${id}`,
  '/lessons/garbage',
  `/lessons/${id}`,
  '/lessons?cursor=zz',
  '/week?from=zzz',
  '/week?from=9999-99-99',
  '/teach',
  '/teach/hours',
  `/teachers/${long}`,
  '/teachers/%F0%9F%98%80',
  '/teachers/nobody?from=zz&service=zz',
  '/verify-email?token=%00',
  '/verify-email',
  `/reset-password?token=${long}`,
  '/sign-in?returnTo=https://evil.example',
  '/market',
  '/sign-in/code?with=zz',
  '/sign-in/provider',
  '/sign-in/oidc/callback',
  `/sign-in/oidc/callback?code=${long}&state=%00&iss=zz`,
  '/email/confirm?token=%00',
  `/email/undo?token=${long}`,
  '/two-factor/stop-reset?token=zz',
  '/account',
  '/account/security?done=constructor',
  '/account/email',
  '/account/password',
  '/account/phone?remove=1&change=1',
  '/account/two-factor',
  '/account/backup-codes',
  '/account/passkeys?remove=zz&rename=zz',
  '/account/provider',
  '/account/devices?cursor=zz',
  '/account/activity?cursor=%00',
  '/account/data',
  '/account/data/delete',
  '/account/data/export',
  '/account/confirm?with=zz&returnTo=//evil.example',
  '/%',
  '/%00',
  '/maps/zz.svg',
  '/assets/../server/index.js',
];
const forms = [
  '/',
  '/search',
  '/teachers/nobody',
  '/sign-in',
  '/join',
  `/book/${id}`,
  `/lessons/${id}`,
  '/market',
  '/verify-email',
  '/forgot-password',
  '/reset-password',
  '/sign-out',
  '/teach',
  '/teach/hours',
  '/check-mail',
  '/sign-in/code',
  '/sign-in/provider',
  '/email/confirm?token=zz',
  '/email/undo?token=zz',
  '/two-factor/stop-reset?token=zz',
  '/account',
  '/account/confirm',
  '/account/email',
  '/account/password',
  '/account/phone',
  '/account/two-factor',
  '/account/backup-codes',
  '/account/passkeys',
  '/account/provider',
  '/account/devices',
  '/account/data/keep',
  '/nowhere',
];
const bodies: [string, string | undefined][] = [
  ['a=1&serviceId=zz&startsAt=zz&email=%00&intent=zz', 'application/x-www-form-urlencoded'],
  ['%', 'application/x-www-form-urlencoded'],
  ['{"a":', 'application/json'],
  ['--x\r\n', 'multipart/form-data; boundary=x'],
  ['plain', 'text/plain'],
];

describe('a page', () => {
  it.each([false, true])(
    'answers whatever address is typed without a server error, signed in: %s',
    async (signedIn) => {
      for (const url of addresses) {
        const answer = await world.inject({ url, headers: signedIn ? { cookie } : {} });
        expect(answer.statusCode, url.slice(0, 80)).toBeLessThan(500);
      }
    },
  );

  it.each([false, true])(
    'answers whatever is posted to it without a server error, signed in: %s',
    async (signedIn) => {
      for (const url of forms)
        for (const [payload, type] of bodies) {
          const answer = await world.inject({
            method: 'POST',
            url,
            payload,
            headers: {
              ...(type && { 'content-type': type }),
              ...(signedIn && url !== '/sign-out' && { cookie }),
            },
          });
          expect(answer.statusCode, `${url} ${payload}`).toBeLessThan(500);
        }
    },
  );

  it('refuses a form that another site posts (ID-16)', async () => {
    const answer = await world.inject({
      method: 'POST',
      url: '/market',
      payload: 'market=gb',
      headers: {
        cookie,
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(answer.statusCode).toBe(403);
  });

  it('is answered with a nonce of its own each time, also from memory (ID-16)', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(
        async () =>
          /nonce-([\w-]+)/.exec(
            String((await world.inject({ url: '/' })).headers['content-security-policy']),
          )![1],
      ),
    );
    expect(new Set(nonces).size).toBe(3);
    const { body, headers } = await world.inject({ url: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    for (const [, nonce] of body.matchAll(/nonce="([^"]+)"/g)) expect(policy).toContain(nonce);
  });
});
