import { existsSync } from 'node:fs';
import type { RouteOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountWeb } from '../../src/web/server/mount-web.ts';
import type { OperatorScope } from '../../src/platform/context.ts';
import { operationsOf } from '../support/operations.ts';
import {
  type Ask,
  type Asked,
  type Cast,
  newCast,
  type Product,
  startProduct,
} from './access-cast.ts';
import { requests } from './access-requests.ts';
import { type Part, parts, type Row, rows } from './access-table.ts';

const everyScope: OperatorScope[] = ['people', 'catalog', 'payments', 'content', 'markets'];

const listed = new Map<string, RouteOptions['config']>();
let world: Product;

beforeAll(async () => {
  if (!existsSync('build/server/index.js'))
    throw new Error('the pages are not built: run bin/build');
  world = await startProduct({
    extend: mountWeb,
    onRoute: ({ method, url, config }) => {
      for (const one of [method].flat())
        if (one !== 'HEAD' && one !== 'OPTIONS') listed.set(`${one} ${url}`, config);
    },
  });
}, 120_000);
afterAll(() => world?.close());

/** The cookie header with which that part calls. */
async function cookieOf(part: Part, { access }: Row, asked: Asked, cast: Cast): Promise<string> {
  const scope = access.startsWith('operator:') ? (access.slice(9) as OperatorScope) : undefined;
  switch (part) {
    case 'anonymous':
      return '';
    case 'stranger':
      return (await cast.stranger()).cookie;
    case 'owner':
      return [
        asked.instead ? '' : (asked.owner ?? (await cast.learner())).cookie,
        asked.ownersCookie,
      ]
        .filter(Boolean)
        .join('; ');
    case 'other':
      return (asked.other ?? (await cast.teacher())).cookie;
    case 'unscoped':
      return (await cast.operator(scope ? everyScope.filter((one) => one !== scope) : [])).cookie;
    case 'scoped':
      return (await cast.operator(scope ? [scope] : everyScope)).cookie;
  }
}

const addressOf = ({ path }: Row, { params = {}, query }: Asked) =>
  path.replaceAll(/:(\w+)|\*/g, (text, name: string | undefined) =>
    encodeURIComponent(params[name ?? text] ?? '-'),
  ) + (query ? `?${query}` : '');

async function statusFor(part: Part, row: Row): Promise<number | string> {
  const cast = newCast(world);
  const ask = requests[row.request as keyof typeof requests] as Ask;
  const asked = await ask(cast);
  const cookie = await cookieOf(part, row, asked, cast);
  const answer = await world.inject({
    method: row.method,
    url: addressOf(row, asked),
    headers: { ...asked.headers, ...(cookie && { cookie }) },
    ...(asked.body && row.method !== 'GET' && { payload: asked.body }),
  });
  const { statusCode, body } = answer;
  // The words help where the status is not the one in the table.
  return statusCode === row.expected[part] ? statusCode : `${statusCode} ${body.slice(0, 300)}`;
}

describe('the table of who may call what', () => {
  it('has a line for every route, and a route for every line (ID-14, ID-16)', () => {
    const named = rows.map(({ operation }) => operation);
    expect(named.length).toBe(new Set(named).size);
    expect(named.toSorted()).toEqual([...listed.keys()].toSorted());
    const documented = operationsOf(world.app).map(
      ({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    expect(documented.length).toBeGreaterThan(40);
    expect(named).toEqual(expect.arrayContaining(documented));
  });

  it('says of each route what the route itself asks for', () => {
    for (const { operation, access, fresh } of rows) {
      const config = listed.get(operation);
      expect([config?.access, config?.fresh ?? false], operation).toEqual([access, fresh]);
    }
  });

  it('limits how often each public route that guesses or sends may be tried (ID-10)', () => {
    const guessing = rows.filter(
      ({ method, path, access }) =>
        access === 'public' && method !== 'GET' && path.startsWith('/api/v1/auth/'),
    );
    const unlimited = guessing
      .map(({ operation }) => operation)
      .filter((operation) => !listed.get(operation)?.rateLimit);
    expect(unlimited).toEqual(['POST /api/v1/auth/logout']);
  });

  it('names a request for each line, and no other', () => {
    const named = new Set(rows.map(({ request }) => request));
    expect([...named].toSorted()).toEqual(Object.keys(requests).toSorted());
  });
});

describe('who may call a route', () => {
  it.each(rows)(
    '$operation: just who the table lets in (ID-14, ID-16)',
    async (row) => {
      const answered: Partial<Record<Part, number | string>> = {};
      for (const part of parts)
        if (row.expected[part] !== undefined) answered[part] = await statusFor(part, row);
      expect(answered).toEqual(row.expected);
    },
    60_000,
  );

  it('is not decided by an invented session (ID-16)', async () => {
    for (const row of rows.filter(({ access }) => access !== 'public')) {
      const answer = await world.inject({
        method: row.method,
        url: addressOf(row, {}),
        headers: { cookie: 'etude_session=invented' },
      });
      expect(answer.statusCode, row.operation).toBe(401);
    }
  });

  it('is asked to prove it anew where the table says so, ten minutes after the last proof (ID-08)', async () => {
    const { cookie } = await newCast(world).teacher();
    world.clock.advance({ minutes: 10, seconds: 1 });
    for (const row of rows.filter(({ fresh }) => fresh)) {
      const answer = await world.inject({
        method: row.method,
        url: addressOf(row, {}),
        headers: { cookie },
      });
      expect([answer.statusCode, answer.json().code], row.operation).toEqual([
        403,
        row.access.startsWith('operator:') ? 'not_allowed' : 'fresh_sign_in_required',
      ]);
    }
  });
});
