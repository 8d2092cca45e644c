import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool } from 'pg';
import type { Config } from '../config/index.ts';
import { type EmbeddedDatabase, startEmbedded } from './embedded/start.ts';
import { openPool } from './pool.ts';
import { refuseOuterHandle } from './transaction.ts';

export { sql };
export { newId } from './ids.ts';
export { afterCommit, detached, insideTransaction, inTransaction } from './transaction.ts';

/** A handle without tables: each domain adds its own with `withTables`, and sees no other's. */
export type Db = Kysely<Record<never, never>>;

export interface Database {
  db: Db;
  engine: 'postgresql' | 'embedded';
  /** The connections behind `db`: the job queue shares them, since the embedded database has only one. */
  pool: Pool;
  close(): Promise<void>;
}

/** Opens PostgreSQL when DATABASE_URL is set, else the embedded database: `started`, or the data folder's. */
export async function openDatabase(config: Config, started?: EmbeddedDatabase): Promise<Database> {
  const embedded = config.databaseUrl
    ? undefined
    : (started ?? (await startEmbedded(config.dataDir)));
  const pool = openPool(
    embedded
      ? { ...embedded.connection, max: 1, idleTimeoutMillis: 0 }
      : { connectionString: config.databaseUrl, max: config.databasePoolMax },
  );
  pool.on('error', () => {}); // an idle connection died; the next query opens another
  const db: Db = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool }),
    plugins: [refuseOuterHandle],
  });
  return {
    db,
    engine: embedded ? 'embedded' : 'postgresql',
    pool,
    async close() {
      await db.destroy();
      await embedded?.stop();
    },
  };
}

/** Whether a database error was raised by the constraint of that name. */
export function isConstraint(error: unknown, name: string): boolean {
  return error instanceof Error && (error as { constraint?: string }).constraint === name;
}
