import { pino } from 'pino';
import { paymentsDomain } from '../../../src/domains/payments/index.ts';
import type { PlatformSettings } from '../../../src/domains/payments/provider/platforms.ts';
import { reachThrough } from '../../../src/domains/payments/provider/stripe.ts';
import { type Config, loadConfig } from '../../../src/platform/config/index.ts';
import { type Ctx, systemCtx } from '../../../src/platform/context.ts';
import { DomainError } from '../../../src/platform/errors/index.ts';
import { durableEvents, type Events } from '../../../src/platform/events/index.ts';
import { type Boundary, memoryDb } from '../memory-database/dialect.ts';
import type { Schema } from '../memory-database/schema.ts';
import { type Sabotage, Store } from '../memory-database/store.ts';
import { MemoryJobs } from '../memory-jobs.ts';
import {
  type Line,
  NearClient,
  type NearProvider,
  secretKey,
  webhookSecret,
} from '../near-provider.ts';
import type { SimulatedClock } from './clock.ts';
import { rawSql } from './raw-sql.ts';
import type { CrashPoint } from './steps.ts';
import type { Tally } from './tally.ts';

const log = pino({ level: 'silent' });
const settings = loadConfig({
  NODE_ENV: 'test',
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
});

/** Making a client costs as much as some ten calls, so each process of a world has one that was made before. */
const clients: { settings: PlatformSettings; near: NearClient }[] = [];

function clientOf(process: number, line: Line, provider: NearProvider): PlatformSettings {
  const client = (clients[process] ??= connect());
  client.near.reach(provider, line);
  return client.settings;
}

function connect(): { settings: PlatformSettings; near: NearClient } {
  const client = { settings: { ...settings.stripe }, near: new NearClient() };
  reachThrough(client.settings, client.near);
  return client;
}

class ProcessGone extends Error {}

/** The product's process, on rows in memory: it may die at any boundary, and what was committed goes on in the next. */
export class Product {
  readonly store: Store;
  readonly jobs: MemoryJobs;
  readonly events: Events;
  /** Errors that nothing of what the world does to the product explains. */
  readonly surprises: unknown[] = [];
  ctx!: Ctx;
  /** Where the process dies next, after passing there so many times. */
  crash: { at: CrashPoint; after: number } | undefined;
  #process = 0;
  readonly #provider: NearProvider;
  readonly #clock: SimulatedClock;
  readonly #tally: Tally;

  constructor(
    { provider, clock, tally }: { provider: NearProvider; clock: SimulatedClock; tally: Tally },
    schema: Schema,
    sabotage: Sabotage | undefined,
  ) {
    this.#provider = provider;
    this.#clock = clock;
    this.#tally = tally;
    this.store = new Store(schema, sabotage);
    this.jobs = new MemoryJobs(this.store);
    paymentsDomain.jobs?.(this.jobs);
    this.events = durableEvents(this.jobs);
    this.#start();
  }

  /** What somebody who is signed in does. */
  as(id: string): Ctx {
    return { ...this.ctx, actor: { kind: 'person', id } as Ctx['actor'] };
  }

  #start(): void {
    const process = ++this.#process;
    const alive = () => {
      if (process !== this.#process) throw new ProcessGone();
    };
    const passing = (at: CrashPoint) => () => {
      alive();
      if (this.crash?.at !== at || this.crash.after-- > 0) return;
      this.crash = undefined;
      this.#tally.count(`crash: ${at}`);
      // What was not committed is gone; whatever still runs in the old process meets only closed doors.
      this.store.rollback();
      this.#start();
      throw new ProcessGone();
    };
    const boundary: Boundary = {
      alive,
      beforeCommit: passing('before_commit'),
      afterCommit: passing('after_commit'),
    };
    const line = { beforeCall: passing('before_call'), afterCall: passing('after_call') };
    const config: Config = { ...settings, stripe: clientOf(process, line, this.#provider) };
    const clock = this.#clock;
    this.ctx = systemCtx(
      {
        db: memoryDb(
          this.store,
          rawSql(() => clock.now()),
          boundary,
        ),
        clock,
        actor: { kind: 'anonymous' },
        requestId: 'simulation',
        log,
        config,
        jobs: this.jobs,
        events: this.events,
      } as unknown as Ctx,
      'simulation',
    );
  }

  /** Whether it was done. Refusals and crashes belong to a story; the rest surprises. */
  async survives(work: () => unknown): Promise<boolean> {
    const process = this.#process;
    try {
      await work();
      return true;
    } catch (error) {
      if (process === this.#process && !isRefusal(error)) this.surprises.push(error);
      return false;
    }
  }

  /** Runs the jobs that are due, so many of them at a time. */
  async runJobs(atATime: number): Promise<void> {
    const { ctx } = this;
    const process = this.#process;
    const isDead = () => process !== this.#process;
    const due = this.jobs.due(this.#clock.nowMs).slice(0, atATime);
    await Promise.all(
      due.map(async (job) => {
        const error = await this.jobs.run(ctx, job, isDead);
        if (error && !isDead() && !isRefusal(error) && !isUnreachable(error))
          this.surprises.push(error);
      }),
    );
  }
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ProcessGone || error instanceof DomainError;

const isUnreachable = (error: unknown): boolean =>
  String((error as Error).constructor.name).startsWith('Stripe');
