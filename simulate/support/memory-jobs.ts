import { type Ctx, systemCtx } from '../../src/platform/context.ts';
import { copyOf } from '../../src/dev/payments/copy.ts';
import type { JobDefinition, Jobs } from '../../src/platform/jobs/index.ts';
import type { Store } from './memory-database/store.ts';

export interface Job {
  name: string;
  data: object;
  startAt: Temporal.Instant;
  tries: number;
}

const retryLimitDefault = 8;
/** How long a job of a dead process stays taken. */
const expiresAfter = { minutes: 15 };

/** The job queue on the store: what is enqueued in a transaction goes with it. */
export class MemoryJobs implements Jobs {
  readonly jobs: Job[] = [];
  readonly #waiting = new Set<Job>();
  readonly #definitions = new Map<string, JobDefinition<object>>();
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  define<T extends object>(name: string, definition: JobDefinition<T>): void {
    this.#definitions.set(name, definition as JobDefinition<object>);
  }

  async enqueue(
    ctx: Ctx,
    name: string,
    data: object,
    { startAt = ctx.clock.now() }: { startAt?: Temporal.Instant } = {},
  ): Promise<void> {
    const job: Job = { name, data, startAt, tries: 0 };
    this.jobs.push(job);
    this.#waiting.add(job);
    this.#store.onRollback(() => {
      this.jobs.splice(this.jobs.lastIndexOf(job), 1);
      this.#waiting.delete(job);
    });
  }

  /** In the order in which they were enqueued. */
  due(nowMs: number): Job[] {
    return [...this.#waiting].filter(({ startAt }) => startAt.epochMilliseconds <= nowMs);
  }

  /** When the next one is due, in milliseconds. */
  nextMs(): number {
    return Math.min(...[...this.#waiting].map(({ startAt }) => startAt.epochMilliseconds));
  }

  /** Throws what a dead process throws; every other failure comes back later, as in production. */
  async run(ctx: Ctx, job: Job, isDead: () => boolean): Promise<unknown> {
    const definition = this.#definitions.get(job.name);
    if (!definition) throw new Error(`no job is called ${job.name}`);
    this.#waiting.delete(job);
    try {
      await definition.handler(systemCtx(ctx, job.name), copyOf(job.data));
      if (isDead()) throw new Error('the process is gone');
      return undefined;
    } catch (error) {
      job.tries += 1;
      const wornOut = job.tries > (definition.retryLimit ?? retryLimitDefault);
      const pause = isDead() ? expiresAfter : { seconds: 2 ** Math.min(job.tries, 9) };
      job.startAt = ctx.clock.now().add(pause);
      if (!wornOut || isDead()) this.#waiting.add(job);
      return error;
    }
  }
}
