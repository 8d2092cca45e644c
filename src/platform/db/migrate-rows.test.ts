import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/databases.ts';
import { type Database, sql } from './index.ts';
import { migrateDown, migrateUp, migrationStatus } from './migrate.ts';

let database: Database & { drop(): Promise<void> };
beforeAll(async () => {
  database = await freshDatabase();
}, 120_000);
afterAll(async () => {
  await database.close();
  await database.drop();
});

/** Takes migrations back until that one is the last. */
async function backTo(prefix: string): Promise<void> {
  for (;;) {
    const applied = (await migrationStatus(database.db)).filter(({ appliedAt }) => appliedAt);
    if (applied.at(-1)!.name.startsWith(prefix)) return;
    await migrateDown(database.db);
  }
}

const run = (text: string) => sql.raw(text).execute(database.db);
const read = async (text: string) => (await run(text)).rows;

const paid = '01890000-0000-7000-8000-000000000001';
const unknown = '01890000-0000-7000-8000-000000000002';
const id = (last: number) => `01890000-0000-7000-8000-0000000001${String(last).padStart(2, '0')}`;
const at = '2026-11-01T09:00:00Z';

/** A charge that was authorised, captured and refunded in part; one whose capture has no known outcome; three events. */
const oldRows = `
  insert into payments.charges (id, reference, market_code, currency, amount_minor, fee_minor, capture, status,
    last_known_status, provider_session_id, provider_session_url, provider_intent_id, captured_minor,
    refunded_minor, keep_minor, keep_reason, expires_at, created_at, updated_at)
  values
    ('${paid}', 'booking:${paid}', 'gb', 'GBP', 3800, 380, 'manual', 'partly_refunded', 'partly_refunded',
      'cs_1', 'https://pay.example/1', 'pi_1', 3800, 1900, 1900, 'late', '${at}', '${at}', '${at}'),
    ('${unknown}', 'booking:${unknown}', 'jp', 'JPY', 4500, 450, 'manual', 'unknown', 'authorised',
      'cs_2', 'https://pay.example/2', 'pi_2', 0, 0, 4500, 'delivered', '${at}', '${at}', '${at}');
  insert into payments.provider_calls (id, charge_id, operation, attempt, idempotency_key, params, params_hash,
    status, created_at, finished_at)
  values
    ('${id(1)}', '${paid}', 'capture', 1, 'booking:${paid}:capture:1', '{}', 'a', 'succeeded', '${at}', '${at}'),
    ('${id(2)}', '${paid}', 'refund', 1, 'booking:${paid}:refund:1', '{}', 'b', 'succeeded', '${at}', '${at}'),
    ('${id(3)}', '${unknown}', 'capture', 1, 'booking:${unknown}:capture:1', '{}', 'c', 'unknown', '${at}', null);
  insert into payments.refunds (id, charge_id, provider_refund_id, amount_minor, status, created_at, updated_at)
  values ('${id(4)}', '${paid}', 're_1', 1900, 'succeeded', '${at}', '${at}');
  insert into payments.webhook_events (id, account, type, object_id, payload, status, attempts, received_at, charge_id)
  values
    ('evt_1', null, 'payment_intent.succeeded', 'pi_1', '{"id": "evt_1"}', 'processed', 1, '${at}', '${paid}'),
    ('evt_2', null, 'customer.created', 'cus_1', '{"id": "evt_2"}', 'parked', 1, '${at}', null),
    ('evt_3', null, 'payment_intent.succeeded', 'pi_2', '{"id": "evt_3"}', 'received', 0, '${at}', '${unknown}');
  insert into payments.ledger_accounts (market_code, currency, code)
  select 'gb', 'GBP', code from unnest(array['provider_pending', 'escrow_pending', 'provider', 'escrow']) as code;
  insert into payments.ledger_transactions (id, charge_id, kind, source_key, posted_at)
  values
    ('${id(11)}', '${paid}', 'authorise', 'charge:${paid}:authorise', '${at}'),
    ('${id(12)}', '${paid}', 'capture', 'charge:${paid}:capture', '${at}'),
    ('${id(13)}', '${paid}', 'refund', 'refund:re_1', '${at}');
  insert into payments.ledger_entries (transaction_id, line, market_code, currency, account, amount_minor)
  values
    ('${id(11)}', 0, 'gb', 'GBP', 'provider_pending', 3800), ('${id(11)}', 1, 'gb', 'GBP', 'escrow_pending', -3800),
    ('${id(12)}', 0, 'gb', 'GBP', 'escrow_pending', 3800), ('${id(12)}', 1, 'gb', 'GBP', 'provider_pending', -3800),
    ('${id(12)}', 2, 'gb', 'GBP', 'provider', 3800), ('${id(12)}', 3, 'gb', 'GBP', 'escrow', -3800),
    ('${id(13)}', 0, 'gb', 'GBP', 'escrow', 1900), ('${id(13)}', 1, 'gb', 'GBP', 'provider', -1900);`;

