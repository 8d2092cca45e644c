// Usage: build.ts [--if-needed]. Compiles the messages and builds the pages into build/.
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFile, runNode, top } from './run.ts';

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
    const path = join(top, file);
    if (!statSync(path).isFile()) continue;
    digest.update(`${file}\0`).update(readFileSync(path)).update('\0');
  }
  return digest.digest('hex');
}

const digest = digestInputs();
const isBuilt = [
  stamp,
  join(top, 'build/server/index.js'),
  join(top, 'src/messages/messages.js'),
].every(existsSync);
const isFresh = isBuilt && readFileSync(stamp, 'utf8') === digest;

if (!process.argv.includes('--if-needed') || !isFresh) {
  console.error('Building the pages…');
  const env = { ...process.env, NODE_ENV: 'production' };
  const steps: [string, string[]][] = [
    [join(top, 'bin/lib/messages.ts'), []],
    [packageFile('@react-router/dev/bin.cjs'), ['build']],
  ];
  for (const [script, args] of steps) {
    const { code, output, seconds } = await runNode(script, args, { env, secondsMax: 300 });
    if (code !== 0) {
      console.error(output);
      process.exit(1);
    }
    if (seconds > 1) console.error(`Built in ${seconds.toFixed(1)} s`);
  }
  mkdirSync(join(top, 'build'), { recursive: true });
  writeFileSync(stamp, digest);
}
