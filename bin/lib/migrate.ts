import { loadConfig } from '../../src/platform/config/index.ts';
import { type Db, openDatabase } from '../../src/platform/db/index.ts';
import {
  createMigration,
  migrateDown,
  migrateUp,
  migrationStatus,
} from '../../src/platform/db/migrate.ts';

const [command = '', name = ''] = process.argv.slice(2);

const commands: Record<string, (db: Db) => Promise<string[]>> = {
  up: async (db) => (await migrateUp(db)).map((done) => `applied ${done}`),
  down: async (db) => (await migrateDown(db)).map((done) => `took back ${done}`),
  status: async (db) =>
    (await migrationStatus(db)).map(
      ({ name, appliedAt }) => `${appliedAt ? 'applied' : 'pending'}  ${name}`,
    ),
  history: async (db) =>
    (await migrationStatus(db))
      .filter((migration) => migration.appliedAt)
      .map((migration) => `${migration.appliedAt}  ${migration.name}`),
};

const act = commands[command];
if (command === 'create' && name) {
  console.log(createMigration(name));
} else if (act) {
  await onDatabase(act).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
} else {
  console.error('usage: bin/migrate up | down | status | history | create NAME');
  process.exitCode = 2;
}

async function onDatabase(work: (db: Db) => Promise<string[]>): Promise<void> {
  const database = await openDatabase(loadConfig());
  try {
    const lines = await work(database.db);
    console.log(lines.length > 0 ? lines.join('\n') : 'nothing to do');
  } finally {
    await database.close();
  }
}
