// bin/bench http [--rounds 5] [--seconds 3]: requests per second of the server's CPU time, each beside
// its limit in the same run: the least that could send the same bytes. Exit code 1 below the aims.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serialize } from 'node:v8';
import { scratchDatabase } from './support/databases.ts';
import { signIn } from './support/demo.ts';
import type { Limit, Query } from './support/limits.ts';
import { load, median, type Sample, type Target } from './support/load.ts';
import { freePort, type Server, startEtude, startServer } from './support/processes.ts';
import { recordQueries } from './support/record-queries.ts';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '3' } },
});
const [rounds, seconds] = [Number(options.rounds), Number(options.seconds)];

/** Until the compiler has seen enough; a page takes longest. */
const warmUpSeconds = 8;

interface Item {
  name: string;
  path: string;
  headers?: Record<string, string>;
  limit?: { kind: Limit['kind']; name: string; queries?: Query[] };
  /** Least ratio to the limit that is aimed at. */
  ratioMin?: number;
  /** Least requests per CPU second that are aimed at. */
  perCpuSecondMin?: number;
}

interface Measured {
  ours: Sample[];
  limit: Sample[];
}

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

/** A server that answers what the product answers just now, with the least work. */
async function startLimit(
  ours: Target,
  { kind, queries = [] }: NonNullable<Item['limit']>,
): Promise<Server> {
  const response = await fetch(ours.url, { headers: ours.headers ?? {} });
  if (!response.ok) throw new Error(`${ours.url} answers ${response.status}`);
  const limit: Limit = {
    kind,
    port: await freePort(),
    body: new Uint8Array(await response.arrayBuffer()),
    contentType: response.headers.get('content-type') ?? '',
    queries,
    databaseUrl: database.url,
  };
  const file = join(folder, `limit-${limit.port}`);
  writeFileSync(file, serialize(limit));
  const args = [join(import.meta.dirname, 'support/limits.ts'), file];
  return startServer({ args, env: {}, port: limit.port, readyPath: '/' });
}

/** Both in processes of their own, by turns. */
async function measure(item: Item, product: Server): Promise<Measured> {
  const { path, headers = {} } = item;
  const ours = { name: item.name, pid: product.pid, url: `${product.url}${path}`, headers };
  const server = item.limit && (await startLimit(ours, item.limit));
  const limit = server && { ...ours, name: 'limit', pid: server.pid, url: `${server.url}${path}` };
  const measured: Measured = { ours: [], limit: [] };
  try {
    await load(ours, warmUpSeconds);
    if (limit) await load(limit, warmUpSeconds);
    for (let round = 0; round < rounds; round += 1) {
      measured.ours.push(await load(ours, seconds));
      if (limit) measured.limit.push(await load(limit, seconds));
    }
  } finally {
    await server?.stop();
  }
  return measured;
}

const rate = (samples: Sample[]) => median(samples.map(({ perCpuSecond }) => perCpuSecond));
const p99 = (samples: Sample[]) => `${median(samples.map(({ p99Ms }) => p99Ms))} ms`;
const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Prints one line and answers whether the aim is met. */
function report(item: Item, { ours, limit }: Measured): boolean {
  const cells = [
    item.name.padEnd(36),
    `${whole(rate(ours)).padStart(7)}/cpu-s  p99 ${p99(ours).padEnd(7)}`,
  ];
  let met = true;
  if (item.limit) {
    const ratio = median(
      ours.map((sample, round) => sample.perCpuSecond / limit[round]!.perCpuSecond),
    );
    met = ratio >= (item.ratioMin ?? 0);
    cells.push(`limit ${whole(rate(limit)).padStart(7)}/cpu-s  p99 ${p99(limit).padEnd(7)}`);
    cells.push(`ratio ${ratio.toFixed(2)}`);
    if (item.ratioMin) cells.push(`aim ≥ ${item.ratioMin.toFixed(2)} ${met ? 'met' : 'MISSED'}`);
    cells.push(`(${item.limit.name})`);
  } else if (item.perCpuSecondMin) {
    met = rate(ours) >= item.perCpuSecondMin;
    cells.push(`aim ≥ ${item.perCpuSecondMin}/cpu-s ${met ? 'met' : 'MISSED'}`);
  }
  console.log(cells.join('  '));
  return met;
}

try {
  const items = await withProduct(listItems);
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL, demo data`,
  );
  console.log(`medians of ${rounds} rounds of ${seconds} s by turns, 16 kept-alive connections\n`);
  for (const item of items) {
    const measured = await withProduct((product) => measure(item, product));
    if (!report(item, measured)) process.exitCode = 1;
  }
} finally {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
