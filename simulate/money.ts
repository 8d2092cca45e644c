// bin/simulate money [--runs 10000] [--seed N] [--path P]: plays drawn stories of payers, lessons, a provider
// that fails and processes that die, without a database. Prints what was played and `violations: 0`, or the
// shortest story that breaks a rule; --seed with --path plays just that one. Exit code 1 on a violation.
import { parseArgs } from 'node:util';
import { freshDatabase } from '../test/support/databases.ts';
import { readSchema } from './support/memory-database/schema.ts';
import { explore } from './support/money/explore.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
    path: { type: 'string' },
  },
});
const seed = Number(options.seed);

const database = await freshDatabase();
const schema = await readSchema(database.db, ['payments']).finally(async () => {
  await database.close();
  await database.drop();
});

const began = process.cpuUsage();
const { runs, events, faults, crashes, calls, broken } = await explore(schema, {
  runs: Number(options.runs),
  seed,
  ...(options.path && { path: options.path }),
});
const used = process.cpuUsage(began);
const seconds = (used.user + used.system) / 1e6;
console.log(
  `seed: ${seed}\nruns: ${runs}\nevents: ${events}\nprovider calls: ${calls}\nfaults: ${faults}\ncrashes: ${crashes}\nruns per second of one core: ${Math.round(runs / seconds)}`,
);
console.log(`violations: ${broken ? broken.what.length : 0}`);
if (broken) {
  console.log(broken.what.join('\n'));
  console.log(broken.story.map((step) => JSON.stringify(step)).join('\n'));
  console.log(`again: bin/simulate money --runs 1 --seed ${broken.seed} --path ${broken.path}`);
  process.exitCode = 1;
}
