import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Stripe from 'stripe';
import { freePort } from '../../bench/support/processes.ts';
import { createEtude, prepareDatabase } from '../../src/app.ts';
import { type PaymentEmulator, startPaymentEmulator } from '../../src/dev/payments/index.ts';
import { type Clock, systemClock } from '../../src/platform/clock/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';
import { type Db, sql } from '../../src/platform/db/index.ts';
import { freshDatabase } from '../../test/support/databases.ts';
import { type Cast, seedCast } from './cast.ts';
import { nowhere } from './nowhere.ts';
import { ProductProcess } from './product-process.ts';

const secretKey = 'sk_test_of_the_simulation';
const webhookSecret = 'whsec_of_the_simulation';
/** Shorter than the provider's own, so that nobody waits for them; given up after half a minute. */
const webhookRetryDelaysMs = [100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800];

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
  /** What only the provider's other customers decide: banks, checks of accounts. */
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
  let aheadMs = 0;
  const clock: Clock = {
    ...systemClock,
    now: () => systemClock.now().add({ milliseconds: aheadMs }),
  };
  const surprises: string[] = [];
  const provider = await startPaymentEmulator({
    secretKey,
    webhookSecret,
    webhookUrl: `${url}/api/v1/webhooks/payments`,
    webhookRetryDelaysMs,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (details, message) => void surprises.push(`${message}: ${JSON.stringify(details)}`),
    },
  });
  const database = await freshDatabase();
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    database.db,
  );
  const { name } = rows[0]!;
  const databaseUrl = new URL(process.env['DATABASE_URL']!);
  databaseUrl.pathname = `/${name}`;
  const env = {
    NODE_ENV: 'test',
    DATA_DIR: join(tmpdir(), 'etude-simulation-data'),
    DATABASE_URL: databaseUrl.href,
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    LOG_LEVEL: 'error',
    RATE_LIMIT_FACTOR: '1000000',
    STRIPE_SECRET_KEY: secretKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_URL: provider.url,
  };
  const config = loadConfig(env);
  const etude = await createEtude({
    config,
    log: createLog('silent'),
    database,
    clock,
    mail: nowhere,
  });
  await prepareDatabase(etude);
  await etude.jobs.start(etude.ctx, { work: false });
  const cast = await seedCast(etude.ctx);
  await etude.jobs.stop();
  await letQueueFollow(database.db);
  const product = new ProductProcess(env, () => aheadMs);
  const address = new URL(provider.url);
  const stage: Stage = {
    url,
    database: name,
    clock,
    db: database.db,
    cast,
    provider,
    product,
    surprises,
    requests: 0,
    stripe: new Stripe(secretKey, {
      host: address.hostname,
      port: address.port,
      protocol: 'http',
      telemetry: false,
    }),
    async decide(path, body) {
      const answer = await fetch(`${provider.url}/_emulator${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      await answer.arrayBuffer();
      return answer.ok;
    },
    async advance(seconds) {
      aheadMs += seconds * 1_000;
      await sql`update simulated_time set ahead = make_interval(secs => ${aheadMs / 1_000})`.execute(
        database.db,
      );
      await provider.advance(seconds);
      await product.noticeTime();
    },
    async close({ keep }) {
      await product.stop();
      await provider.close();
      await database.close();
      if (!keep) await database.drop();
    },
  };
  return stage;
}

/** The job queue reads the database's clock in this one function. */
async function letQueueFollow(db: Db): Promise<void> {
  await sql`create table simulated_time (ahead interval not null)`.execute(db);
  await sql`insert into simulated_time values ('0')`.execute(db);
  await sql`create or replace function jobs.job_now() returns timestamptz language sql stable as $$
    select pg_catalog.now() + ahead from public.simulated_time $$`.execute(db);
}
