import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { jobNames } from '../job-names.ts';
import type { Found } from '../provider/subject.ts';
import { type TransfersTable, tables } from '../tables.ts';
import { isSent, type TransferStatus } from './transfer-states.ts';

export type Transfer = Selectable<TransfersTable>;

const columns = [
  'id',
  'charge_id',
  'purpose',
  'person_id',
  'platform',
  'market_code',
  'currency',
  'status',
  'due_at',
  'next_try_at',
  'provider_transfer_id',
  'amount_minor',
  'netted_minor',
  'reversed_minor',
  'owed_minor',
  'owed_since',
  'recovered_minor',
  'written_off_minor',
  'replaced_at',
  'blocked_reason',
  'sent_at',
  'created_at',
  'updated_at',
] as const;

export const findTransfer = (ctx: Ctx, id: string): Promise<Transfer | undefined> =>
  tables(ctx)
    .selectFrom('payments.transfers')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();

/** Throws not_found. */
export async function getTransfer(ctx: Ctx, id: string): Promise<Transfer> {
  const transfer = await findTransfer(ctx, id);
  if (!transfer) throw notFound('transfer_not_found', 'There is no such transfer.');
  return transfer;
}

/** Locked until the transaction ends; its charge is locked before, by `lockCharge`. */
export async function lockTransfer(ctx: Ctx, id: string): Promise<Transfer> {
  return tables(ctx)
    .selectFrom('payments.transfers')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function findTransferByProviderId(
  ctx: Ctx,
  providerTransferId: string,
): Promise<Found | undefined> {
  return tables(ctx)
    .selectFrom('payments.transfers')
    .select(['id', 'platform'])
    .where('provider_transfer_id', '=', providerTransferId)
    .executeTakeFirst();
}

/** Whom the money of a charge was sent on to; undefined while it was not. */
export async function findSettlement(
  ctx: Ctx,
  chargeId: string,
): Promise<{ personId: string } | undefined> {
  const row = await tables(ctx)
    .selectFrom('payments.transfers')
    .select(['person_id', 'status'])
    .where('charge_id', '=', chargeId)
    .where('replaced_at', 'is', null)
    .executeTakeFirst();
  return row && isSent(row.status) ? { personId: row.person_id } : undefined;
}

export async function insertTransfer(
  ctx: Ctx,
  row: { chargeId: string; personId: string; platform: string; market: string; currency: string },
  dueAt: Temporal.Instant,
): Promise<string> {
  const id = newId(ctx.clock);
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.transfers')
    .values({
      id,
      charge_id: row.chargeId,
      purpose: 'lesson',
      person_id: row.personId,
      platform: row.platform,
      market_code: row.market,
      currency: row.currency,
      status: 'waiting',
      due_at: dueAt.toString(),
      next_try_at: dueAt.toString(),
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

export type TransferChanges = Partial<
  Pick<
    Transfer,
    | 'status'
    | 'provider_transfer_id'
    | 'amount_minor'
    | 'netted_minor'
    | 'reversed_minor'
    | 'owed_minor'
    | 'recovered_minor'
    | 'written_off_minor'
    | 'blocked_reason'
  >
> & {
  owed_since?: string | null;
  next_try_at?: string | null;
  sent_at?: string;
  replaced_at?: string;
};

/** Writes changes, and the step in the log if the status is another. */
export async function changeTransfer(
  ctx: Ctx,
  transfer: Transfer,
  changes: TransferChanges,
  cause: string,
): Promise<Transfer> {
  const now = ctx.clock.now().toString();
  const moved = await tables(ctx)
    .updateTable('payments.transfers')
    .set({ ...changes, updated_at: now })
    .where('id', '=', transfer.id)
    .where('status', '=', transfer.status)
    .returning(columns)
    .executeTakeFirstOrThrow();
  if (moved.status !== transfer.status)
    await tables(ctx)
      .insertInto('payments.transfer_transitions')
      .values({
        id: newId(ctx.clock),
        transfer_id: transfer.id,
        from_status: transfer.status,
        to_status: moved.status,
        cause,
        at: now,
      })
      .execute();
  return moved;
}

export async function isHeld(ctx: Ctx, chargeId: string): Promise<boolean> {
  const row = await tables(ctx)
    .selectFrom('payments.transfer_holds')
    .select('reason')
    .where('charge_id', '=', chargeId)
    .where('lifted_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose debts are kept together. */
export type Payee = Pick<Transfer, 'person_id' | 'currency' | 'platform'>;

/** Makes the money of one payee in one currency move in turns, until the transaction ends. */
export async function lockPayee(ctx: Ctx, { person_id, currency }: Payee): Promise<void> {
  const key = `payments.payee:${person_id}:${currency}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
}

const isOwing = sql<boolean>`owed_minor > recovered_minor + written_off_minor`;

/** What a payee owes from earlier transfers of one platform and currency, the oldest first; under `lockPayee`. */
export function listOwing(ctx: Ctx, payee: Payee): Promise<Transfer[]> {
  return tables(ctx)
    .selectFrom('payments.transfers')
    .select(columns)
    .where('person_id', '=', payee.person_id)
    .where('currency', '=', payee.currency)
    .where('platform', '=', payee.platform)
    .where(isOwing)
    .orderBy('owed_since')
    .forUpdate()
    .execute();
}

/** What other transfers that are on their way will keep back of what the payee owes. */
export async function reservedBy(ctx: Ctx, payee: Payee, but?: string): Promise<number> {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(netted_minor), 0)::bigint as minor from payments.transfers
    where person_id = ${payee.person_id} and currency = ${payee.currency}
      and platform = ${payee.platform} and id is distinct from ${but ?? null}::uuid
      and netted_minor > 0 and sent_at is null`.execute(ctx.db);
  return rows[0]!.minor;
}

/**
 * Has a charge's transfers looked at again, after the charge moved: at once when they were sent
 * already, as something may have to come back.
 */
export async function wakeTransfers(
  ctx: Ctx,
  { chargeId, settled }: { chargeId: string; settled: boolean },
): Promise<void> {
  if (!settled) return;
  const rows = await tables(ctx)
    .updateTable('payments.transfers')
    .set({ next_try_at: ctx.clock.now().add({ hours: 1 }).toString() })
    .where('charge_id', '=', chargeId)
    .where('replaced_at', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of rows)
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'transfer', id });
}

/** Takes what is due, for an hour; another node takes other rows. */
export async function claimDue(ctx: Ctx, limit: number): Promise<string[]> {
  const now = ctx.clock.now();
  const { rows } = await sql<{ id: string }>`
    update payments.transfers set next_try_at = ${now.add({ hours: 1 }).toString()}::timestamptz
    where id in (
      select id from payments.transfers where next_try_at <= ${now.toString()}::timestamptz
      order by next_try_at limit ${limit} for update skip locked
    )
    returning id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/** Tries what was blocked for a payee at once. */
export async function wakeBlocked(
  ctx: Ctx,
  { personId, platform }: { personId: string; platform: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.transfers')
    .set({ next_try_at: ctx.clock.now().toString() })
    .where('person_id', '=', personId)
    .where('platform', '=', platform)
    .where('status', '=', 'blocked' satisfies TransferStatus)
    .execute();
}

/** Transfers of which something has been owed since then or longer. */
export async function listOwedSince(
  ctx: Ctx,
  before: Temporal.Instant,
  limit: number,
): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('payments.transfers')
    .select('id')
    .where('owed_since', '<=', before)
    .where(isOwing)
    .orderBy('owed_since')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
