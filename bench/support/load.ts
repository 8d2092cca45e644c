import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from '../../bin/lib/run.ts';
import { cpuSeconds } from './processes.ts';

export interface Target {
  name: string;
  pid: number;
  url: string;
  headers?: Record<string, string>;
  /** Asked one after the other, each connection beginning somewhere else; without them, `url` itself. */
  paths?: string[];
  /** 16 where not said. */
  connections?: number;
}

export interface Sample {
  /** Requests answered per second of the server's own CPU time, all its threads counted. */
  perCpuSecond: number;
  averageMs: number;
  p99Ms: number;
}

const connectionsDefault = 16;

/** Keeps the target busy over kept-alive sockets for so many seconds. Throws when it refuses requests. */
export async function load(target: Target, seconds: number): Promise<Sample> {
  const { url, headers = {}, paths, connections = connectionsDefault } = target;
  const folder = mkdtempSync(join(tmpdir(), 'etude-load-'));
  const file = join(folder, 'work.json');
  writeFileSync(file, JSON.stringify({ url, headers, paths, connections, seconds }));
  const before = cpuSeconds(target.pid);
  const { code, output } = await runNode(join(import.meta.dirname, 'load-child.ts'), [file], {
    secondsMax: seconds + 60,
  });
  const used = cpuSeconds(target.pid) - before;
  rmSync(folder, { recursive: true });
  if (code !== 0) throw new Error(output);
  const { answered, refused, ...latency } = JSON.parse(output) as {
    answered: number;
    refused: number;
    averageMs: number;
    p99Ms: number;
  };
  if (refused > 0 || answered === 0) {
    throw new Error(`${target.name}: ${answered} good answers, ${refused} others (${target.url})`);
  }
  return { perCpuSecond: answered / used, ...latency };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
