import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { top } from '../../bin/lib/run.ts';

export interface Server {
  url: string;
  pid: number;
  /** From the start of the process to the first good answer of /health/ready. */
  readySeconds: number;
  stop(): Promise<void>;
}

interface StartOptions {
  command?: string;
  args: string[];
  env: Record<string, string>;
  port: number;
  /** The path whose 200 means ready. */
  readyPath?: string;
  secondsMax?: number;
}

const clockTicksPerSecond = 100;
const pageBytes = 4096;

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Starts a server in a process of its own and waits until it answers; its log is shown if it never does. */
export async function startServer(options: StartOptions): Promise<Server> {
  const began = performance.now();
  const child = spawn(options.command ?? process.execPath, options.args, {
    cwd: top,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const remember = (chunk: Buffer): void => {
    log = (log + chunk.toString()).slice(-4000);
  };
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  const url = `http://127.0.0.1:${options.port}`;
  const secondsMax = options.secondsMax ?? 180;
  while (!(await answers(`${url}${options.readyPath ?? '/health/ready'}`))) {
    const seconds = (performance.now() - began) / 1000;
    if (child.exitCode === null && seconds < secondsMax) {
      await pause(10);
      continue;
    }
    child.kill('SIGKILL');
    throw new Error(`The server did not become ready in ${seconds.toFixed(0)} s:\n${log}`);
  }
  const readySeconds = (performance.now() - began) / 1000;
  return { url, pid: child.pid!, readySeconds, stop: () => end(child) };
}

/** A server of ours: the product's entry with this environment, on a free port. */
export async function startEtude(env: Record<string, string>): Promise<Server> {
  const settings = await etudeSettings(env);
  return startServer({ args: ['src/main.ts'], env: settings, port: Number(settings['PORT']) });
}

/** Settings that keep a measured process apart from whatever else runs on the machine. */
export async function etudeSettings(env: Record<string, string>): Promise<Record<string, string>> {
  const [port, inboxPort, paymentsPort] = [await freePort(), await freePort(), await freePort()];
  return {
    PORT: `${port}`,
    HOST: '127.0.0.1',
    DEV_INBOX_SMTP_PORT: `${inboxPort}`,
    DEV_PAYMENTS_PORT: `${paymentsPort}`,
    ...env,
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms));

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await ended;
  clearTimeout(timer);
}

/** User and system time a process and all its threads have used so far (Linux, proc(5)). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}

/** Resident memory of a process in MiB (Linux, proc(5)). */
export function residentMebibytes(pid: number): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * pageBytes) / 1024 / 1024;
}
