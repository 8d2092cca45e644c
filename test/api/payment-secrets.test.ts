import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureCharge, settleCancelledCharge } from '../../src/domains/payments/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import { createLog } from '../../src/platform/telemetry/index.ts';
import { newPayee } from '../support/payees.ts';
import { signedEvents } from '../support/payment-events.ts';
import { secretKey, webhookSecret } from '../support/payments.ts';
import { type PlusWorld, startPlusWorld } from '../support/plus.ts';
import { pass, settleHours, taught } from '../support/taught.ts';

let logged = '';
let world: PlusWorld;
beforeAll(async () => {
  const log = createLog('trace', { write: (line) => void (logged += line) });
  world = await startPlusWorld([], { log });
});
afterAll(() => world?.close());

const cards = ['4242424242424242', '4000002760003184', '4000000000000341', '4000000000009995'];
const forged = 'ab'.repeat(32);

/** Pays, saves a card, subscribes, is declined, refunded and sent on, on a good and on a bad day. */
async function live(): Promise<void> {
  const ada = await world.newcomer();
  for (const card of cards.slice(1, 3)) {
    const { url } = await ada.call('POST', '/cards');
    expect((await world.pay(url, { card })).outcome).toBe('paid');
    await world.settle();
  }
  await ada.subscribe('plus_gb_month_1');
  const page = await world.startCheckout((await world.openCharge()).id, ada.personId);
  await world.pay(page, { card: cards[3]! });
  await world.pay(page, { card: cards[0]! });
  await world.settle();
  const { personId } = await newPayee(world);
  const chargeId = await taught(world, personId);
  await pass(world, { hours: settleHours });
  for (const kind of ['server_error', 'garbage', 'rate_limit', 'drop_after'] as const)
    world.provider.faults.call({ kind }, { method: 'POST', path: '/v1/refunds' });
  await settleCancelledCharge(world.ctx, { chargeId, keepMinor: 1900, reason: 'upheld' });
  for (let minute = 0; minute < 4; minute += 1) {
    await world.runJobs();
    world.clock.advance({ minutes: 5 });
    await world.takeEvents();
  }
  await captureCharge(world.ctx, chargeId).catch(() => undefined);
  const { anEvent, nowSeconds } = signedEvents(world);
  const { body } = anEvent({ object: 'payment_intent', id: 'pi_forged' });
  const signature = `t=${nowSeconds()},v1=${forged}`;
  expect((await world.deliver({ body, signature })).statusCode).toBe(400);
}

/** Every row of every table of the money as text, by the table's name. */
async function everyRow(): Promise<[table: string, rows: string][]> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('payments', 'jobs') and table_type = 'BASE TABLE'`.execute(world.ctx.db);
  const read = async (name: string): Promise<[string, string]> => {
    const { rows } = await sql<{ all: string | null }>`
      select string_agg(t::text, e'\n') as "all" from ${sql.raw(name)} t`.execute(world.ctx.db);
    return [name, rows[0]!.all ?? ''];
  };
  const all: [string, string][] = [];
  for (const { name } of tables) all.push(await read(name));
  return all;
}

describe('what the money knows', () => {
  it('leaves no card, key, signature or payer in the log, and no card or key in a table (PY-01, PY-05)', async () => {
    await live();
    const kept = await everyRow();
    const filled = kept.filter(([, rows]) => rows !== '').map(([name]) => name);
    for (const name of ['charges', 'provider_calls', 'webhook_events', 'saved_cards', 'transfers'])
      expect(filled).toContain(`payments.${name}`);
    const never = [...cards, secretKey, webhookSecret];
    const found = kept.flatMap(([name, rows]) =>
      never.filter((secret) => rows.includes(secret)).map((secret) => `${name}: ${secret}`),
    );
    expect(found).toEqual([]);
    // Whoever has one of these may pay with it, be taken for the provider, or knows who paid.
    const secrets = kept.flatMap(([, rows]) => rows.match(/\w+_secret_\w+/g) ?? []);
    expect(secrets.length).toBeGreaterThan(0);
    const people = ['ada1@example.com', 'payer@example.com'];
    const unlogged = [...never, forged, ...new Set(secrets), ...people];
    expect(unlogged.filter((secret) => logged.includes(secret))).toEqual([]);
    // It did log: the calls that had no known end are there.
    expect(logged).toContain('a provider call has no known outcome');
  });
});
