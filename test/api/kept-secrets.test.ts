import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/db/index.ts';
import { fromBase32, setUpApp } from '../support/authenticator-app.ts';
import { openTab, type Tab } from '../support/tab.ts';
import { startTestWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await startTestWorld({ env: { RATE_LIMIT_FACTOR: '1000000' } });
}, 120_000);
afterAll(() => world?.close());

const password = 'Kanarie-in-the-mine-42';
const email = 'kept-secrets@etude.example';

/** What a person and their browsers were given, by name. Whoever has one of these is that person. */
const secrets = new Map<string, string>();

const keepCookies = (tab: Tab, who: string) => {
  for (const [name, value] of tab.cookies) {
    // A device's cookie begins with its id, which is none: only what follows proves anything.
    const parts = decodeURIComponent(value)
      .split('.')
      .slice(name.endsWith('_device') ? 1 : 0);
    for (const part of parts) if (part.length >= 20) secrets.set(`${who}: ${name} ${part}`, part);
  }
};

async function lastLink(): Promise<string> {
  await world.runJobs();
  const links = world.mails.flatMap(({ text }) => /token=([\w-]+)/.exec(text)?.[1] ?? []);
  return links.at(-1)!;
}

/** Lives through everything that hands out a secret; each is used where that keeps it in the database. */
async function live(): Promise<void> {
  const tab = openTab(world);
  await tab.post('/auth/register', { email, password, displayName: 'Ada Okoye' });
  // Before the mail goes out, the job that sends it must not carry the link either.
  await expectNoneKept(['the password']);
  secrets.set('verification link', await lastLink());
  await tab.post('/auth/verify-email', { token: secrets.get('verification link')! });
  keepCookies(tab, 'first browser');
  await tab.post('/auth/forgot-password', { email });
  secrets.set('reset link', await lastLink());

  const phone = '+447400123456';
  await tab.post('/auth/phone/start', { phone });
  const code = /\d{6}/.exec(world.texts.at(-1)?.text ?? '')?.[0];
  if (code) secrets.set('code by SMS', code);

  const { app, backupCodes } = await setUpApp(world, tab);
  for (const [n, one] of backupCodes.entries()) secrets.set(`backup code ${n}`, one);
  const begun = await openTabWithSecret();
  secrets.set('key of an authenticator app', begun);
  secrets.set('key of an authenticator app, as bytes', fromBase32(begun).toString('hex'));

  const other = openTab(world);
  await other.post('/auth/login', { email, password });
  keepCookies(other, 'half signed in');
  await other.post('/auth/2fa/verify-login', { code: app.code(), trustBrowser: true });
  keepCookies(other, 'trusted browser');

  world.clock.advance({ seconds: 30 });
  const program = { email, password, client: 'api' };
  const { pendingToken } = (await openTab(world).post('/auth/login', program)).json();
  secrets.set('pending token', pendingToken);
  const { tokens } = (
    await openTab(world).post('/auth/2fa/verify-login', { code: app.code(), pendingToken })
  ).json();
  secrets.set('access token', tokens.accessToken);
  secrets.set('refresh token', tokens.refreshToken);
}

/** The key that another person is given for their app. */
async function openTabWithSecret(): Promise<string> {
  const tab = openTab(world);
  const mine = { email: 'second@etude.example', password, displayName: 'Noor' };
  await tab.post('/auth/register', mine);
  await tab.post('/auth/verify-email', { token: await lastLink() });
  return (await tab.post('/auth/2fa/setup/initiate')).json().secret.replaceAll(' ', '');
}

/** Every row of every table as text, by the table's name; bytes as hex. */
async function everyRow(): Promise<[table: string, rows: string][]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public')`.execute(
    world.ctx.db,
  );
  expect(tables.length).toBeGreaterThan(30);
  const read = async (name: string): Promise<[string, string]> => {
    const { rows } = await sql<{ all: string | null }>`
      select string_agg(to_jsonb(t)::text, e'\n') as "all" from ${sql.raw(name)} t`.execute(
      world.ctx.db,
    );
    return [name, rows[0]!.all ?? ''];
  };
  const all: [string, string][] = [];
  for (const { name } of tables) all.push(await read(name));
  return all;
}

async function expectNoneKept(names: string[]): Promise<void> {
  const kept: string[] = [];
  for (const [table, rows] of await everyRow())
    for (const name of names) {
      const secret = secrets.get(name)!;
      const asBytes = Buffer.from(secret).toString('hex');
      const whole = new RegExp(`(?<![\\w])${secret.replaceAll(/\W/g, String.raw`\$&`)}(?![\\w])`);
      if (whole.test(rows) || rows.includes(asBytes)) kept.push(`${table} keeps ${name}`);
    }
  expect(kept).toEqual([]);
}

describe('the database', () => {
  it('keeps none of the secrets that it hands out or is given: a copy of it opens no account (ID-05, ID-06, ID-15)', async () => {
    secrets.set('the password', password);
    await live();
    expect(secrets.size).toBeGreaterThan(20);
    for (const [name, secret] of secrets) expect(secret?.length, name).toBeGreaterThanOrEqual(6);
    await expectNoneKept([...secrets.keys()]);
    expect(JSON.stringify(await everyRow())).toContain(email);
  });
});
