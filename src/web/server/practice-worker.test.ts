import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { servePracticeWorker } from './practice-worker.ts';

let client: string;
beforeEach(async () => {
  client = await mkdtemp(join(tmpdir(), 'etude-worker-'));
});
afterEach(() => rm(client, { recursive: true }));

/** A build whose player has this name. */
async function workerOf(player: string, script = 'self.addEventListener;') {
  const dynamicImports = ['src/web/enhance/player/player.ts', 'src/web/map/live-map.ts'];
  const manifest = {
    'src/web/enhance/enhance.ts': { file: 'assets/enhance.js', dynamicImports },
    'src/web/enhance/player/player.ts': { file: player, imports: ['_shared.js'] },
    '_shared.js': { file: 'assets/shared.js' },
    'src/web/map/live-map.ts': { file: 'assets/map.js' },
    'src/web/pages/home/home.tsx': { file: 'assets/home.js' },
    '../src/web/styles/app.css': { file: 'assets/app.css' },
    'node_modules/@fontsource-variable/x/latin.woff2': { file: 'assets/latin.woff2' },
    'src/web/offline/practice-worker.ts': { file: 'assets/worker.js' },
  };
  await mkdir(join(client, '.vite'), { recursive: true });
  await mkdir(join(client, 'assets'), { recursive: true });
  await writeFile(join(client, '.vite', 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(client, 'assets', 'worker.js'), script);
  const app = fastify();
  await servePracticeWorker(app, client);
  const answer = await app.inject('/practice-worker.js');
  await app.close();
  const shell = /^self\.shell=(.*);\n/.exec(answer.body)?.[1] ?? '';
  return { answer, shell: JSON.parse(shell) as { version: string; assets: string[] } };
}

it('the worker keeps what the player loads, and nothing of other pages (PR-06)', async () => {
  const { answer, shell } = await workerOf('assets/player-1.js');
  expect(shell.assets).toEqual([
    '/assets/app.css',
    '/assets/enhance.js',
    '/assets/latin.woff2',
    '/assets/player-1.js',
    '/assets/shared.js',
  ]);
  expect(answer.body).toContain('self.addEventListener;');
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
    'content-type': 'text/javascript; charset=utf-8',
  });
});

it('another build is another worker, the same one is not (PR-06)', async () => {
  const first = await workerOf('assets/player-1.js');
  expect((await workerOf('assets/player-1.js')).answer.body).toBe(first.answer.body);
  expect((await workerOf('assets/player-2.js')).shell.version).not.toBe(first.shell.version);
  const mended = await workerOf('assets/player-1.js', 'self.mended;');
  expect(mended.shell.version).not.toBe(first.shell.version);
});
