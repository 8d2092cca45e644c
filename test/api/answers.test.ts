import { existsSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountWeb } from '../../src/web/server/mount-web.ts';
import { signIn } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';
import { rows } from './access-table.ts';

let world: World;
/** Every operation, asked by nobody and by somebody who may, whatever it answers. */
const answers: { operation: string; signedIn: boolean; answer: LightMyRequestResponse }[] = [];

beforeAll(async () => {
  if (!existsSync('build/server/index.js'))
    throw new Error('the pages are not built: run bin/build');
  const env = { PUBLIC_URL: 'https://etude.example', RATE_LIMIT_FACTOR: '1000000' };
  world = await startTestWorld({ env, extend: mountWeb });
  const { cookie } = await signIn(world, 'answers@etude.example', [
    'learner',
    'instructor',
    'operator',
  ]);
  for (const signedIn of [false, true])
    for (const { operation, method, path } of rows) {
      if (operation === 'POST /api/v1/auth/logout') continue;
      const url = path
        .replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000')
        .replace('*', 'sign-in');
      const answer = await world.inject({ method, url, headers: signedIn ? { cookie } : {} });
      answers.push({ operation, signedIn, answer });
    }
}, 120_000);
afterAll(() => world?.close());

describe('every answer', () => {
  it('tells browsers not to guess, not to frame, and to stay on https (ID-16)', () => {
    for (const { operation, answer } of answers) {
      expect(answer.headers, operation).toMatchObject({
        'x-content-type-options': 'nosniff',
        'strict-transport-security': 'max-age=63072000; includeSubDomains',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = String(answer.headers['content-security-policy']);
      expect(policy, operation).toContain("frame-ancestors 'none'");
      expect(policy, operation).not.toMatch(/unsafe|\*/);
    }
  });

  it('with a body says what it is, in UTF-8 where it is text', () => {
    for (const { operation, answer } of answers.filter(({ answer }) => answer.body !== '')) {
      const type = String(answer.headers['content-type']);
      expect(type, operation).toMatch(
        /^(application\/(problem\+)?json; charset=utf-8|text\/(html|css|plain|calendar|javascript); charset=utf-8|image\/svg\+xml)/i,
      );
    }
  });

  it('to a person about themselves is kept by no cache', () => {
    const personal = answers.filter(
      ({ operation, signedIn, answer }) =>
        signedIn && answer.statusCode < 300 && operation.includes('/api/v1/me'),
    );
    expect(personal.length).toBeGreaterThan(3);
    for (const { operation, answer } of personal)
      expect(String(answer.headers['cache-control']), operation).toContain('no-store');
  });

  it('says nothing of what it was made with', () => {
    for (const { operation, answer } of answers) {
      expect(Object.keys(answer.headers), operation).not.toContain('x-powered-by');
      expect(Object.keys(answer.headers), operation).not.toContain('server');
    }
  });

  it('lets no other site read it, unless that site is configured', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const { operation, method, path } of rows.filter(({ method }) => method === 'GET')) {
      const answer = await world.inject({ method, url: path.replaceAll(/[:*]/g, ''), headers });
      expect(answer.headers['access-control-allow-origin'], operation).toBeUndefined();
    }
  });

  it('sets no cookie that scripts, other hosts or open connections could see (ID-16)', async () => {
    const { email } = { email: 'cookies@etude.example' };
    await signIn(world, email, ['learner']);
    const payload = { email, password: 'Practice makes 1 better' };
    const signedIn = await world.inject({ method: 'POST', url: '/api/v1/auth/login', payload });
    expect(signedIn.cookies.length).toBeGreaterThan(0);
    for (const cookie of signedIn.cookies) {
      expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', path: '/' });
      expect(cookie.name).toMatch(/^__Host-/);
      expect(cookie.domain).toBeUndefined();
    }
  });
});

describe('what is not there', () => {
  it.each([
    '/.git/config',
    '/.env',
    '/package.json',
    '/src/main.ts',
    '/assets/',
    '/assets',
    '/var/data/secrets.json',
    '/inbox',
    '/migrations/',
  ])('%s is no file and no list of files', async (url) => {
    const answer = await world.inject({ url });
    expect(answer.statusCode).toBe(404);
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'LOCK'])('%s is no method of ours', async (method) => {
    for (const url of ['/', '/api/v1/me', '/api/v1/subjects']) {
      const answer = await world.inject({ method: method as 'GET', url });
      expect(answer.statusCode, url).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode, url).toBeLessThan(500);
    }
  });

  it('is a second value of one parameter, or a field that nobody asked for', async () => {
    const twice = await world.inject({ url: '/api/v1/search?market=gb&market=us' });
    expect(twice.statusCode).toBe(400);
    const more = { email: 'more@etude.example', password: 'Tidy-Garden-42', displayName: 'Ada' };
    for (const surplus of [
      { roles: ['operator'] },
      { emailVerifiedAt: '2026-01-01' },
      { isDemo: true },
    ]) {
      const answer = await world.inject({
        method: 'POST',
        url: '/api/v1/auth/register',
        payload: { ...more, ...surplus },
      });
      expect([answer.statusCode, answer.json().errors[0].code]).toEqual([400, 'unknown_field']);
    }
  });
});

describe('a message whose end is in doubt', () => {
  /** What the server answers to these bytes, on a connection of their own. */
  async function answerTo(bytes: string): Promise<string> {
    if (!world.app.server.listening) await world.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = world.app.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => void socket.write(bytes));
      socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      socket.on('close', () => resolve(text)).on('error', reject);
      setTimeout(() => socket.destroy(), 1_000);
    });
  }
  const post = 'POST /api/v1/auth/logout HTTP/1.1\r\nhost: etude.example\r\n';

  it.each([
    [
      'a length beside chunks',
      `${post}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
    ['two lengths', `${post}content-length: 0\r\ncontent-length: 5\r\n\r\nhello`],
    ['a length that is no number', `${post}content-length: +5\r\n\r\nhello`],
    [
      'an encoding that ends in no chunks',
      `${post}transfer-encoding: chunked, gzip\r\n\r\n0\r\n\r\n`,
    ],
    ['a space before the colon', `${post}content-length : 5\r\n\r\nhello`],
    ['a line of its own in a header', `${post}x-a: b\n c\r\nx\x00y: z\r\n\r\n`],
  ])('is refused: %s', async (_what, bytes) => {
    const answer = await answerTo(
      `${bytes}GET /api/v1/subjects HTTP/1.1\r\nhost: etude.example\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('HTTP/1.1 200');
  });
});
