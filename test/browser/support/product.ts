import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedTemplate } from '../../support/databases.ts';

const top = join(import.meta.dirname, '../../..');
const startSecondsMax = 150;
const stopSecondsMax = 20;

/** The built product with its demo data, as a process of its own. */
export interface Product {
  url: string;
  engine: 'PostgreSQL' | 'embedded';
  /** The local payment provider, asked as the product asks it. */
  payments(path: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Starts the product on free ports, on a new database of DATABASE_URL's server or on an embedded one. */
export async function startProduct(): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etude-browser-'));
  const [port, inbox, payments] = await Promise.all([freePort(), freePort(), freePort()]);
  const serverUrl = process.env['DATABASE_URL'];
  const database = serverUrl ? await createDatabase(serverUrl) : undefined;
  if (!database) cpSync(await embeddedTemplate(), join(dataDir, 'database'), { recursive: true });
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: top,
    env: {
      ...inherited,
      ...(database && { DATABASE_URL: database.url }),
      NODE_ENV: 'development',
      DEMO: 'true',
      PORT: String(port),
      DEV_INBOX_SMTP_PORT: String(inbox),
      DEV_PAYMENTS_PORT: String(payments),
      DATA_DIR: dataDir,
      RATE_LIMIT_FACTOR: '1000',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = outputOf(child);
  const stop = async (): Promise<void> => {
    await end(child);
    await database?.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const url = `http://localhost:${port}`;
  try {
    await untilReady(url, child, said);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    engine: database ? 'PostgreSQL' : 'embedded',
    payments: (path) => askPayments(`http://127.0.0.1:${payments}${path}`, dataDir),
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

async function createDatabase(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `etude_browser_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await admin(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`drop database if exists ${name} with (force)`) };
}

/** What the process has said lately, for the moment it fails. */
function outputOf(child: ChildProcess): () => string {
  let text = '';
  const add = (chunk: Buffer): void => {
    text = (text + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
}

async function untilReady(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const until = performance.now() + startSecondsMax * 1000;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the product did not start:\n${said()}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`the product was not ready within ${startSecondsMax} s:\n${said()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), stopSecondsMax * 1000);
  await ended;
  clearTimeout(late);
}

async function askPayments(address: string, dataDir: string): Promise<Record<string, unknown>> {
  const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    stripeSecretKey: string;
  };
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${secrets.stripeSecretKey}` },
  });
  if (!answer.ok) throw new Error(`the payment provider answered ${answer.status}`);
  return (await answer.json()) as Record<string, unknown>;
}
