// bin/simulate money [--runs 10000] [--seed N] [--path P]: plays drawn stories of payers, lessons, a provider
// that fails and processes that die, without a database. Prints what was played and `violations: 0`, or the
// shortest story that breaks a rule; --seed with --path plays just that one. Exit code 1 on a violation.
import { parseArgs } from 'node:util';
import { exploreInThreads } from './support/money/threads.ts';
import { readMoneySchema } from './support/money/schema.ts';
import { Tally } from './support/money/tally.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
    path: { type: 'string' },
  },
});
const seed = Number(options.seed);
const schema = await readMoneySchema();
const used = process.cpuUsage();
const began = performance.now();
const { runs, counts, broken, threads } = await exploreInThreads(schema, {
  runs: Number(options.runs),
  seed,
  path: options.path,
});
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(used);
const worked = (user + system) / 1e6;
const tally = new Tally();
tally.add(counts);
const faults = tally.sum('call fault') + tally.sum('event fault') + tally.sum('crash');

console.log(`seed: ${seed}
runs: ${runs}
events: ${tally.sum('received')}
provider calls: ${tally.sum('asked')}
acts: ${tally.list('act: ')}
  refused: ${tally.list('refused: ')}
  requests: ${tally.list('request: ')}
faults: ${faults}
  calls: ${tally.list('call fault: ')}
  events: ${tally.list('event fault: ')}
  crashes: ${tally.list('crash: ')}
seconds: ${seconds.toFixed(1)} by the clock, ${worked.toFixed(1)} of ${threads} cores' work
runs per second per core: ${Math.round(runs / seconds / threads)} by the clock, ${Math.round(runs / worked)} by its work
memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most
violations: ${broken ? broken.what.length : 0}`);
if (broken) {
  console.log(broken.what.join('\n'));
  console.log(broken.story.map((step) => JSON.stringify(step)).join('\n'));
  console.log(`again: bin/simulate money --runs 1 --seed ${broken.seed} --path ${broken.path}`);
  process.exitCode = 1;
}
