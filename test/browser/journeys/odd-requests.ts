import { expect } from 'vitest';
import { journeySteps, type Stage } from '../support/browser.ts';

const pages = [
  '/sign-in',
  '/join',
  '/check-mail',
  '/verify-email',
  '/forgot-password',
  '/reset-password',
  '/sign-out',
  '/market',
  '/book/nonsense',
  '/book/01a1fbce-280c-7686-84e3-54aeccd3ce3f',
  '/lessons',
  '/lessons/nonsense',
  '/week',
  '/teach',
  '/teach/hours',
  '/teachers/mara-ellison',
  '/search',
];

const long = 'é'.repeat(10_000);
const form = 'application/x-www-form-urlencoded';

const posts: Record<string, RequestInit> = {
  'no body': {},
  'an empty form': { headers: { 'content-type': form } },
  JSON: { headers: { 'content-type': 'application/json' }, body: '{"__proto__":{"a":1}}' },
  text: { headers: { 'content-type': 'text/plain' }, body: 'x' },
  'a broken upload': { headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--' },
  'NUL bytes': {
    body: new URLSearchParams({ email: 'a\0@b.example', password: '\0', intent: '\0' }),
  },
  'long texts': {
    body: new URLSearchParams({ email: long, password: long, displayName: long, intent: 'pay' }),
  },
  'other fields': {
    body: new URLSearchParams({ __proto__: '1', constructor: '2', role: 'operator' }),
  },
  'too much': { headers: { 'content-type': form }, body: 'x'.repeat(200_000) },
};

const queries = [
  '',
  '?returnTo=//evil.example',
  '?cursor=zzz&when=zzz',
  '?from=2026-13-45&token=%00',
  '?need=zz&paid&try=-1&cancel',
];

/** No page falls over whatever is sent to it. */
export async function sendOddRequests({ product }: Stage): Promise<void> {
  const step = journeySteps('odd requests');
  const fallen: string[] = [];
  const ask = async (what: string, path: string, init: RequestInit): Promise<void> => {
    const { status } = await fetch(product.url + path, { ...init, redirect: 'manual' });
    if (status >= 500) fallen.push(`${what}: ${path} answered ${status}`);
  };
  for (const path of pages) {
    for (const [what, init] of Object.entries(posts))
      await ask(what, path, { ...init, method: 'POST' });
    for (const query of queries) await ask('GET', path + query, {});
  }
  expect(fallen).toEqual([]);
  step(`${pages.length * (Object.keys(posts).length + queries.length)} answered, none with a 5xx`);
}
