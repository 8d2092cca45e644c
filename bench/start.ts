// bin/bench start: how soon Etude is ready, and how much memory it keeps when idle.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scratchDatabase } from './support/databases.ts';
import { median } from './support/load.ts';
import {
  etudeSettings,
  pause,
  residentMebibytes,
  startEtude,
  startServer,
} from './support/processes.ts';

const idleSeconds = 5;
const repeats = 5;
const folders: string[] = [];
let missed = false;

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'etude-start-'));
  folders.push(path);
  return path;
}

function say(what: string, value: number, unit: string, limit?: number): void {
  const met = limit === undefined || value <= limit;
  if (!met) missed = true;
  const aim = limit === undefined ? '' : `  limit ${limit} ${unit}  ${met ? 'met' : 'MISSED'}`;
  console.log(
    `${what.padEnd(52)} ${value.toFixed(unit === 's' ? 2 : 0).padStart(7)} ${unit.padEnd(3)}${aim}`,
  );
}

interface Start {
  seconds: number;
  mebibytes: number;
}

async function startOnce(env: Record<string, string>): Promise<Start> {
  const server = await startEtude(env);
  await pause(idleSeconds * 1000);
  const mebibytes = residentMebibytes(server.pid);
  await server.stop();
  return { seconds: server.readySeconds, mebibytes };
}

async function startSome(env: Record<string, string>): Promise<Start> {
  const starts: Start[] = [];
  for (let count = 0; count < repeats; count += 1) starts.push(await startOnce(env));
  return {
    seconds: median(starts.map(({ seconds }) => seconds)),
    mebibytes: median(starts.map(({ mebibytes }) => mebibytes)),
  };
}

async function onPostgres(): Promise<void> {
  const database = await scratchDatabase();
  const secret = () => crypto.randomUUID() + crypto.randomUUID();
  try {
    const own = { DATABASE_URL: database.url, DATA_DIR: folder() };
    const first = await startOnce({ ...own, DEMO: 'true' });
    const demo = await startSome({ ...own, DEMO: 'true' });
    const production = await startSome({
      ...own,
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://etude.test',
      SECRET_KEY: secret(),
      ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}`,
      STRIPE_SECRET_KEY: secret(),
      STRIPE_WEBHOOK_SECRET: secret(),
      SMTP_URL: 'smtp://127.0.0.1:1',
    });
    say('PostgreSQL, first start (migrates, loads the demo)', first.seconds, 's');
    say('PostgreSQL, in production: ready', production.seconds, 's', 1.5);
    say(
      `PostgreSQL, in production: resident, ${idleSeconds} s idle`,
      production.mebibytes,
      'MiB',
      150,
    );
    say('PostgreSQL, with demo and local stand-ins: ready', demo.seconds, 's', 1.5);
    say(`PostgreSQL, with demo and local stand-ins: resident`, demo.mebibytes, 'MiB');
  } finally {
    await database.drop();
  }
}

/** As a person starts it: bin/start, which also looks whether packages and pages are up to date. */
async function onEmbedded(): Promise<void> {
  const env = { DATA_DIR: folder(), DATABASE_URL: '', REDIS_URL: '' };
  const starts: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const settings = await etudeSettings(env);
    const server = await startServer({
      command: 'bin/start',
      args: [],
      env: settings,
      port: Number(settings['PORT']),
    });
    await server.stop();
    starts.push(server.readySeconds);
  }
  say('Embedded, first start after installation', starts[0]!, 's', 120);
  say('Embedded, second start (bin/start)', median(starts.slice(1)), 's', 10);
}

try {
  await onPostgres();
  await onEmbedded();
} finally {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
}
if (missed) process.exitCode = 1;
