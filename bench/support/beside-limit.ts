import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import type { Limit, Query } from './limits.ts';
import { load, median, type Sample, type Target } from './load.ts';
import { freePort, type Server, startServer } from './processes.ts';

/** Something the product answers, and the least that could answer it. */
export interface Item {
  name: string;
  path: string;
  headers?: Record<string, string>;
  /** What is asked instead of `path`, with what is answered; such a limit is Fastify. */
  bodies?: ReadonlyMap<string, Uint8Array>;
  /** The order in which they are asked; each may come more than once. */
  paths?: string[];
  connections?: number;
  limit?: { kind: Limit['kind']; name: string; queries?: Query[] };
  /** Least ratio to the limit that is aimed at. */
  ratioMin?: number;
  /** Least requests per CPU second that are aimed at. */
  perCpuSecondMin?: number;
}

export interface Plan {
  rounds: number;
  seconds: number;
  databaseUrl: string;
  /** For the limits' work. */
  folder: string;
}

interface Measured {
  ours: Sample[];
  limit: Sample[];
}

/** Until the compiler has seen enough; a page takes longest. */
const warmUpSeconds = 8;

/** A server that answers what the product answers just now, with the least work. */
async function startLimit(
  ours: Target,
  { bodies, limit: { kind, queries = [] } }: Item & Required<Pick<Item, 'limit'>>,
  { folder, databaseUrl }: Plan,
): Promise<Server> {
  const response = await fetch(ours.url, { headers: ours.headers ?? {} });
  if (!response.ok) throw new Error(`${ours.url} answers ${response.status}`);
  const limit: Limit = {
    kind,
    port: await freePort(),
    body: new Uint8Array(await response.arrayBuffer()),
    ...(bodies && { bodies }),
    contentType: response.headers.get('content-type') ?? '',
    queries,
    databaseUrl,
  };
  const file = join(folder, `limit-${limit.port}`);
  writeFileSync(file, serialize(limit));
  const args = [join(import.meta.dirname, 'limits.ts'), file];
  return startServer({ args, env: {}, port: limit.port, readyPath: '/' });
}

/** Both in processes of their own, by turns. */
export async function measure(item: Item, product: Server, plan: Plan): Promise<Measured> {
  const { name, path, headers = {}, paths, connections, limit: besides } = item;
  const ours: Target = {
    name,
    pid: product.pid,
    url: `${product.url}${path}`,
    headers,
    ...(paths && { paths }),
    ...(connections && { connections }),
  };
  const server = besides && (await startLimit(ours, { ...item, limit: besides }, plan));
  const limit = server && { ...ours, name: 'limit', pid: server.pid, url: `${server.url}${path}` };
  const measured: Measured = { ours: [], limit: [] };
  try {
    await load(ours, warmUpSeconds);
    if (limit) await load(limit, warmUpSeconds);
    for (let round = 0; round < plan.rounds; round += 1) {
      measured.ours.push(await load(ours, plan.seconds));
      if (limit) measured.limit.push(await load(limit, plan.seconds));
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
export function report(item: Item, { ours, limit }: Measured): boolean {
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
