// bin/simulate money --database [--runs 5] [--seed N] [--keep]: the same money in real processes, on PostgreSQL.
// In each run a product with a database of its own is used by drawn people at once, and killed again and again
// in the middle of it. Prints what was done and `violations: 0`, or what broke and its seed; with --keep the
// database of such a run stays. The seed draws the people and the faults, not the moments: those are the
// machine's. Exit code 1 on a violation.
import { parseArgs } from 'node:util';
import { type Life, live } from './real/life.ts';

const chapters = 2;
/** One waits while another computes. */
const atOnce = 2;

if (!process.env['DATABASE_URL']) {
  console.error(
    'This needs a PostgreSQL in DATABASE_URL; bin/simulate money --database makes one.',
  );
  process.exit(2);
}
const { values: options } = parseArgs({
  options: {
    database: { type: 'boolean' },
    keep: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: `${Math.floor(Math.random() * 2 ** 31)}` },
  },
});
const seed = Number(options.seed);
const lives: Life[] = [];
const began = performance.now();
const waiting = Array.from({ length: Number(options.runs) }, (_, run) => seed + run);
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const life = await live({ seed: next, chapters, keep: options.keep });
      lives.push(life);
      const { kills, hits, charges, events, broken } = life;
      console.log(
        `seed ${next}: ${kills} kills (${hits} in a call), ${charges} charges, ${events} events, ${broken.length} violations`,
      );
      for (const what of broken) console.log(`  ${what}`);
      if (broken.length > 0 && options.keep) console.log(`  kept: database ${life.database}`);
    }
  }),
);
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
