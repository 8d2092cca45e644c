import { spawn, type ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { runNode, top } from './run.ts';

/** The server watches what it imports, build/server/index.js among it: a new build restarts it. */
const server: ChildProcess = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', join(top, 'src/main.ts'), ...process.argv.slice(2)],
  { cwd: top, stdio: 'inherit' },
);

let wanted = false;
let building = false;

async function build(): Promise<void> {
  wanted = true;
  if (building) return;
  building = true;
  while (wanted) {
    wanted = false;
    const { code, output } = await runNode(join(top, 'bin/lib/build.ts'), ['--if-needed']);
    if (code !== 0) console.error(output);
  }
  building = false;
}

for (const folder of ['src/web', 'messages']) {
  watch(join(top, folder), { recursive: true }, () => void build());
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 0));
