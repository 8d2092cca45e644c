import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/databases.ts';
import {
  createMigration,
  migrateDown,
  migrateUp,
  migrationsFolder,
  migrationStatus,
} from './migrate.ts';
import { type Database, sql } from './index.ts';

let database: Database & { drop(): Promise<void> };
beforeAll(async () => {
  database = await freshDatabase();
}, 120_000);
afterAll(async () => {
  await database.close();
  await database.drop();
});

const schemasOf = async () => {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname in ('identity', 'markets', 'places', 'catalog', 'scheduling', 'payments', 'notifications', 'reviews', 'search')
    order by nspname`.execute(database.db);
  return rows.map(({ name }) => name);
};

it('takes every migration back, one at a time, and applies them all again (PF-02)', async () => {
  const all = readdirSync(migrationsFolder).filter((file) => file.endsWith('.sql'));
  const before = await schemasOf();
  expect(before).toHaveLength(9);
  expect((await migrationStatus(database.db)).every(({ appliedAt }) => appliedAt !== null)).toBe(
    true,
  );

  const taken: string[] = [];
  for (
    let name = await migrateDown(database.db);
    name.length > 0;
    name = await migrateDown(database.db)
  )
    taken.push(...name);
  expect(taken).toHaveLength(all.length);
  expect(await schemasOf()).toEqual([]);
  expect((await migrationStatus(database.db)).every(({ appliedAt }) => appliedAt === null)).toBe(
    true,
  );

  expect(await migrateUp(database.db)).toHaveLength(all.length);
  expect(await migrateUp(database.db)).toEqual([]);
  expect(await schemasOf()).toEqual(before);
}, 120_000);

it('gives a new migration the next number and both parts (PF-02)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'etude-migrations-'));
  writeFileSync(join(folder, '0041_before.sql'), '-- up\n-- down\n');
  expect(basename(createMigration('a_new_table', folder))).toBe('0042_a_new_table.sql');
  expect(() => createMigration('Not A Name', folder)).toThrow(/lower case/);
  rmSync(folder, { recursive: true });
});
