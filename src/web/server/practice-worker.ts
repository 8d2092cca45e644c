import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
}
type Manifest = Record<string, Chunk>;

const enhance = 'src/web/enhance/enhance.ts';
const rooms = ['src/web/enhance/player/'];
const worker = 'src/web/offline/practice-worker.ts';
/** It may fetch from us alone, and load nothing. */
const policy = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

/**
 * The service worker of the player, at an address that stays: browsers compare what is there with what
 * they have. Before the script stands what it is to keep, named by content, so that every build with
 * other files is another worker.
 */
export async function servePracticeWorker(
  scope: FastifyInstance,
  clientDirectory: string,
): Promise<void> {
  const manifest = JSON.parse(
    await readFile(join(clientDirectory, '.vite', 'manifest.json'), 'utf8'),
  ) as Manifest;
  const script = await readFile(join(clientDirectory, chunkOf(manifest, worker).file), 'utf8');
  const assets = playerAssets(manifest);
  const version = createHash('sha256')
    .update(JSON.stringify([assets, script]))
    .digest('hex')
    .slice(0, 12);
  const body = `self.shell=${JSON.stringify({ version, assets })};\n${script}`;
  scope.route({
    method: 'GET',
    url: '/practice-worker.js',
    schema: { hide: true },
    config: { access: 'public', actor: false },
    handler: (_request, reply) =>
      reply
        .headers({
          'cache-control': 'no-cache',
          'content-security-policy': policy,
          'content-type': 'text/javascript; charset=utf-8',
        })
        .send(body),
  });
}

/** Addresses of all that the player's page loads: its scripts, the style sheet, the fonts. */
function playerAssets(manifest: Manifest): string[] {
  const files = new Set<string>();
  const add = (key: string): void => {
    const { file, imports = [], dynamicImports = [] } = chunkOf(manifest, key);
    if (files.has(file)) return;
    files.add(file);
    imports.forEach(add);
    for (const later of dynamicImports)
      if (rooms.some((room) => later.startsWith(room))) add(later);
  };
  add(enhance);
  for (const [key, { file }] of Object.entries(manifest))
    if (/fontsource.*\.woff2$/.test(key) || key.endsWith('styles/app.css')) files.add(file);
  return [...files].sort().map((file) => `/${file}`);
}

function chunkOf(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`the build does not name ${key}`);
  return chunk;
}
