// bin/bench http [--only "(a)"] [--rounds 5] [--seconds 3]: requests per second of the server’s CPU time, each beside
// its limit in the same run: the least that could send the same bytes. Exit code 1 below the aims.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Item, measure, report } from './support/beside-limit.ts';
import { scratchDatabase } from './support/databases.ts';
import { signIn } from './support/demo.ts';
import { type Server, startEtude } from './support/processes.ts';
import { recordQueries } from './support/record-queries.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '3' },
  },
});
const [rounds, seconds] = [Number(options.rounds), Number(options.seconds)];

const folder = mkdtempSync(join(tmpdir(), 'etude-bench-'));
const database = await scratchDatabase();
const settings = {
  DATABASE_URL: database.url,
  DATA_DIR: folder,
  DEMO: 'true',
  RATE_LIMIT_FACTOR: '1000000',
};

/** Starts the product, lets the work be done with it, and stops it. */
async function withProduct<T>(work: (product: Server) => Promise<T>): Promise<T> {
  const product = await startEtude(settings);
  try {
    return await work(product);
  } finally {
    await product.stop();
  }
}

async function listItems(product: Server): Promise<Item[]> {
  const search = '/api/v1/search?market=gb&limit=20';
  const page = '/search?market=gb';
  const cookie = await signIn(product.url);
  const [searched = [], known = []] = await recordQueries(database.url, [
    { path: search },
    { path: '/api/v1/me', headers: { cookie } },
  ]);
  const lookup = known.filter(({ text }) => text.startsWith('select')).slice(0, 1);
  if (searched.length === 0 || lookup.length === 0) throw new Error('no query was recorded');
  console.log(`A search sends ${searched.length} queries, GET /api/v1/me sends ${known.length}.`);
  return [
    {
      name: '(a) GET /api/v1/subjects',
      path: '/api/v1/subjects',
      limit: { kind: 'node:http', name: 'node:http, same bytes' },
      ratioMin: 0.6,
    },
    {
      name: '(b) search of 20 results',
      path: search,
      limit: { kind: 'fastify', name: 'Fastify, same SQL through pg', queries: searched },
    },
    {
      name: '(c) results page, cached',
      path: page,
      limit: { kind: 'fastify', name: 'Fastify, same bytes' },
      ratioMin: 0.5,
    },
    {
      name: '(c) results page, uncached',
      path: page,
      // A guest's cookie makes the page a person's own, so it is rendered anew each time.
      headers: { cookie: `etude_guest=${'a'.repeat(43)}` },
      perCpuSecondMin: 300,
    },
    {
      name: '(d) session lookup, GET /api/v1/me',
      path: '/api/v1/me',
      headers: { cookie },
      limit: { kind: 'fastify', name: 'Fastify + one query', queries: lookup },
      ratioMin: 0.6,
    },
  ];
}

try {
  const items = (await withProduct(listItems)).filter(({ name }) => name.includes(options.only));
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL, demo data`,
  );
  console.log(`medians of ${rounds} rounds of ${seconds} s by turns, 16 kept-alive connections\n`);
  for (const item of items) {
    const measured = await withProduct((product) =>
      measure(item, product, { rounds, seconds, databaseUrl: database.url, folder }),
    );
    if (!report(item, measured)) process.exitCode = 1;
  }
} finally {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
