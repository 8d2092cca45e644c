import pg from 'pg';

/** The server to measure on; bin/bench and bin/race start one when none is given. */
function serverUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set: run this through bin/bench or bin/race');
  return url;
}

/** An empty database of its own on that server. */
export async function scratchDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `etude_bench_${process.pid}_${Math.trunc(performance.now())}`;
  await asAdmin(`create database ${name}`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
