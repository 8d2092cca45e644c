import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { takeLock } from './lock.ts';

export interface EmbeddedDatabase {
  connection: { host: string; user: string; database: string };
  stop(): Promise<void>;
}

/**
 * Starts PGlite in a worker thread behind a unix socket, so that the same driver and SQL serve both
 * engines.
 */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const release = takeLock(join(dataDir, 'database.lock'));
  const folder = join(dataDir, 'database');
  // Socket paths are limited to about 100 bytes, so it does not live in the data folder.
  const socketFolder = mkdtempSync(join(tmpdir(), 'etude-'));
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: { folder, socket: join(socketFolder, '.s.PGSQL.5432') },
  });
  const cleanUp = () => {
    rmSync(socketFolder, { recursive: true, force: true });
    release();
  };
  try {
    await answer(worker);
  } catch (error) {
    cleanUp();
    throw error;
  }
  return {
    connection: { host: socketFolder, user: 'postgres', database: 'postgres' },
    async stop() {
      worker.postMessage('stop');
      await answer(worker);
      await worker.terminate();
      cleanUp();
    },
  };
}

function answer(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the embedded database ended with ${code}`)));
  });
}
