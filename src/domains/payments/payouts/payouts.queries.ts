import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { payoutNotFound } from '../errors.ts';
import type { PayoutAccount } from '../payout-accounts/payout-accounts.queries.ts';
import type { PayoutsTable } from '../payout-tables.ts';
import type { Found } from '../provider/subject.ts';
import { tables } from '../tables.ts';
import type { PayoutFacts, PayoutLine } from './observe-payout.ts';
import { cameBack } from './payout-states.ts';

export type Payout = Selectable<PayoutsTable>;

const columns = [
  'id',
  'payout_account_id',
  'person_id',
  'platform',
  'provider_payout_id',
  'status',
  'currency',
  'amount_minor',
  'automatic',
  'bank_last4',
  'failure_code',
  'provider_created_at',
  'arrives_at',
  'came_back_at',
  'lines_read_at',
  'created_at',
  'updated_at',
] as const;

/** The row of a provider's payout, made when it is met the first time. */
export async function announcePayout(
  ctx: Ctx,
  account: PayoutAccount,
  providerPayoutId: string,
): Promise<Found> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.payouts')
    .values({
      id: newId(ctx.clock),
      payout_account_id: account.id,
      person_id: account.person_id,
      platform: account.platform,
      provider_payout_id: providerPayoutId,
      status: 'announced',
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.constraint('payouts_provider_key').doNothing())
    .execute();
  return tables(ctx)
    .selectFrom('payments.payouts')
    .select(['id', 'platform'])
    .where('provider_payout_id', '=', providerPayoutId)
    .executeTakeFirstOrThrow();
}

/** Throws payout_not_found. */
export async function getPayoutRow(ctx: Ctx, id: string): Promise<Payout> {
  const payout = await tables(ctx)
    .selectFrom('payments.payouts')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!payout) throw payoutNotFound();
  return payout;
}

/** Locked until the transaction ends. Throws payout_not_found. */
export async function lockPayout(ctx: Ctx, id: string): Promise<Payout> {
  const payout = await tables(ctx)
    .selectFrom('payments.payouts')
    .select(columns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!payout) throw payoutNotFound();
  return payout;
}

export async function changePayout(ctx: Ctx, id: string, facts: PayoutFacts): Promise<void> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .updateTable('payments.payouts')
    .set({
      status: facts.status,
      came_back_at: cameBack(facts.status) ? now : null,
      currency: facts.currency,
      amount_minor: facts.amountMinor,
      automatic: facts.automatic,
      bank_last4: facts.bankLast4,
      failure_code: facts.failureCode,
      provider_created_at: facts.createdAt.toString(),
      arrives_at: facts.arrivesAt.toString(),
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
}

/** Writes once what the payout is made of. */
export async function saveLines(ctx: Ctx, payoutId: string, lines: PayoutLine[]): Promise<void> {
  const column = (of: (line: PayoutLine) => string | number | null) => lines.map(of);
  await sql`
    insert into payments.payout_lines
      (payout_id, balance_transaction_id, kind, provider_transfer_id, provider_payment_id,
        amount_minor, happened_at)
    select ${payoutId}::uuid, line.* from unnest(
      ${column((line) => line.balanceTransactionId)}::text[],
      ${column((line) => line.kind)}::text[],
      ${column((line) => line.providerTransferId)}::text[],
      ${column((line) => line.providerPaymentId)}::text[],
      ${column((line) => line.amountMinor)}::bigint[],
      ${column((line) => line.happenedAt.toString())}::timestamptz[]
    ) as line
    on conflict on constraint payout_lines_pkey do nothing`.execute(ctx.db);
  await tables(ctx)
    .updateTable('payments.payouts')
    .set({ lines_read_at: ctx.clock.now().toString() })
    .where('id', '=', payoutId)
    .execute();
}
