import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Schema } from '../memory-database/schema.ts';
import { type Broken, type Exploration, explore, type Explored } from './explore.ts';
import { Tally } from './tally.ts';

/** Stories are drawn in parts of so many, each from a seed of its own: who plays a part makes no difference. */
const partRuns = 125;

interface Part {
  index: number;
  runs: number;
  seed: number;
  path?: string | undefined;
}

/** Plays drawn stories on all cores. Of several that break a rule, the first in the order of their drawing is told. */
export async function exploreInThreads(
  schema: Schema,
  { runs, seed, path }: Omit<Exploration, 'sabotage'>,
): Promise<Explored & { threads: number }> {
  const parts: Part[] = Array.from({ length: Math.ceil(runs / partRuns) }, (_, index) => ({
    index,
    runs: Math.min(partRuns, runs - index * partRuns),
    seed: (seed + index) | 0,
    path,
  }));
  const threads = Math.min(availableParallelism(), parts.length);
  const tally = new Tally();
  let played = 0;
  let first: (Broken & { index: number }) | undefined;
  const waiting = [...parts];
  await Promise.all(
    Array.from({ length: threads }, async () => {
      const worker = new Worker(import.meta.filename, {
        workerData: schema,
        // Worlds are short-lived: most of what they leave never has to be moved.
        resourceLimits: { maxYoungGenerationSizeMb: 96, maxOldGenerationSizeMb: 512 },
      });
      for (let part = waiting.shift(); part; part = waiting.shift()) {
        const explored = await ask(worker, part);
        played += explored.runs;
        tally.add(explored.counts);
        if (!explored.broken) continue;
        if (!first || part.index < first.index) first = { ...explored.broken, index: part.index };
        waiting.length = 0;
      }
      await worker.terminate();
    }),
  );
  return { runs: played, counts: [...tally.counts], broken: first, threads };
}

/** Throws what ends the thread. */
async function ask(worker: Worker, part: Part): Promise<Explored> {
  worker.postMessage(part);
  const [explored] = (await once(worker, 'message')) as [Explored];
  return explored;
}

if (!isMainThread) {
  // The query builder freezes each node of each query, a quarter of all the time that stories take. What
  // changes a frozen node is found by every other test.
  Object.freeze = <T>(value: T) => value;
  parentPort!.on('message', async (part: Part) => {
    parentPort!.postMessage(await explore(workerData as Schema, part));
  });
}
