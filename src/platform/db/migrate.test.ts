import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWorld, type World } from '../../../test/support/world.ts';
import { migrateDown, migrateUp, migrationStatus } from './migrate.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ domains: [] });
});
afterAll(() => world.close());

const pending = async () =>
  (await migrationStatus(world.ctx.db)).filter(({ appliedAt }) => !appliedAt);

it('every migration can be taken back, one by one, and applied again (PF-02)', async () => {
  const all = (await migrationStatus(world.ctx.db)).map(({ name }) => name);
  expect(all.length).toBeGreaterThanOrEqual(10);
  expect(await pending()).toEqual([]);
  for (const name of all.toReversed()) expect(await migrateDown(world.ctx.db)).toEqual([name]);
  expect(await migrateDown(world.ctx.db)).toEqual([]);
  expect(await pending()).toHaveLength(all.length);
  expect(await migrateUp(world.ctx.db)).toEqual(all);
  expect(await pending()).toEqual([]);
}, 120_000);
