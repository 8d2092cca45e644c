import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadConfig } from '../../src/platform/config/index.ts';
import { type Database, openDatabase } from '../../src/platform/db/index.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../src/platform/db/embedded/start.ts';
import { migrateUp, migrationsFolder } from '../../src/platform/db/migrate.ts';
import { borrow } from './borrow-database.ts';
import { rememberRows } from './remember-rows.ts';

/** A new, migrated database for one test file: a copy of a template that is built once. */
export async function freshDatabase(): Promise<Database & { drop(): Promise<void> }> {
  return process.env['DATABASE_URL'] ? copyOnServer(process.env['DATABASE_URL']) : copyEmbedded();
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder).sort())
    hash.update(file).update(readFileSync(join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 12);
}

const configFor = (env: Record<string, string>) =>
  loadConfig({ NODE_ENV: 'test', DATA_DIR: join(tmpdir(), 'etude-test-data'), ...env });

async function copyOnServer(serverUrl: string) {
  const template = `etude_template_${migrationsHash()}`;
  const name = `etude_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdmin(serverUrl, async (client) => {
    await client.query('select pg_advisory_lock(727001)');
    const { rowCount } = await client.query(
      'select from pg_database where datname = $1 and datistemplate',
      [template],
    );
    if (!rowCount) await buildOnServer(client, serverUrl, template);
    await client.query(`create database ${name} template ${template}`);
  });
  const database = await openDatabase(configFor({ DATABASE_URL: withName(serverUrl, name) }));
  return {
    ...database,
    drop: () =>
      asAdmin(
        serverUrl,
        async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
      ),
  };
}

async function buildOnServer(
  client: pg.Client,
  serverUrl: string,
  template: string,
): Promise<void> {
  await client.query(`drop database if exists ${template} with (force)`);
  await client.query(`create database ${template}`);
  const database = await openDatabase(configFor({ DATABASE_URL: withName(serverUrl, template) }));
  try {
    await migrateUp(database.db);
  } finally {
    await database.close();
  }
  await client.query(`alter database ${template} is_template true`);
}

async function asAdmin<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function withName(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function copyEmbedded() {
  const lender = process.env['TEST_DATABASES'];
  return lender ? borrowEmbedded(lender) : ownEmbedded();
}

async function borrowEmbedded(lender: string) {
  const loan = await borrow(lender);
  const database = await openDatabase(configFor({}), { ...loan, stop: async () => {} });
  const putBack = await rememberRows(database);
  return {
    ...database,
    close: async () => {},
    async drop() {
      const asBefore = await putBack();
      await database.close();
      loan.end({ asBefore });
    },
  };
}

async function ownEmbedded() {
  const embedded = await startCopy();
  return { ...(await openDatabase(configFor({}), embedded)), drop: embedded.remove };
}

/** Starts a new embedded database: a copy of the migrated template. */
export async function startCopy(): Promise<EmbeddedDatabase & { remove(): Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etude-test-'));
  cpSync(await embeddedTemplate(), join(dataDir, 'database'), { recursive: true });
  return {
    ...(await startEmbedded(dataDir)),
    remove: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

let template: Promise<string> | undefined;

/** The folder of a migrated embedded database; built once per set of migrations. */
export function embeddedTemplate(): Promise<string> {
  return (template ??= buildEmbedded());
}

async function buildEmbedded(): Promise<string> {
  const folder = join(import.meta.dirname, '../../var/templates', migrationsHash());
  const database = join(folder, 'database');
  if (existsSync(database)) return database;
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  const opened = await openDatabase(configFor({ DATA_DIR: building }));
  await migrateUp(opened.db);
  await opened.close();
  try {
    renameSync(building, folder);
  } catch {
    rmSync(building, { recursive: true, force: true }); // another process was first
  }
  return database;
}
