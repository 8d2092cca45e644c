// Where should the embedded database run? Measures how long the event loop stands still during a
// query of a few hundred milliseconds: in the same thread, and in a worker thread as the product has it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { startEmbedded } from '../src/platform/db/embedded/start.ts';

const heavy = 'select count(*) from generate_series(1, 2000000) a where a % 7 = 0';
const small = 'select 1';
const rounds = 5;

type Query = (text: string) => Promise<unknown>;

async function measure(
  query: Query,
): Promise<{ heavyMs: number; stillMs: number; smallMicros: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const began = performance.now();
  for (let i = 0; i < rounds; i++) {
    await query(heavy);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const heavyMs = (performance.now() - began) / rounds;
  delay.disable();
  const smallBegan = performance.now();
  for (let i = 0; i < 500; i++) await query(small);
  return {
    heavyMs,
    stillMs: delay.max / 1e6,
    smallMicros: ((performance.now() - smallBegan) / 500) * 1000,
  };
}

const folder = mkdtempSync(join(tmpdir(), 'etude-bench-'));
const embedded = await startEmbedded(folder);
const pool = new pg.Pool({ ...embedded.connection, max: 1 });
const worker = await measure((text) => pool.query(text));
await pool.end();
await embedded.stop();
rmSync(folder, { recursive: true });

const inProcess = await PGlite.create();
const same = await measure((text) => inProcess.query(text));
await inProcess.close();

for (const [name, { heavyMs, stillMs, smallMicros }] of Object.entries({
  'same thread': same,
  'worker thread': worker,
}))
  console.log(
    `${name.padEnd(14)} heavy query ${heavyMs.toFixed(0)} ms, event loop stood still ${stillMs.toFixed(1)} ms, small query ${smallMicros.toFixed(0)} µs`,
  );
