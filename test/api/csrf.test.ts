import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountWeb } from '../../src/web/server/mount-web.ts';
import { signIn } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';
import { rows } from './access-table.ts';

const publicUrl = 'https://etude.example';
const own = { host: 'etude.example' };

let world: World;
let cookie: string;
beforeAll(async () => {
  if (!existsSync('build/server/index.js'))
    throw new Error('the pages are not built: run bin/build');
  const env = { PUBLIC_URL: publicUrl, RATE_LIMIT_FACTOR: '1000000' };
  world = await startTestWorld({ env, extend: mountWeb });
  const roles = ['learner', 'instructor', 'operator'] as const;
  ({ cookie } = await signIn(world, 'csrf@etude.example', [...roles]));
}, 120_000);
afterAll(() => world?.close());

/** What a browser, or a program that is none, says of where a request comes from. */
const senders: [who: string, outcome: 'refused' | 'let in', headers: Record<string, string>][] = [
  ['another site', 'refused', { origin: 'https://evil.example' }],
  ['another site, by its metadata', 'refused', { 'sec-fetch-site': 'cross-site' }],
  [
    'another site that names both',
    'refused',
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  ],
  [
    'another site that claims to be ours',
    'refused',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['a page without an origin', 'refused', { origin: 'null' }],
  [
    'a page without an origin, by its metadata',
    'refused',
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ],
  ['a neighbour on the same domain', 'refused', { origin: 'https://blog.etude.example' }],
  ['a neighbour, by its metadata', 'refused', { 'sec-fetch-site': 'same-site' }],
  ['a site that begins like ours', 'refused', { origin: 'https://etude.example.evil.example' }],
  ['a site that ends like ours', 'refused', { origin: 'https://evil-etude.example' }],
  ['our name at another port', 'refused', { origin: 'https://etude.example:8443' }],
  ['our name without encryption', 'refused', { origin: 'http://etude.example' }],
  ['what is no origin', 'refused', { origin: 'etude.example' }],
  ['an empty origin', 'refused', { origin: '' }],
  ['our own page', 'let in', { origin: publicUrl, 'sec-fetch-site': 'same-origin' }],
  ['our own page in an older browser', 'let in', { origin: publicUrl }],
  ['our own page without an origin', 'let in', { 'sec-fetch-site': 'same-origin' }],
  ['an address that a person typed', 'let in', { 'sec-fetch-site': 'none' }],
  ['a program that is no browser', 'let in', {}],
];

const changing = rows.filter(({ method }) => method !== 'GET');
/** Where the origin says nothing: no cookie is read, and the sender signs what it sends. */
const withoutCookies = [
  'POST /api/v1/webhooks/payments',
  'POST /api/v1/webhooks/payments/:platform',
];

const somewhere = (path: string) =>
  path.replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000').replace('*', 'nowhere');

const crossSite = ({ statusCode, body }: { statusCode: number; body: string }) =>
  statusCode === 403 && body.includes('"cross_site"');

describe('a changing request of', () => {
  it.each(senders)('%s is %s at every operation (ID-16)', async (_who, outcome, headers) => {
    expect(changing.length).toBeGreaterThan(20);
    for (const { operation, method, path } of changing) {
      const answer = await world.inject({
        method,
        url: somewhere(path),
        headers: { ...own, cookie, ...headers },
      });
      const expected = withoutCookies.includes(operation) ? 'let in' : outcome;
      expect(crossSite(answer) ? 'refused' : 'let in', `${operation}: ${answer.statusCode}`).toBe(
        expected,
      );
      if (operation === 'POST /api/v1/auth/logout' && outcome === 'let in')
        ({ cookie } = await signIn(world, `csrf${performance.now()}@etude.example`, ['learner']));
    }
  });

  it.each([
    ['application/x-www-form-urlencoded', 'email=a%40b.example&password=x'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--',
    ],
    ['text/plain', '{"email":"a@b.example"}'],
    ['text/plain; charset=utf-8', '{"email":"a@b.example","x":"="}'],
  ])('a form, as %s, is a body that no operation reads (ID-16)', async (type, payload) => {
    for (const { operation, method, path } of changing.filter(({ path }) =>
      path.startsWith('/api/'),
    )) {
      const answer = await world.inject({
        method,
        url: somewhere(path),
        payload,
        headers: { ...own, cookie, origin: publicUrl, 'content-type': type },
      });
      const refusal =
        answer.statusCode === 401 || answer.statusCode === 403 ? answer.statusCode : 415;
      expect(answer.statusCode, operation).toBe(refusal);
      expect(answer.statusCode, operation).toBeGreaterThanOrEqual(400);
    }
  });

  it('no method that only reads changes anything: no operation acts on GET', () => {
    for (const { operation } of rows.filter(({ method }) => method === 'GET'))
      expect(operation).not.toMatch(/verify|confirm|logout|delete|cancel$|reset|undo/);
  });
});

describe('a form of a page', () => {
  /** Every page that takes a form, by the address where one lives. */
  async function pagesWithForms(): Promise<string[]> {
    const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as {
      routes: Record<string, { path?: string; index?: boolean; module: { action?: unknown } }>;
    };
    return Object.values(build.routes)
      .filter(({ module }) => module.action)
      .map(({ path = '', index }) => `/${path}${index ? '?index' : ''}`);
  }

  it.each(senders)('that %s posts is %s at every page (ID-16)', async (_who, outcome, headers) => {
    const pages = await pagesWithForms();
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) {
      const answer = await world.inject({
        method: 'POST',
        url: somewhere(page),
        payload: '',
        headers: {
          ...own,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      });
      expect(answer.statusCode, page).toBeLessThan(500);
      expect(crossSite(answer) ? 'refused' : 'let in', `${page}: ${answer.statusCode}`).toBe(
        outcome,
      );
    }
  });

  it('with a file is read by the pages that take one, and only from somebody signed in', async () => {
    const pages = await pagesWithForms();
    const takesFile = (page: string) =>
      /^\/(teach\/(portrait|library\/:id)|operate\/payments\/disputes\/:id)$/.test(page);
    expect(pages.filter(takesFile)).toHaveLength(3);
    const send = async (page: string, as: object) =>
      world.inject({
        method: 'POST',
        url: somewhere(page),
        payload: 'no parts',
        headers: {
          ...own,
          ...as,
          origin: publicUrl,
          'content-type': 'multipart/form-data; boundary=x',
        },
      });
    for (const page of pages) {
      expect((await send(page, {})).statusCode, page).toBe(takesFile(page) ? 303 : 415);
      expect((await send(page, { cookie })).statusCode, page).toBe(takesFile(page) ? 400 : 415);
    }
  });

  it.each(['application/json', 'text/plain', 'text/xml'])(
    'is read as what a form sends, and not as %s',
    async (type) => {
      for (const page of await pagesWithForms()) {
        const answer = await world.inject({
          method: 'POST',
          url: somewhere(page),
          payload: '{}',
          headers: { ...own, cookie, origin: publicUrl, 'content-type': type },
        });
        expect(answer.statusCode, page).toBe(415);
      }
    },
  );
});
