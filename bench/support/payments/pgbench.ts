import { execFile } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Query } from '../limits.ts';

/** PostgreSQL's own load generator: Debian keeps it beside the server. */
function pgbench(): string {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0];
  return newest ? `${folder}/${newest}/bin/pgbench` : 'pgbench';
}

/** Differs from run to run: pgbench puts its variables in the place of their names, also within quotes. */
export const freshUuid = '00000000-:part-7000-8000-:rest';
const variables = [
  String.raw`\set part random(1000, 9999)`,
  String.raw`\set rest random(100000000000, 999999999999)`,
];

/** A script that sends the same statements, with another id each time in the place of the recorded ones. */
export function scriptOf(
  queries: readonly Query[],
  recordedIds: readonly string[],
  freshId: string,
): string {
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null';
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return pg.escapeLiteral(recordedIds.reduce((one, id) => one.replaceAll(id, freshId), text));
  };
  const statements = queries.map(({ text, values }) =>
    text
      .replaceAll(/\$(\d+)/g, (_whole, number: string) => literal(values[Number(number) - 1]))
      .replaceAll(/\s+/g, ' '),
  );
  return [...variables, ...statements.map((one) => `${one};`), ''].join('\n');
}

/** Transactions per second. */
export async function runPgbench(
  databaseUrl: string,
  script: string,
  { file, clients, seconds }: { file: string; clients: number; seconds: number },
): Promise<number> {
  writeFileSync(file, script);
  const args = ['-n', '-f', file, '-c', `${clients}`, '-j', '1', '-T', `${seconds}`, databaseUrl];
  const { stdout } = await promisify(execFile)(pgbench(), args, { timeout: (seconds + 60) * 1000 });
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (!tps) throw new Error(stdout);
  return Number(tps);
}
