// bin/simulate money --database [--runs 5] [--seed N]: the same money on PostgreSQL (DATABASE_URL), in real processes.
// In each run a product of its own is used by drawn people at once and killed in the middle of it, again and again.
// Prints what was done and `violations: 0`, or what broke and the seed. Exit code 1 on a violation.
import { parseArgs } from 'node:util';
import { type Life, live } from './real/life.ts';

const chapters = 2;

const { values: options } = parseArgs({
  options: {
    database: { type: 'boolean' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
  },
});
const seed = Number(options.seed);
const lives: Life[] = [];
const began = performance.now();
for (let run = 0; run < Number(options.runs); run++) {
  const life = await live({ seed: seed + run, chapters });
  lives.push(life);
  for (const what of life.broken) console.log(`seed ${seed + run}: ${what}`);
}
const total = (count: (life: Life) => number) => lives.reduce((sum, life) => sum + count(life), 0);
console.log(
  [
    `seed: ${seed}`,
    `lives: ${lives.length}`,
    `kills: ${total(({ kills }) => kills)}, while a call was with the provider: ${total(({ hits }) => hits)}`,
    `restarts: ${total(({ restarts }) => restarts)}`,
    `requests: ${total(({ requests }) => requests)}`,
    `charges: ${total(({ charges }) => charges)}`,
    `provider calls: ${total(({ calls }) => calls)}`,
    `events: ${total(({ events }) => events)}`,
    `jobs: ${total(({ jobs }) => jobs)}`,
    `faults: ${total(({ faults }) => faults)}`,
    `seconds: ${Math.round((performance.now() - began) / 1_000)}`,
    `violations: ${total(({ broken }) => broken.length)}`,
  ].join('\n'),
);
process.exitCode = lives.some(({ broken }) => broken.length > 0) ? 1 : 0;
