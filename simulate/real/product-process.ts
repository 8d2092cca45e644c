import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { top } from '../../bin/lib/run.ts';
import { clockAhead } from './stand-ins.ts';

/** The product as a process of its own, which can be killed and started again. */
export class ProductProcess {
  kills = 0;
  starts = 0;
  /** When the present process was started, by the clock of the job queue. */
  startedAt = Temporal.Instant.fromEpochMilliseconds(0);
  /** What it logged as an error and nothing of the story explains. */
  readonly surprises: string[] = [];
  readonly #env: Record<string, string>;
  readonly #aheadMs: () => number;
  #child: ChildProcess | undefined;
  #ended: Promise<unknown> = Promise.resolve();
  #up: Promise<void> = Promise.resolve();
  #told: string[] = [];

  constructor(env: Record<string, string>, aheadMs: () => number) {
    this.#env = env;
    this.#aheadMs = aheadMs;
  }

  /** Resolves once it answers; after a kill, that is once it was started again. */
  up(): Promise<void> {
    return this.#up;
  }

  start(): Promise<void> {
    this.#up = this.#start();
    return this.#up;
  }

  async #start(): Promise<void> {
    this.starts += 1;
    this.startedAt = clockAhead(this.#aheadMs).now();
    const child = spawn(process.execPath, ['simulate/real/product.ts', String(this.#aheadMs())], {
      cwd: top,
      env: { ...process.env, ...this.#env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#child = child;
    createInterface({ input: child.stdout! }).on('line', (line) => this.#hear(line));
    this.#ended = once(child, 'exit');
    if (!(await this.#says(child)))
      throw new Error(`the product did not start:\n${this.#told.join('\n')}`);
  }

  /** Waits for its next word; false when it ends before. */
  async #says(child: ChildProcess): Promise<boolean> {
    const waiting = new AbortController();
    const said = once(child, 'message', { signal: waiting.signal }).then(() => true);
    const ended = this.#ended.then(() => false);
    const heard = await Promise.race([said.catch(() => false), ended]);
    waiting.abort();
    return heard;
  }

  #hear(line: string): void {
    this.#told = [...this.#told.slice(-20), line];
    const found = surpriseIn(line);
    if (found) this.surprises.push(found);
  }

  /** Ends it at once, as a power cut would, and starts another. */
  kill(): Promise<void> {
    this.#up = this.#restart();
    return this.#up;
  }

  async #restart(): Promise<void> {
    await this.#end();
    this.kills += 1;
    await this.#start();
  }

  async #end(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await this.#ended;
  }

  /** Has it see that time moved on; again in the next process, where this one dies meanwhile. */
  async noticeTime(): Promise<void> {
    for (;;) {
      await this.#up;
      const child = this.#child!;
      const seen = this.#says(child);
      child.send({ aheadMs: this.#aheadMs() }, () => undefined);
      if (await seen) return;
      if (this.#child === child) throw new Error(`it ended by itself:\n${this.#told.join('\n')}`);
    }
  }

  async stop(): Promise<void> {
    await this.#up.catch(() => undefined);
    await this.#end();
  }
}

/** A provider that can't be reached, what a person has to look at, and refusals belong to the story. */
const explained = /^(Stripe\w*Error|DomainError)$/;

function surpriseIn(line: string): string | undefined {
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level: number;
      msg: string;
      err?: { type: string; message: string; stack: string };
    };
    return level < 50 || !err || explained.test(err.type) ? undefined : `${msg}: ${err.stack}`;
  } catch {
    return undefined; // not a line of the log
  }
}
