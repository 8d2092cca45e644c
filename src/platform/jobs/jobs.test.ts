import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/databases.ts';
import { systemClock } from '../clock/index.ts';
import type { Ctx } from '../context.ts';
import { type JobQueue, jobQueue } from './index.ts';

const log = pino({ level: 'silent' });
const ran = new Map<string, number>();
let database: Awaited<ReturnType<typeof freshDatabase>>;
let jobs: JobQueue;
let ctx: Ctx;

beforeAll(async () => {
  database = await freshDatabase();
  jobs = jobQueue(database.pool, log);
  const handler = async (_ctx: Ctx, { kind }: { kind: string }) => {
    await pause(10);
    ran.set(kind, (ran.get(kind) ?? 0) + 1);
  };
  jobs.define('probe.alone', { handler });
  jobs.define('probe.together', { handler, concurrency: 4 });
  ctx = { db: database.db, clock: systemClock, log, jobs } as unknown as Ctx;
  await jobs.start(ctx, { work: true });
});
afterAll(async () => {
  await jobs?.stop();
  await database?.close();
  await database?.drop();
});

describe('a queue', () => {
  it.each(['probe.alone', 'probe.together'])(
    'works off what has piled up one after the other, not one at each poll: %s (PF-04)',
    async (kind) => {
      // With a time of their own nobody is woken for them, as after an outage.
      const startAt = systemClock.now();
      for (let n = 0; n < 40; n++) await jobs.enqueue(ctx, kind, { kind }, { startAt });
      await expect.poll(() => ran.get(kind), { timeout: 8_000, interval: 50 }).toBe(40);
    },
  );
});
