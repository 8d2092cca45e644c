import { type Ctx, systemCtx } from '../../src/platform/context.ts';
import type { JobDefinition, Jobs } from '../../src/platform/jobs/index.ts';
import type { Store } from './memory-database/store.ts';

export interface Job {
  name: string;
  data: object;
  startAt: Temporal.Instant;
  tries: number;
  state: 'waiting' | 'active' | 'done' | 'worn_out';
}

const retryLimitDefault = 8;
/** How long a job of a dead process stays taken. */
const expiresAfter = { minutes: 15 };

/** The job queue on the store: what is enqueued in a transaction goes with it. */
export class MemoryJobs implements Jobs {
  readonly jobs: Job[] = [];
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
    const job: Job = { name, data, startAt, tries: 0, state: 'waiting' };
    this.jobs.push(job);
    this.#store.onRollback(() => this.jobs.splice(this.jobs.indexOf(job), 1));
  }

  due(now: Temporal.Instant): Job[] {
    return this.jobs.filter(
      ({ state, startAt }) => state === 'waiting' && Temporal.Instant.compare(startAt, now) <= 0,
    );
  }

  nextAt(): Temporal.Instant | undefined {
    return this.jobs
      .filter(({ state }) => state === 'waiting')
      .map(({ startAt }) => startAt)
      .toSorted(Temporal.Instant.compare)[0];
  }

  /** Throws what a dead process throws; every other failure comes back later, as in production. */
  async run(ctx: Ctx, job: Job, isDead: () => boolean): Promise<unknown> {
    const definition = this.#definitions.get(job.name);
    if (!definition) throw new Error(`no job is called ${job.name}`);
    job.state = 'active';
    try {
      await definition.handler(systemCtx(ctx, job.name), structuredClone(job.data));
      if (isDead()) throw new Error('the process is gone');
      job.state = 'done';
      return undefined;
    } catch (error) {
      job.tries += 1;
      const wornOut = job.tries > (definition.retryLimit ?? retryLimitDefault);
      job.state = wornOut && !isDead() ? 'worn_out' : 'waiting';
      const pause = isDead() ? expiresAfter : { seconds: 2 ** Math.min(job.tries, 9) };
      job.startAt = ctx.clock.now().add(pause);
      return error;
    }
  }
}
