import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import type { CurrencyTotals } from '../operations-tables.ts';
import { tables } from '../tables.ts';
import { type KnownSources, type Movement, sourceFrom, sourceKeysOf } from './movements.ts';

/** Keeps what the provider told; what is known already stays as it is. */
export async function saveMovements(
  ctx: Ctx,
  platform: string,
  movements: readonly Movement[],
): Promise<void> {
  const seen_at = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.balance_transactions')
    .values(
      movements.map((movement) => ({
        id: movement.id,
        platform,
        type: movement.type,
        category: movement.category,
        currency: movement.currency,
        amount_minor: movement.amountMinor,
        fee_minor: movement.feeMinor,
        net_minor: movement.netMinor,
        source_id: movement.source.id,
        intent_id: movement.source.intentId,
        created_at: movement.createdAt.toString(),
        seen_at,
      })),
    )
    .onConflict((conflict) => conflict.constraint('balance_transactions_pkey').doNothing())
    .execute();
}

/** Ties the postings that book these movements to them. A posting books at most one, for ever. */
export async function tieBookings(ctx: Ctx, movements: readonly Movement[]): Promise<void> {
  const known = await findSources(ctx, movements);
  const pairs = movements.flatMap((movement) =>
    sourceKeysOf(movement, known).map((key) => ({ id: movement.id, key })),
  );
  await sql`
    insert into payments.balance_bookings (ledger_transaction_id, balance_transaction_id)
    select posted.id, pair.movement
    from unnest(${pairs.map(({ id }) => id)}::text[], ${pairs.map(({ key }) => key)}::text[]) as pair (movement, key)
    join payments.ledger_transactions posted on posted.source_key = pair.key
    where exists (select from payments.ledger_entries
      where transaction_id = posted.id and account = 'provider')
    on conflict do nothing`.execute(ctx.db);
}

async function findSources(ctx: Ctx, movements: readonly Movement[]): Promise<KnownSources> {
  const intents = movements.flatMap(({ source }) => source.intentId ?? []);
  const ids = movements.flatMap(({ source }) => source.id ?? []);
  const pairs = async (query: ReturnType<typeof sql<{ key: string; value: string }>>) =>
    new Map((await query.execute(ctx.db)).rows.map(({ key, value }) => [key, value]));
  return {
    charges: await pairs(sql`select provider_intent_id as key, id as value from payments.charges
      where provider_intent_id = any(${intents}::text[])`),
    invoices: await pairs(sql`select provider_intent_id as key, provider_invoice_id as value
      from payments.subscription_invoices where provider_intent_id = any(${intents}::text[])`),
    transfers: await pairs(sql`select provider_transfer_id as key, id as value
      from payments.transfers where provider_transfer_id = any(${ids}::text[])`),
  };
}

export interface Compared {
  id: string;
  currency: string;
  providerMinor: number;
  ledgerMinor: number;
  isBooked: boolean;
}

/**
 * What our books say of each of these movements, beside what the provider says; where that agrees,
 * what they say of it in a currency that it is not in.
 */
export async function compareMovements(ctx: Ctx, ids: readonly string[]): Promise<Compared[]> {
  const { rows } = await sql<Compared>`
    with sums as (
      select moved.id, coalesce(entry.currency, moved.currency) as currency, sum(entry.amount_minor) as minor
      from payments.balance_transactions moved
      left join payments.balance_bookings booked on booked.balance_transaction_id = moved.id
      left join payments.ledger_entries entry
        on entry.transaction_id = booked.ledger_transaction_id and entry.account = 'provider'
      where moved.id = any(${[...ids]}::text[])
      group by moved.id, 2
    ), compared as (
      select moved.id, moved.currency, moved.net_minor as provider, coalesce(own.minor, 0) as ledger
      from payments.balance_transactions moved
      left join sums own on own.id = moved.id and own.currency = moved.currency
      where moved.id = any(${[...ids]}::text[])
      union all
      select sums.id, sums.currency, 0, sums.minor
      from sums join payments.balance_transactions moved on moved.id = sums.id
      where sums.currency <> moved.currency
    )
    select distinct on (compared.id) compared.id, compared.currency, provider::bigint as "providerMinor",
      ledger::bigint as "ledgerMinor",
      exists (select from sums where sums.id = compared.id and sums.minor is not null) as "isBooked"
    from compared order by compared.id, (provider = ledger), provider = 0, compared.currency`.execute(
    ctx.db,
  );
  return rows;
}

export interface LonePosting {
  id: string;
  currency: string;
  ledgerMinor: number;
}

/** Postings of that span that moved our balance by our books alone. */
export async function findLonePostings(
  ctx: Ctx,
  { platform, from, until }: { platform: string; from: Temporal.Instant; until: Temporal.Instant },
): Promise<LonePosting[]> {
  const { rows } = await sql<LonePosting>`
    select posted.id, entry.currency, sum(entry.amount_minor)::bigint as "ledgerMinor"
    from payments.ledger_transactions posted
    join payments.ledger_entries entry on entry.transaction_id = posted.id and entry.account = 'provider'
    where posted.platform = ${platform}
      and posted.posted_at >= ${from.toString()}::timestamptz
      and posted.posted_at < ${until.toString()}::timestamptz
      and not exists (select from payments.balance_bookings where ledger_transaction_id = posted.id)
      and not exists (select from payments.reconciliation_cases where ledger_transaction_id = posted.id)
    group by posted.id, entry.currency having sum(entry.amount_minor) <> 0
    order by posted.id limit 1000`.execute(ctx.db);
  return rows;
}

/** What all movements of a platform account add up to, beside our books of it. */
export async function sumTotals(ctx: Ctx, platform: string): Promise<CurrencyTotals[]> {
  const { rows } = await sql<CurrencyTotals>`
    select currency, coalesce(max(theirs), 0)::bigint as "providerMinor", coalesce(max(ours), 0)::bigint as "ledgerMinor"
    from (
      select currency, sum(net_minor) as theirs, null::bigint as ours
      from payments.balance_transactions where platform = ${platform} group by currency
      union all
      select currency, null, sum(entry.amount_minor)
      from payments.ledger_entries entry
      join payments.ledger_transactions posted on posted.id = entry.transaction_id
      where entry.account = 'provider' and posted.platform = ${platform} group by currency
    ) as sums group by currency order by currency`.execute(ctx.db);
  return rows;
}

/** Movements that were told before. */
export async function readMovements(ctx: Ctx, ids: readonly string[]): Promise<Movement[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.balance_transactions')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    category: row.category,
    currency: row.currency,
    amountMinor: row.amount_minor,
    feeMinor: row.fee_minor,
    netMinor: row.net_minor,
    createdAt: row.created_at,
    source: sourceFrom(row.source_id, row.intent_id),
  }));
}
