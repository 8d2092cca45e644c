import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld();
}, 120_000);
afterAll(() => world?.close());

it('shows every operation of the OpenAPI 3.1 document, without a script (PF-01)', async () => {
  const document = (await world.inject({ url: '/api/openapi.json' })).json<{
    openapi: string;
    paths: Record<string, Record<string, { operationId?: string; summary?: string }>>;
  }>();
  expect(document.openapi).toBe('3.1.0');
  const page = await world.inject({ url: '/api/docs' });
  expect(page.body).not.toContain('<script');
  expect(page.body).toContain('commissionBp: integer'); // what a component holds is shown where it is used
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { operationId, summary }] of Object.entries(methods)) {
      expect(operationId, `${method} ${path} has an operationId`).toBeTruthy();
      expect(summary, `${method} ${path} has a summary`).toBeTruthy();
      expect(page.body).toContain(`id="${operationId!.toLowerCase()}"`);
    }
});
