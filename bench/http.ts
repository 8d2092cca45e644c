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
  ours: Target;
  limit?: Target;
  limitName: string;
  /** Least ratio to the limit that is aimed at. */
  ratioMin?: number;
  /** Least requests per CPU second that are aimed at. */
  perCpuSecondMin?: number;
}

const paths = {
  subjects: '/api/v1/subjects',
  search: '/api/v1/search?market=gb&limit=20',
  page: '/search?market=gb',
  me: '/api/v1/me',
};
const folder = mkdtempSync(join(tmpdir(), 'etude-bench-'));
const servers: Server[] = [];
const database = await scratchDatabase();

async function startProduct(): Promise<Server> {
  const server = await startEtude({
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    DEMO: 'true',
    RATE_LIMIT_FACTOR: '1000000',
  });
  servers.push(server);
  return server;
}

/** A limit that answers what the product answered just now. */
async function startLimit(
  name: string,
  kind: Limit['kind'],
  ours: Target,
  queries: Query[] = [],
): Promise<Target> {
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
  const server = await startServer({ args, env: {}, port: limit.port, readyPath: '/' });
  servers.push(server);
  return { name, pid: server.pid, url: server.url };
}

async function prepare(product: Server): Promise<Item[]> {
  const { pid, url } = product;
  const cookie = await signIn(url);
  const target = (name: string, path: string, headers?: Record<string, string>): Target => ({
    name,
    pid,
    url: `${url}${path}`,
    ...(headers && { headers }),
  });
  const subjects = target('subjects', paths.subjects);
  const search = target('search', paths.search);
  const page = target('page', paths.page);
  // A guest's cookie makes the page a person's own, so it is rendered anew each time.
  const uncached = target('uncached page', paths.page, { cookie: `etude_guest=${'a'.repeat(43)}` });
  const me = target('session', paths.me, { cookie });
  const [searchQueries = [], meQueries = []] = await recordQueries(database.url, [
    { path: paths.search },
    { path: paths.me, headers: { cookie } },
  ]);
  const lookup = meQueries
    .filter(({ text }) => /"sessions"/.test(text) && text.startsWith('select'))
    .slice(0, 1);
  if (searchQueries.length === 0 || lookup.length === 0) throw new Error('no query was recorded');
  console.log(
    `A search sends ${searchQueries.length} queries, GET ${paths.me} sends ${meQueries.length}.`,
  );
  return [
    {
      name: '(a) GET /api/v1/subjects',
      ours: subjects,
      limit: await startLimit('subjects limit', 'node:http', subjects),
      limitName: 'node:http, same bytes',
      ratioMin: 0.6,
    },
    {
      name: '(b) search of 20 results',
      ours: search,
      limit: await startLimit('search limit', 'fastify', search, searchQueries),
      limitName: 'Fastify, same SQL through pg',
    },
    {
      name: '(c) results page, cached',
      ours: page,
      limit: await startLimit('page limit', 'fastify', page),
      limitName: 'Fastify, same bytes',
      ratioMin: 0.5,
    },
    { name: '(c) results page, uncached', ours: uncached, limitName: '', perCpuSecondMin: 300 },
    {
      name: '(d) session lookup, GET /api/v1/me',
      ours: me,
      limit: await startLimit('session limit', 'fastify', me, lookup),
      limitName: 'Fastify + one query',
      ratioMin: 0.6,
    },
  ];
}

interface Measured {
  item: Item;
  ours: Sample[];
  limit: Sample[];
}

async function measure(items: Item[]): Promise<Measured[]> {
  const all = items.map((item): Measured => ({ item, ours: [], limit: [] }));
  for (const { item } of all) {
    await load(item.ours, warmUpSeconds);
    if (item.limit) await load(item.limit, warmUpSeconds);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const { item, ours, limit } of all) {
      ours.push(await load(item.ours, seconds));
      if (item.limit) limit.push(await load(item.limit, seconds));
    }
    console.error(`round ${round} of ${rounds}`);
  }
  return all;
}

const rate = (samples: Sample[]) => median(samples.map(({ perCpuSecond }) => perCpuSecond));
const p99 = (samples: Sample[]) => `${median(samples.map(({ p99Ms }) => p99Ms))} ms`;
const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Prints one line and answers whether the aim is met. */
function report({ item, ours, limit }: Measured): boolean {
  const cells = [
    item.name.padEnd(36),
    `${whole(rate(ours)).padStart(7)}/cpu-s  p99 ${p99(ours).padEnd(7)}`,
  ];
  let met = true;
  if (limit.length > 0) {
    const ratios = ours.map((sample, round) => sample.perCpuSecond / limit[round]!.perCpuSecond);
    const ratio = median(ratios);
    met = ratio >= (item.ratioMin ?? 0);
    cells.push(`limit ${whole(rate(limit)).padStart(7)}/cpu-s  p99 ${p99(limit).padEnd(7)}`);
    cells.push(
      `ratio ${ratio.toFixed(2)}`,
      item.ratioMin ? `aim ≥ ${item.ratioMin.toFixed(2)}` : 'no aim',
    );
    cells.push(met ? 'met' : 'MISSED', `(${item.limitName})`);
  } else if (item.perCpuSecondMin) {
    met = rate(ours) >= item.perCpuSecondMin;
    cells.push(`aim ≥ ${item.perCpuSecondMin}/cpu-s`, met ? 'met' : 'MISSED');
  }
  console.log(cells.join('  '));
  return met;
}

try {
  const items = await prepare(await startProduct());
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, Node ${process.version}, PostgreSQL, demo data`,
  );
  console.log(
    `medians of ${rounds} interleaved rounds of ${seconds} s, 16 kept-alive connections\n`,
  );
  const met = (await measure(items)).map(report);
  if (met.includes(false)) process.exitCode = 1;
} finally {
  for (const server of servers.toReversed()) await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
}