const newRows = async () => ({
  charges: await read(
    'select id, status, platform, captured_minor, refunded_minor, lost_minor, tries from payments.charges order by id',
  ),
  calls: await read(
    'select subject_kind, subject_id, platform, operation, status from payments.provider_calls order by id',
  ),
  events: await read(
    'select id, subject_kind, subject_id, platform, status from payments.webhook_events order by id',
  ),
  postings: await read(`select posted.kind, subject_kind, subject_id, charge_id, platform,
      sum(entry.amount_minor)::int as sum, count(*)::int as lines
    from payments.ledger_transactions posted
    join payments.ledger_entries entry on entry.transaction_id = posted.id and entry.person_id is null
    group by posted.id order by posted.id`),
});

const posting = (kind: string, lines: number) => ({
  kind,
  subject_kind: 'charge',
  subject_id: paid,
  charge_id: paid,
  platform: 'main',
  sum: 0,
  lines,
});

it('says of payments that were there before what they are about, down and up again (PF-02, PY-08)', async () => {
  await backTo('0026_');
  await run(oldRows);
  await migrateUp(database.db);
  const { charges, calls, events, postings } = await newRows();
  const main = { platform: 'main' };
  expect(charges).toEqual([
    {
      ...main,
      id: paid,
      status: 'partly_refunded',
      captured_minor: 3800,
      refunded_minor: 1900,
      lost_minor: 0,
      tries: 0,
    },
    {
      ...main,
      id: unknown,
      status: 'unknown',
      captured_minor: 0,
      refunded_minor: 0,
      lost_minor: 0,
      tries: 0,
    },
  ]);
  const charge = (subject_id: string) => ({ subject_kind: 'charge', subject_id });
  expect(calls).toEqual([
    { ...main, ...charge(paid), operation: 'capture', status: 'succeeded' },
    { ...main, ...charge(paid), operation: 'refund', status: 'succeeded' },
    { ...main, ...charge(unknown), operation: 'capture', status: 'unknown' },
  ]);
  expect(events).toEqual([
    { ...main, ...charge(paid), id: 'evt_1', status: 'processed' },
    { ...main, id: 'evt_2', subject_kind: null, subject_id: null, status: 'parked' },
    { ...main, ...charge(unknown), id: 'evt_3', status: 'received' },
  ]);
  expect(postings).toEqual([posting('authorise', 2), posting('capture', 4), posting('refund', 2)]);

  const before = await newRows();
  await backTo('0026_');
  expect(await read('select id, charge_id from payments.webhook_events order by id')).toEqual([
    { id: 'evt_1', charge_id: paid },
    { id: 'evt_2', charge_id: null },
    { id: 'evt_3', charge_id: unknown },
  ]);
  expect(
    await read('select operation, charge_id from payments.provider_calls order by id'),
  ).toMatchObject([{ charge_id: paid }, { charge_id: paid }, { charge_id: unknown }]);
  await migrateUp(database.db);
  expect(await newRows()).toEqual(before);
});

it('keeps what it refused before: a changed ledger, and a second open call (PY-08, PY-10)', async () => {
  const refused = (text: string) =>
    run(text).catch((error: unknown) => (error as { constraint?: string }).constraint);
  expect(await refused(`update payments.ledger_transactions set kind = 'void'`)).toBe(
    'ledger_transactions_append_only',
  );
  expect(
    await refused(`insert into payments.provider_calls (id, subject_kind, subject_id, platform, operation, attempt,
        idempotency_key, params, params_hash, status, created_at)
      values ('${id(5)}', 'charge', '${unknown}', 'main', 'void', 1, 'another', '{}', 'd', 'pending', '${at}')`),
  ).toBe('provider_calls_one_open');
});

it('takes transfers that were replaced to a schema that knows one for a charge, and back (PF-02, PY-09)', async () => {
  const person = id(90);
  const transfer = (key: number, status: string, replaced: string | null) =>
    `('${id(key)}', '${paid}', 'lesson', '${person}', 'main', 'gb', 'GBP', '${status}', '${at}', 'tr_${key}', 1710,
      ${status === 'reversed' ? 1710 : 0}, '${at}', '${at}', '${at}', ${replaced ? `'${replaced}'` : 'null'})`;
  await run(`insert into payments.transfers (id, charge_id, purpose, person_id, platform, market_code, currency, status,
      due_at, provider_transfer_id, amount_minor, reversed_minor, sent_at, created_at, updated_at, replaced_at)
    values ${[transfer(20, 'reversed', at), transfer(21, 'reversed', '2026-11-02T09:00:00Z'), transfer(22, 'sent', null)].join()}`);
  await backTo('0039_');
  expect(await read('select purpose from payments.transfers order by id')).toEqual([
    { purpose: 'lesson_' },
    { purpose: 'lesson__' },
    { purpose: 'lesson' },
  ]);
  await migrateUp(database.db);
  expect(
    await read('select purpose, replaced_at is null as live from payments.transfers order by id'),
  ).toEqual([
    { purpose: 'lesson', live: false },
    { purpose: 'lesson', live: false },
    { purpose: 'lesson', live: true },
  ]);
});
