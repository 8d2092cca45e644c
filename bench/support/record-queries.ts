import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { createEtude } from '../../src/app.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import type { Query } from './limits.ts';

type ClientQuery = (
  this: pg.Client,
  query: unknown,
  values?: unknown[],
  ...rest: unknown[]
) => unknown;

/** The SQL, in order, that the product itself sends to answer each of these requests. */
export async function recordQueries(
  databaseUrl: string,
  requests: { path: string; headers?: Record<string, string> }[],
): Promise<Query[][]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etude-bench-'));
  const config = loadConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir });
  const etude = await createEtude({ config, log: pino({ level: 'silent' }) });
  await etude.app.ready();
  const recorded: Query[][] = [];
  try {
    for (const { path, headers } of requests) {
      const asked = async (): Promise<void> => {
        const { statusCode } = await etude.app.inject({ url: path, ...(headers && { headers }) });
        if (statusCode !== 200) throw new Error(`${path} answers ${statusCode}`);
      };
      recorded.push(await recordDuring(asked));
    }
  } finally {
    await etude.close();
    rmSync(dataDir, { recursive: true });
  }
  return recorded;
}

/** What is sent to the database, by anyone in this process, while the work is done. */
export async function recordDuring(work: () => Promise<void>): Promise<Query[]> {
  const recorded: Query[] = [];
  const client = pg.Client.prototype as unknown as { query: ClientQuery };
  const query = client.query;
  client.query = function (this: pg.Client, ...args) {
    const [first, values] = args as [string | { text: string; values?: unknown[] }, unknown[]?];
    const text = typeof first === 'string' ? first : first.text;
    const given = values ?? (typeof first === 'string' ? [] : first.values) ?? [];
    recorded.push({ text, values: Array.isArray(given) ? given.map(plain) : [] });
    return query.apply(this, args);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return recorded;
}

/** Instants travel as text, which is how the driver sends them. */
const plain = (value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value);
