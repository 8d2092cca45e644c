import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { freePort } from '../../bench/support/processes.ts';
import { createEtude, prepareDatabase } from '../../src/app.ts';
import { type PaymentEmulator, startPaymentEmulator } from '../../src/dev/payments/index.ts';
import type { Clock } from '../../src/platform/clock/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';
import { type Db, sql } from '../../src/platform/db/index.ts';
import { freshDatabase } from '../../test/support/databases.ts';
import { type Cast, seedCast } from './cast.ts';
import { ProductProcess } from './product-process.ts';
import { clockAhead, nowhere } from './stand-ins.ts';

const secretKey = 'sk_test_of_the_simulation';
const webhookSecret = 'whsec_of_the_simulation';
/** Shorter than the provider's own, so that nobody waits for them; given up after half a minute. */
const webhookRetryDelaysMs = [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800];

type OwnDatabase = Awaited<ReturnType<typeof freshDatabase>>;

/** A product of its own with its database and its provider, in one simulated time. */
export interface Stage {
  url: string;
  /** Its name. */
  database: string;
  clock: Clock;
  db: Db;
  cast: Cast;
  provider: PaymentEmulator;
  stripe: Stripe;
  product: ProductProcess;
  /** What only others decide: banks, and the checks of accounts. False: it can't be. */
  decide(path: string, body: object): Promise<boolean>;
  /** Errors of ours that nothing of the story explains. */
  surprises: string[];
  /** Requests that were sent to the product. */
  requests: number;
  /** Moves the product, its job queue and the provider on together. */
  advance(seconds: number): Promise<void>;
  /** With `keep` the database stays, to be looked at. */
  close(options: { keep: boolean }): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const surprises: string[] = [];
  const own = await freshDatabase();
  const provider = await startProvider(url, surprises);
  let aheadMs = 0;
  const clock = clockAhead(() => aheadMs);
  const name = await nameOf(own.db);
  const env = { ...settingsFor(name, provider), PORT: String(port), PUBLIC_URL: url };
  const cast = await seed(own, env, clock);
  const product = new ProductProcess(env, () => aheadMs);
  return {
    url,
    database: name,
    clock,
    db: own.db,
    cast,
    provider,
    stripe: clientOf(provider),
    product,
    decide: (path, body) => decide(provider, path, body),
    surprises,
    requests: 0,
    async advance(seconds) {
      aheadMs += seconds * 1_000;
      const ahead = sql`make_interval(secs => ${aheadMs / 1_000})`;
      await sql`update simulated_time set ahead = ${ahead}`.execute(own.db);
      await provider.advance(seconds);
      await product.noticeTime();
    },
    async close({ keep }) {
      await product.stop();
      await provider.close();
      await own.close();
      if (!keep) await own.drop();
    },
  };
}

function startProvider(productUrl: string, surprises: string[]): Promise<PaymentEmulator> {
  return startPaymentEmulator({
    secretKey,
    webhookSecret,
    webhookUrl: `${productUrl}/api/v1/webhooks/payments`,
    webhookRetryDelaysMs,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (details, message) => void surprises.push(`${message}: ${JSON.stringify(details)}`),
    },
  });
}

function clientOf({ url }: PaymentEmulator): Stripe {
  const { hostname: host, port } = new URL(url);
  return new Stripe(secretKey, { host, port, protocol: 'http', telemetry: false });
}

async function decide({ url }: PaymentEmulator, path: string, body: object): Promise<boolean> {
  const answer = await fetch(`${url}/_emulator${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  return answer.ok;
}

async function nameOf(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  return rows[0]!.name;
}

function settingsFor(database: string, provider: PaymentEmulator): Record<string, string> {
  const databaseUrl = new URL(process.env['DATABASE_URL']!);
  databaseUrl.pathname = `/${database}`;
  return {
    NODE_ENV: 'test',
    DATA_DIR: join(tmpdir(), 'etude-simulation-data'),
    DATABASE_URL: databaseUrl.href,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    RATE_LIMIT_FACTOR: '1000000',
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: provider.url,
  };
}

/** Its people, and a job queue that reads the simulated time: in this one function of the database. */
async function seed(database: OwnDatabase, env: Record<string, string>, clock: Clock) {
  const log = createLog('silent');
  const config = loadConfig(env);
  const etude = await createEtude({ config, log, database, clock, mail: nowhere });
  await prepareDatabase(etude);
  await etude.jobs.start(etude.ctx, { work: false });
  const cast = await seedCast(etude.ctx);
  await etude.jobs.stop();
  await sql`create table simulated_time (ahead interval not null)`.execute(database.db);
  await sql`insert into simulated_time values ('0')`.execute(database.db);
  await sql`create or replace function jobs.job_now() returns timestamptz language sql stable as $$
    select pg_catalog.now() + ahead from public.simulated_time $$`.execute(database.db);
  return cast;
}
