// Usage: migrations.ts (with DATABASE_URL of an empty scratch database, and pg_dump on the PATH).
// Up, all the way down and up again must leave the very same schema.
import { loadConfig } from '../../../src/platform/config/index.ts';
import { openDatabase } from '../../../src/platform/db/index.ts';
import { migrateDown, migrateUp } from '../../../src/platform/db/migrate.ts';
import { run } from '../run.ts';

const config = loadConfig();
if (!config.databaseUrl) throw new Error('DATABASE_URL names the scratch database');
const { databaseUrl } = config;

/** The schema as SQL, without the lines that differ from one dump to the next. */
async function dumpSchema(): Promise<string> {
  const args = ['--schema-only', '--no-owner', '--exclude-table=kysely_*', databaseUrl];
  const { code, output } = await run('pg_dump', args);
  if (code !== 0) throw new Error(output);
  return output.replace(/^\\(un)?restrict .*$/gm, '');
}

const { db, close } = await openDatabase(config);
try {
  const applied = await migrateUp(db);
  const first = await dumpSchema();
  let takenBack = 0;
  while ((await migrateDown(db)).length > 0) takenBack += 1;
  const left = (await dumpSchema()).match(/^CREATE (TABLE|VIEW|FUNCTION|TYPE|SCHEMA) .*$/gm) ?? [];
  await migrateUp(db);
  const faults = [
    ...(takenBack === applied.length ? [] : [`${applied.length} went up, ${takenBack} came down`]),
    ...left.map((line) => `left behind by a migration's way down: ${line}`),
    ...((await dumpSchema()) === first ? [] : ['the second way up leaves another schema']),
  ];
  for (const fault of faults) console.log(fault);
  console.log(`${applied.length} migrations up, down and up: ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await close();
}
