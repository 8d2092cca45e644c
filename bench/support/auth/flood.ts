import { join } from 'node:path';
import { runNode } from '../../../bin/lib/run.ts';
import { connect } from '../exchange.ts';
import { pause } from '../processes.ts';
import type { FloodResult, FloodWork } from './flood-child.ts';

export interface Probe {
  name: string;
  path: string;
  headers: Record<string, string>;
}

/** Milliseconds by the probe's name. */
export type Latencies = Record<string, number[]>;

const pauseMs = 10;

/** Asks each probe again and again, each over a connection of its own, until `ended`. */
export async function probe(
  url: string,
  probes: Probe[],
  ended: Promise<void>,
): Promise<Latencies> {
  let over = false;
  void ended.then(() => (over = true));
  const latencies: Latencies = {};
  await Promise.all(
    probes.map(async ({ name, path, headers }) => {
      const connection = connect(url);
      const times: number[] = (latencies[name] = []);
      while (!over) {
        const { ms, status } = await connection.get(path, headers);
        if (status !== 200) throw new Error(`${path} answers ${status}`);
        times.push(ms);
        await pause(pauseMs);
      }
      connection.close();
    }),
  );
  return latencies;
}

/** Sign-ins of strangers, in a process of their own. */
export async function flood(work: FloodWork): Promise<FloodResult> {
  const { code, output } = await runNode(
    join(import.meta.dirname, 'flood-child.ts'),
    [JSON.stringify(work)],
    { secondsMax: work.seconds + 60 },
  );
  if (code !== 0) throw new Error(output);
  return JSON.parse(output) as FloodResult;
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}
