// Usage: openapi.ts [--check]. The routes' own schemas → openapi.json → src/web/api/schema.d.ts.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { pino } from 'pino';
import { createEtude } from '../../src/app.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { top } from './run.ts';

async function describeApi(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etude-openapi-'));
  // Routes describe themselves without a single query: this address is never called.
  const config = loadConfig({ DATABASE_URL: 'postgres://127.0.0.1:1/none', DATA_DIR: dataDir });
  const etude = await createEtude({ config, log: pino({ level: 'silent' }) });
  await etude.app.ready();
  const document = etude.app.swagger() as { servers?: unknown };
  delete document.servers;
  rmSync(dataDir, { recursive: true });
  return `${JSON.stringify(document, null, 2)}\n`;
}

const document = await describeApi();
const types = astToString(await openapiTypescript(document));
const files: [string, string][] = [
  ['openapi.json', document],
  ['src/web/api/schema.d.ts', `// Generated from openapi.json by bin/openapi.\n${types}`],
];

const stale = files.filter(([file, text]) => {
  const path = join(top, file);
  return !existsSync(path) || readFileSync(path, 'utf8') !== text;
});
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.log(`${file} is not up to date: run bin/openapi`);
  if (stale.length === 0) console.log(`${files.length} files up to date`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const [file, text] of stale) writeFileSync(join(top, file), text);
console.log(
  stale.length > 0 ? stale.map(([file]) => `wrote ${file}`).join('\n') : 'already up to date',
);
process.exit(0);
