import { type Db, sql } from '../../src/platform/db/index.ts';
import type { Records } from '../support/money/invariants.ts';
import type { Row } from '../support/memory-database/schema.ts';
import type { Stage } from './stage.ts';

/** Our rows and the provider's objects, in the shape that the invariants read. */
export async function readRecords(stage: Stage): Promise<Records> {
  const { db, product, stripe, surprises } = stage;
  const tables = await sql<{ name: string }>`select 'payments.' || table_name as name
    from information_schema.tables where table_schema = 'payments'`.execute(db);
  const ours = new Map<string, Row[]>();
  for (const { name } of tables.rows)
    ours.set(name, (await sql<Row>`select * from ${sql.table(name)}`.execute(db)).rows);
  const all = { limit: 100 };
  const most = { limit: 10_000 };
  const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((one) => [one.id, one]));
  const store = {
    intents: byId(await stripe.paymentIntents.list(all).autoPagingToArray(most)),
    refunds: byId(await stripe.refunds.list(all).autoPagingToArray(most)),
    transfers: byId(await stripe.transfers.list(all).autoPagingToArray(most)),
    balanceTransactions: byId(await stripe.balanceTransactions.list(all).autoPagingToArray(most)),
  };
  return {
    surprises: [...surprises, ...product.surprises].map((text) => new Error(text)),
    provider: { failures: [], platform: { own: { store } } },
    store: { rows: (table) => ours.get(table)! },
    charges: ours.get('payments.charges')!.map(({ id }) => String(id)),
  };
}

/** Lessons and their money say the same of each other. */
export async function bookingsThatDoNotFit(db: Db): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select format('booking %s is %s, its charge %s keeps %s of %s %s', booking.reference, booking.status,
      charge.status, charge.captured_minor - charge.refunded_minor - charge.lost_minor, charge.amount_minor,
      charge.currency) as told
    from scheduling.bookings as booking join payments.charges as charge on charge.id = booking.charge_id
    where booking.status in ('held', 'requested', 'confirmed', 'in_progress')
      or booking.status in ('expired', 'declined') and charge.captured_minor > charge.refunded_minor + charge.lost_minor
      or booking.status in ('completed', 'no_show') and charge.captured_minor = 0 and charge.status <> 'failed'
      or booking.status = 'cancelled' and charge.captured_minor - charge.refunded_minor - charge.lost_minor
        > booking.price_minor - booking.refund_minor`.execute(db);
  return rows.map(({ told }) => told);
}

/** What the nightly comparison with the provider's movements has left open. */
export async function openCases(db: Db): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`
    select format('reconciliation: %s of %s, %s at the provider, %s booked', kind, currency, provider_minor,
      ledger_minor) as told
    from payments.reconciliation_cases where state = 'open'`.execute(db);
  return rows.map(({ told }) => told);
}

export interface RowCounts {
  charges: number;
  calls: number;
  events: number;
  jobs: number;
}

export async function countRows(db: Db): Promise<RowCounts> {
  const { rows } = await sql<RowCounts>`select
    (select count(*)::int from payments.charges) as charges,
    (select count(*)::int from payments.provider_calls) as calls,
    (select count(*)::int from payments.webhook_events) as events,
    (select count(*)::int from jobs.job where state = 'completed') as jobs`.execute(db);
  return rows[0]!;
}
