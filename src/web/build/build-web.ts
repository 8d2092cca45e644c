import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { compileMessages } from './compile-messages.ts';
import { precompress } from './precompress.ts';

/** Builds the pages into `build/`: messages, browser and server bundles, and compressed copies. */
export async function buildWeb(): Promise<void> {
  await compileMessages();
  const cli = join('node_modules', '@react-router', 'dev', 'bin.cjs');
  const run = spawnSync(process.execPath, [cli, 'build'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`the pages do not build:\n${run.stdout}\n${run.stderr}`);
  await precompress(join('build', 'client'));
}
