import type { RouteOptions } from 'fastify';
import type { Domain } from './platform/domain.ts';
import { memoryBus, redisBus } from './platform/bus/index.ts';
import { type Clock, systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { type Ctx, type Logger, systemCtx } from './platform/context.ts';
import { requireKeysInUse } from './platform/crypto/rekey.ts';
import { type Database, openDatabase } from './platform/db/index.ts';
import { migrateUp } from './platform/db/migrate.ts';
import { durableEvents } from './platform/events/index.ts';
import { apiDocs } from './platform/http/api-docs.ts';
import { healthRoutes, type Readiness } from './platform/http/health.ts';
import { type App, createHttp } from './platform/http/index.ts';
import { type JobQueue, jobQueue } from './platform/jobs/index.ts';
import { type MailTransport, openMail } from './platform/mail/index.ts';
import { personDataOf } from './platform/person-data/index.ts';
import { openSms, type SmsTransport } from './platform/sms/index.ts';
import { openStorage } from './platform/storage/index.ts';
import { domains } from './domains.ts';

export interface Etude {
  ctx: Ctx;
  app: App;
  jobs: JobQueue;
  database: Database;
  readiness: Readiness;
  close(): Promise<void>;
}

export interface Parts {
  config: Config;
  log: Logger;
  database?: Database;
  clock?: Clock;
  mail?: MailTransport;
  sms?: SmsTransport;
  domains?: readonly Domain[];
  /** Sees every route as it is registered. */
  onRoute?: (route: RouteOptions) => void;
}

/** Puts the product together: platform services, then every domain's routes, listeners and jobs. */
export async function createEtude({
  config,
  log,
  clock = systemClock,
  domains: chosen = domains,
  ...parts
}: Parts): Promise<Etude> {
  const database = parts.database ?? (await openDatabase(config));
  const bus = config.redisUrl ? await redisBus(config.redisUrl, log) : memoryBus();
  const jobs = jobQueue(database.pool, log);
  const events = durableEvents(jobs);
  const mail = parts.mail ?? (await openMail(config));
  const ctx: Ctx = {
    db: database.db,
    actor: { kind: 'anonymous' },
    requestId: 'none',
    clock,
    log,
    config,
    jobs,
    events,
    bus,
    mail,
    sms: parts.sms ?? openSms(config),
    personData: personDataOf(chosen),
    storage: openStorage(config),
  };
  const app = await createHttp(ctx);
  if (parts.onRoute) app.addHook('onRoute', parts.onRoute);
  const readiness = healthRoutes(app, ctx);
  apiDocs(app);
  for (const domain of chosen) {
    domain.listeners?.(events);
    domain.jobs?.(jobs);
    domain.routes?.(app);
  }
  return {
    ctx,
    app,
    jobs,
    database,
    readiness,
    async close() {
      await app.close();
      await jobs.stop();
      mail.close();
      await bus.close();
      await database.close();
    },
  };
}

/** Brings the database up to date and loads the reference data that ships with the product. */
export async function prepareDatabase(
  { ctx }: Etude,
  chosen: readonly Domain[] = domains,
): Promise<void> {
  await migrateUp(ctx.db);
  await requireKeysInUse(
    ctx,
    chosen.flatMap(({ sealed = [] }) => sealed),
  );
  for (const domain of chosen) await domain.prepare?.(systemCtx(ctx, 'prepare'));
}
