import { Worker } from 'node:worker_threads';
import type { Options } from '@node-rs/argon2';

/** With `hash`: whether the password belongs to it. Without: its hash. */
export interface HashTask {
  password: string;
  hash?: string;
  parameters: Options;
}

interface Thread {
  worker: Worker;
  /** In the order in which they were given, which is that of the answers. */
  pending: { resolve(result: string | boolean): void; reject(error: Error): void }[];
}

const threads: Thread[] = [];

/** Tasks that were given and not answered yet. */
export const tasksUnderWay = (): number =>
  threads.reduce((sum, { pending }) => sum + pending.length, 0);

/** Has one of at most `threadsMax` threads carry the task out, each one task at a time. */
export function carryOutInThread(task: HashTask, threadsMax: number): Promise<string | boolean> {
  const thread = leastBusy(threadsMax);
  return new Promise((resolve, reject) => {
    thread.pending.push({ resolve, reject });
    thread.worker.ref();
    thread.worker.postMessage(task);
  });
}

function leastBusy(threadsMax: number): Thread {
  const [first, ...others] = threads;
  const idle = threads.find(({ pending }) => pending.length === 0);
  if (idle) return idle;
  if (first === undefined || threads.length < threadsMax) return startThread();
  return others.reduce(
    (best, one) => (one.pending.length < best.pending.length ? one : best),
    first,
  );
}

/** A thread that waits keeps no process alive; one that breaks fails its tasks and is replaced by the next. */
function startThread(): Thread {
  const worker = new Worker(new URL('./hash-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 },
  });
  const thread: Thread = { worker, pending: [] };
  threads.push(thread);
  worker.on('message', ({ result, error }: { result: string | boolean; error?: Error }) => {
    const task = thread.pending.shift();
    if (thread.pending.length === 0) worker.unref();
    if (error) task?.reject(error);
    else task?.resolve(result);
  });
  const end = (error: Error): void => {
    const place = threads.indexOf(thread);
    if (place >= 0) threads.splice(place, 1);
    for (const { reject } of thread.pending.splice(0)) reject(error);
  };
  worker.once('error', end);
  worker.once('exit', (code) => end(new Error(`the hashing thread ended with ${code}`)));
  worker.unref();
  return thread;
}
