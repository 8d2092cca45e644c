import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access } from '../../src/platform/http/index.ts';
import { signIn } from '../support/people.ts';
import { startTestWorld, type World } from '../support/world.ts';

interface ListedRoute {
  method: string;
  url: string;
  access: Access;
}

const listed: ListedRoute[] = [];
let world: World;
const cookies: Partial<Record<'learner' | 'instructor' | 'operator', string>> = {};

beforeAll(async () => {
  world = await startTestWorld({
    onRoute: ({ method, url, config }) => {
      for (const one of [method].flat())
        if (one !== 'HEAD' && one !== 'OPTIONS')
          listed.push({ method: one, url, access: config!.access! });
    },
  });
  for (const role of ['learner', 'instructor', 'operator'] as const)
    cookies[role] = (await signIn(world, `${role}@etude.example`, [role])).cookie;
}, 120_000);
afterAll(() => world?.close());

const call = ({ method, url }: ListedRoute, cookie?: string) =>
  world.inject({
    method: method as 'GET',
    url: url.replaceAll(/:\w+/g, '01890000-0000-7000-8000-000000000000'),
    headers: cookie ? { cookie } : {},
  });

describe('who may call a route', () => {
  it('is said by every route, and nobody else gets in (ID-14, ID-16)', async () => {
    expect(listed.length).toBeGreaterThan(20);
    for (const route of listed.filter(({ access }) => access !== 'public')) {
      const name = `${route.method} ${route.url}`;
      expect((await call(route)).statusCode, `${name} without a session`).toBe(401);
      expect(
        (await call(route, 'etude_session=invented')).statusCode,
        `${name} with an invented session`,
      ).toBe(401);
      for (const role of ['learner', 'instructor', 'operator'] as const) {
        const { statusCode, body } = await call(route, cookies[role]);
        const refused = statusCode === 403 && body.includes('"not_allowed"');
        expect(refused, `${name} as ${role} answered ${statusCode}`).toBe(
          route.access !== 'signed_in' && route.access !== role,
        );
      }
    }
  });
});
