import { CompiledQuery, sql } from 'kysely';
import pg from 'pg';
import { type ConstructorOptions, type Db as BossDb, PgBoss } from 'pg-boss';
import type { Ctx, Logger } from '../context.ts';
import { systemCtx } from '../context.ts';
import type { Db } from '../db/index.ts';
import { afterCommit, detached } from '../db/index.ts';

export interface JobDefinition<T> {
  handler: (ctx: Ctx, data: T) => Promise<void>;
  /** Retries after the first failure, with growing pauses. Default 8 (about an hour in all). */
  retryLimit?: number;
  /** Jobs of this queue that one node works on at once. Default 1. */
  concurrency?: number;
  /** Five cron fields in UTC: the job is also enqueued, without data, at these minutes. */
  cron?: string;
}

export interface Jobs {
  define<T extends object>(name: string, definition: JobDefinition<T>): void;
  /** Enqueues in the caller's transaction: the job exists if and only if that commits. */
  enqueue(
    ctx: Ctx,
    name: string,
    data: object,
    options?: { startAt?: Temporal.Instant },
  ): Promise<void>;
}

export interface JobQueue extends Jobs {
  /** Creates the queues; with `work`, also takes and runs jobs. */
  start(ctx: Ctx, options: { work: boolean }): Promise<void>;
  /** Lets running jobs finish for at most 20 s; what is not finished returns to the queue. */
  stop(): Promise<void>;
  readonly boss: PgBoss;
  readonly definitions: ReadonlyMap<string, JobDefinition<object>>;
}

/** The job queue's tables live in the same database, so that enqueueing joins a transaction. */
export function jobQueue(pool: pg.Pool, log: Logger): JobQueue {
  const boss = new PgBoss({ db: throughPool(pool), schema: 'jobs', ...quietDefaults });
  boss.on('error', (error) => log.error({ err: error }, 'job queue'));
  const definitions = new Map<string, JobDefinition<object>>();
  const crews = new Map<string, Crew>();
  let working = false;

  return {
    boss,
    definitions,
    define(name, definition) {
      if (definitions.has(name)) throw new Error(`job ${name} is defined twice`);
      definitions.set(name, definition as JobDefinition<object>);
    },
    async enqueue(ctx, name, data, { startAt } = {}) {
      const id = await boss.send(name, data, {
        db: throughKysely(ctx.db),
        ...(startAt && { startAfter: startAt.toString() }),
      });
      if (!id) throw new Error(`job ${name} was not accepted`);
      const crew = crews.get(name);
      if (crew && !startAt) afterCommit(ctx, () => crew.wake());
    },
    async start(ctx, { work }) {
      working = work;
      await boss.start();
      const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
      for (const [name, { retryLimit = 8 }] of definitions)
        if (!existing.has(name)) await createQueue(boss, name, retryLimit);
      if (!work) return;
      for (const [name, definition] of definitions)
        crews.set(name, await startCrew(boss, ctx, name, definition));
    },
    async stop() {
      await boss.stop({ graceful: working, timeout: 20_000, close: false });
    },
  };
}

const quietDefaults: ConstructorOptions = {
  superviseIntervalSeconds: 60,
  monitorVacuum: false,
  reindex: false,
};

async function createQueue(boss: PgBoss, name: string, retryLimit: number): Promise<void> {
  await boss.createQueue(name, {
    retryLimit,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 1800,
  });
  // Warms pg-boss's own memory of the queue: its first send would otherwise look the queue up on a
  // second connection, which the embedded database does not have while a transaction is open.
  await boss.findJobs(name, { id: '00000000-0000-0000-0000-000000000000' });
}

/** The workers of one queue. */
interface Crew {
  /** Has one that is idle look for a job at once. */
  wake(): void;
}

async function startCrew(
  boss: PgBoss,
  app: Ctx,
  name: string,
  definition: JobDefinition<object>,
): Promise<Crew> {
  const ids: string[] = [];
  const busy = new Set<string>();
  const startWorker = async (): Promise<void> => {
    let id = '';
    id = await boss.work<object>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
      if (!job) return;
      busy.add(id);
      // Where one job waited, more may: it looks again when this one is done, not at the next poll.
      boss.notifyWorker(id);
      await detached(() => runJob(app, name, definition, job)).finally(() => busy.delete(id));
    });
    ids.push(id);
  };
  for (let worker = 0; worker < (definition.concurrency ?? 1); worker++) await startWorker();
  if (definition.cron) await boss.schedule(name, definition.cron, {}, { tz: 'UTC' });
  return { wake: () => boss.notifyWorker(ids.find((id) => !busy.has(id)) ?? ids[0]!) };
}

/** Runs one job as the system; a failure is logged and goes back to the queue. */
export async function runJob(
  app: Ctx,
  name: string,
  definition: JobDefinition<object>,
  job: { id: string; data: object },
) {
  const ctx = {
    ...systemCtx(app, name),
    requestId: job.id,
    log: app.log.child({ job: name, requestId: job.id }),
  };
  try {
    await definition.handler(ctx, job.data ?? {});
  } catch (error) {
    ctx.log.error({ err: error }, 'job failed');
    throw error;
  }
}

/**
 * Takes out of the queue's table what names one of these texts: jobs that are done stay there for
 * days, with their data and their errors. One that still waits is not needed by who asked to be forgotten.
 */
export async function forgetJobsWith(ctx: Ctx, texts: readonly string[]): Promise<void> {
  for (const text of texts)
    await sql`delete from jobs.job where position(${text} in data::text) > 0
      or position(${text} in coalesce(output::text, '')) > 0`.execute(ctx.db);
}

function throughPool(pool: pg.Pool): BossDb {
  return {
    async executeSql(text, values) {
      // Not pool.query: that drops the connection after any error, and the embedded database has one.
      const client = await pool.connect();
      try {
        // The queue reads times as dates, so it gets the driver's own parsers.
        return allRows(await client.query({ text, types: pg.types, ...(values && { values }) }));
      } finally {
        client.release();
      }
    },
  };
}

function throughKysely(db: Db): BossDb {
  return {
    executeSql: async (text, values = []) => ({
      rows: (await db.executeQuery(CompiledQuery.raw(text, values))).rows,
    }),
  };
}

/** Several statements in one text answer with a list; the queue wants their rows. */
function allRows(result: pg.QueryResult | pg.QueryResult[]): { rows: unknown[] } {
  if (!Array.isArray(result)) return result;
  return { rows: result.flatMap((one) => one.rows) };
}
