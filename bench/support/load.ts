import { join } from 'node:path';
import { runNode } from '../../bin/lib/run.ts';
import { cpuSeconds } from './processes.ts';

export interface Target {
  name: string;
  pid: number;
  url: string;
  headers?: Record<string, string>;
}

export interface Sample {
  /** Requests answered per second of the server's own CPU time, all its threads counted. */
  perCpuSecond: number;
  p99Ms: number;
}

const connections = 16;

/** Keeps the target busy over kept-alive sockets for so many seconds. Throws when it refuses requests. */
export async function load(target: Target, seconds: number): Promise<Sample> {
  const work = { url: target.url, headers: target.headers ?? {}, connections, seconds };
  const before = cpuSeconds(target.pid);
  const { code, output } = await runNode(
    join(import.meta.dirname, 'load-child.ts'),
    [JSON.stringify(work)],
    {
      secondsMax: seconds + 60,
    },
  );
  const used = cpuSeconds(target.pid) - before;
  if (code !== 0) throw new Error(output);
  const { answered, refused, p99Ms } = JSON.parse(output) as {
    answered: number;
    refused: number;
    p99Ms: number;
  };
  if (refused > 0 || answered === 0) {
    throw new Error(`${target.name}: ${answered} good answers, ${refused} others (${target.url})`);
  }
  return { perCpuSecond: answered / used, p99Ms };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
