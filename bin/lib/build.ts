// Usage: build.ts [--if-needed]. Builds the pages; a stamp in build/ says from which sources.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { top } from './run.ts';

process.chdir(top);
const stamp = join(top, 'build/.inputs');
const inputs = [
  'package-lock.json',
  'vite.config.ts',
  'react-router.config.ts',
  'project.inlang/settings.json',
  'messages/**',
  'src/web/**',
  'public/**',
];

/** A digest of everything the pages are made of; file times would lie after a checkout. */
function digestInputs(): string {
  const digest = createHash('sha256');
  for (const file of globSync(inputs, { cwd: top }).toSorted()) {
    if (!statSync(file).isFile()) continue;
    digest.update(`${file}\0`).update(readFileSync(file)).update('\0');
  }
  return digest.digest('hex');
}

const digest = digestInputs();
const isBuilt = [stamp, 'build/server/index.js', 'src/messages/messages.js'].every((file) =>
  existsSync(file),
);
const isFresh = isBuilt && readFileSync(stamp, 'utf8') === digest;

if (!process.argv.includes('--if-needed') || !isFresh) {
  const began = performance.now();
  console.error('Building the pages…');
  const { buildWeb } = await import('../../src/web/build/build-web.ts');
  await buildWeb();
  writeFileSync(stamp, digest);
  console.error(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
