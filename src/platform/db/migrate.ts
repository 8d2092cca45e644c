import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationResultSet, Migrator } from 'kysely/migration';
import type { Db } from './index.ts';

export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/** A migration file holds two parts, each begun by its own line: `-- up` and `-- down`. */
function readMigration(file: string): { up: string; down: string } {
  const text = readFileSync(file, 'utf8');
  const parts = /^-- up\r?\n([\s\S]*?)^-- down\r?\n([\s\S]*)$/m.exec(text);
  if (!parts) throw new Error(`${file}: needs a line "-- up" and a line "-- down"`);
  return { up: parts[1]!, down: parts[2]! };
}

function loadMigrations(): Record<string, Migration> {
  const names = readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return Object.fromEntries(
    names.map((name) => {
      const { up, down } = readMigration(join(migrationsFolder, name));
      const run = (text: string) => async (db: Kysely<unknown>) => {
        // A migration that waits for a lock longer than this gives up rather than block the readers behind it.
        await sql.raw(`set local lock_timeout = '5s';\n${text}`).execute(db);
      };
      return [name.replace(/\.sql$/, ''), { up: run(up), down: run(down) }];
    }),
  );
}

function migrator(db: Db): Migrator {
  return new Migrator({
    db: db.withoutPlugins(),
    provider: { getMigrations: async () => loadMigrations() },
    allowUnorderedMigrations: true,
  });
}

function finished({ error, results }: MigrationResultSet): string[] {
  const failed = results?.find((result) => result.status === 'Error');
  if (error)
    throw new Error(
      `${failed ? `migration ${failed.migrationName} failed` : 'the database could not be brought up to date'}: ${(error as Error).message}`,
      { cause: error },
    );
  return (results ?? []).map((result) => result.migrationName);
}

/** Applies every pending migration; returns their names. */
export async function migrateUp(db: Db): Promise<string[]> {
  return finished(await migrator(db).migrateToLatest());
}

/** Takes back the newest migration; returns its name, if there was one. */
export async function migrateDown(db: Db): Promise<string[]> {
  return finished(await migrator(db).migrateDown());
}

/** Every migration with the time it was applied, oldest first. */
export async function migrationStatus(
  db: Db,
): Promise<{ name: string; appliedAt: string | null }[]> {
  const all = await migrator(db).getMigrations();
  return all.map(({ name, executedAt }) => ({
    name,
    appliedAt: executedAt?.toISOString() ?? null,
  }));
}

/** Writes an empty migration with the next number; returns its path. */
export function createMigration(name: string, folder = migrationsFolder): string {
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Error('a migration is named in lower case with underscores');
  const numbers = readdirSync(folder).map((file) => Number(file.slice(0, 4)) || 0);
  const file = join(folder, `${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}_${name}.sql`);
  writeFileSync(file, '-- up\n\n-- down\n', { flag: 'wx' });
  return file;
}
