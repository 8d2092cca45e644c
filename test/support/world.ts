import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { InjectOptions, LightMyRequestResponse, RouteOptions } from 'fastify';
import { createEtude, prepareDatabase } from '../../src/app.ts';
import { type TestClock, testClock } from '../../src/platform/clock/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import type { Actor, Ctx, Logger } from '../../src/platform/context.ts';
import { sql } from '../../src/platform/db/index.ts';
import type { Domain } from '../../src/platform/domain.ts';
import type { Readiness } from '../../src/platform/http/health.ts';
import type { App } from '../../src/platform/http/index.ts';
import { runJob } from '../../src/platform/jobs/index.ts';
import type { MailTransport, OutgoingMail } from '../../src/platform/mail/index.ts';
import type { OutgoingSms, SmsTransport } from '../../src/platform/sms/index.ts';
import { freshDatabase } from './databases.ts';

export interface World {
  ctx: Ctx;
  app: App;
  clock: TestClock;
  readiness: Readiness;
  /** Every mail that was handed to the transport, oldest first. */
  mails: OutgoingMail[];
  /** Every SMS that was handed to the transport, oldest first. */
  texts: OutgoingSms[];
  as(actor: Actor): Ctx;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  /** Runs every job that is due by the test clock, until none is left. A failing job fails the test. */
  runJobs(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  domains?: readonly Domain[];
  env?: Record<string, string>;
  /** An instant; by default a Monday morning. */
  startAt?: string;
  /** Sees every route as it is registered. */
  onRoute?: (route: RouteOptions) => void;
  /** More routes, before the app is made ready. */
  extend?: (app: App, ctx: Ctx) => void | Promise<void>;
  /** Hears what is logged; by default nobody does, unless LOG_LEVEL is set. */
  log?: Logger;
  /** By default mails are kept in `mails`. */
  mail?: MailTransport;
  /** By default SMS are kept in `texts`. */
  sms?: SmsTransport;
}

/** The whole product on a database of its own, with a clock that stands still and mail that is kept. */
export async function startTestWorld(options: WorldOptions = {}): Promise<World> {
  const database = await freshDatabase();
  const clock = testClock(options.startAt ?? '2026-11-23T09:00:00Z');
  const mails: OutgoingMail[] = [];
  const texts: OutgoingSms[] = [];
  const config = loadConfig({
    NODE_ENV: 'test',
    DATA_DIR: join(tmpdir(), 'etude-test-data'),
    RATE_LIMIT_FACTOR: '1000',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    ...options.env,
  });
  const log = options.log ?? pino({ level: config.logLevel });
  const etude = await createEtude({
    config,
    log,
    database,
    clock,
    mail: options.mail ?? keepingMail(mails),
    sms: options.sms ?? keepingSms(texts),
    ...(options.domains && { domains: options.domains }),
    ...(options.onRoute && { onRoute: options.onRoute }),
  });
  await prepareDatabase(etude, options.domains);
  await options.extend?.(etude.app, etude.ctx);
  await etude.jobs.start(etude.ctx, { work: false });
  await etude.app.ready();
  return {
    ctx: etude.ctx,
    app: etude.app,
    clock,
    readiness: etude.readiness,
    mails,
    texts,
    as: (actor) => ({ ...etude.ctx, actor }),
    inject: (request) => etude.app.inject(request),
    runJobs: () => drainJobs(etude, clock),
    async close() {
      await etude.close();
      await database.drop();
    },
  };
}

function keepingMail(mails: OutgoingMail[]): MailTransport {
  return {
    via: 'none',
    async send(mail) {
      mails.push(mail);
      return { providerId: mail.messageId };
    },
    close() {},
  };
}

function keepingSms(texts: OutgoingSms[]): SmsTransport {
  return {
    via: 'twilio',
    async send(sms) {
      texts.push(sms);
      return { providerId: `SM${texts.length}` };
    },
  };
}

const roundsMax = 200;

async function drainJobs(
  { ctx, jobs }: Awaited<ReturnType<typeof createEtude>>,
  clock: TestClock,
): Promise<void> {
  for (let round = 0; round < roundsMax; round++) {
    // The queue compares with the database's clock; what is due by ours is made due by its own.
    await sql`update jobs.job set start_after = now() where state in ('created', 'retry') and start_after <= ${clock.now().toString()}::timestamptz`.execute(
      ctx.db,
    );
    const names = await sql<{
      name: string;
    }>`select distinct name from jobs.job where state in ('created', 'retry') and start_after <= now() and name not like '\\_\\_pgboss%'`.execute(
      ctx.db,
    );
    if (names.rows.length === 0) return;
    for (const { name } of names.rows) {
      const definition = jobs.definitions.get(name);
      if (!definition) throw new Error(`no job is called ${name}`);
      for (const job of await jobs.boss.fetch<object>(name, { batchSize: 50 })) {
        await runJob(ctx, name, definition, job).catch(async (error: unknown) => {
          await jobs.boss.fail(name, job.id);
          throw error;
        });
        await jobs.boss.complete(name, job.id);
      }
    }
  }
  throw new Error('jobs keep making jobs');
}
