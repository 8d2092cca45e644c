// bin/bench practice [--only lists,search,browser] [--rounds 5] [--seconds 4] [--exercises 1000]: the
// library with a thousand exercises, beside its limit in the same run. Exit code 1 below the aims.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measure, report } from './support/beside-limit.ts';
import { scratchDatabase } from './support/databases.ts';
import { load, median } from './support/load.ts';
import { bigLibrary, loadBigLibrary } from './support/practice/big-library.ts';
import { measurePages } from './support/practice/pages.ts';
import { askedAndAnswered, questions } from './support/practice/questions.ts';
import { type Server, startEtude } from './support/processes.ts';

const parts = { lists, search, browser };
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(parts).join(',') },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    exercises: { type: 'string', default: '1000' },
  },
});
const [rounds, seconds, count] = [options.rounds, options.seconds, options.exercises].map(
  Number,
) as [number, number, number];

const folder = mkdtempSync(join(tmpdir(), 'etude-bench-'));
const database = await scratchDatabase();
const settings = {
  DATABASE_URL: database.url,
  DATA_DIR: folder,
  RATE_LIMIT_FACTOR: '1000000',
  LOG_LEVEL: 'silent',
};
const library = bigLibrary(count);
const asks = (seed: number) => questions(library.exercises, library.areas, seed);

/** Filters and searches mixed: what is left of bare Fastify's rate, and how long 150 clients wait. */
async function lists(product: Server): Promise<boolean> {
  const { paths, bodies } = await askedAndAnswered(product.url, asks(1), 1_500);
  const bytes = [...bodies.values()].reduce((sum, { length }) => sum + length, 0) / bodies.size;
  console.log(
    `GET /poses: ${paths.length} requests of ${bodies.size} kinds, ${Math.round(bytes)} bytes on average`,
  );
  const item = {
    name: 'GET /poses, mixed, 50 clients',
    path: '/api/v1/poses',
    paths,
    bodies,
    connections: 50,
    limit: { kind: 'fastify', name: 'Fastify, same bytes' },
    ratioMin: 0.5,
  } as const;
  const measured = await measure(item, product, {
    rounds,
    seconds,
    databaseUrl: database.url,
    folder,
  });
  const isFast = report(item, measured);
  const target = { ...product, name: '150 clients', url: `${product.url}${item.path}` };
  const samples = [];
  for (let round = 0; round < rounds; round += 1)
    samples.push(await load({ ...target, paths, connections: 150 }, seconds));
  return (
    said(
      'GET /poses, mixed, 150 clients',
      median(samples.map(({ averageMs }) => averageMs)),
      averageMsMax,
      'ms on average',
    ) && isFast
  );
}

const averageMsMax = 82;
const searchMsMax = 65;

/** The server's time for searches that nobody asked before: one client, no answer from memory. */
async function search(product: Server): Promise<boolean> {
  const ask = asks(2);
  const times: number[] = [];
  for (let n = 0; n < 400; n += 1) {
    // A page size that the mix does not ask for, so that none of these is known.
    const path = `${ask.search()}&limit=${21 + (n % 40)}`;
    const began = performance.now();
    const answer = await fetch(product.url + path);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    if (n >= 50) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  said('a search never asked before, p95', times[Math.floor(times.length * 0.95)]!, searchMsMax);
  return said('a search never asked before, median', median(times), searchMsMax);
}

/** What a visitor's browser makes of it. */
async function browser(product: Server): Promise<boolean> {
  let isGood = true;
  for (const line of await measurePages(product.url, count)) {
    console.log(`${line.name.padEnd(44)} ${line.text}  ${line.met ? 'met' : 'MISSED'}`);
    isGood &&= line.met;
  }
  return isGood;
}

function said(name: string, value: number, max: number, unit = 'ms'): boolean {
  const met = value <= max;
  console.log(
    `${name.padEnd(44)} ${value.toFixed(1)} ${unit}, aim ≤ ${max}  ${met ? 'met' : 'MISSED'}`,
  );
  return met;
}

try {
  await loadBigLibrary(settings, library);
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL, ${count} exercises\n`,
  );
  for (const name of options.only.split(',') as (keyof typeof parts)[]) {
    const product = await startEtude(settings);
    try {
      if (!(await parts[name](product))) process.exitCode = 1;
    } finally {
      await product.stop();
    }
  }
} finally {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
