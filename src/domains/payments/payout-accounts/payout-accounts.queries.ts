import type { Selectable } from 'kysely';
import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { payoutAccountNotFound } from '../errors.ts';
import type { PayoutAccountsTable } from '../payout-tables.ts';
import { tables } from '../tables.ts';
import type { PayoutAccountStatus } from './payout-account-states.ts';

export type PayoutAccount = Selectable<PayoutAccountsTable>;

const columns = [
  'id',
  'person_id',
  'platform',
  'country',
  'status',
  'provider_account_id',
  'transfers_enabled',
  'payouts_enabled',
  'disabled_reason',
  'requirements',
  'bank_name',
  'bank_last4',
  'looked_at',
  'created_at',
  'updated_at',
] as const;

export interface Owner {
  personId: string;
  platform: string;
}

export async function findPayoutAccount(
  ctx: Ctx,
  { personId, platform }: Owner,
): Promise<PayoutAccount | undefined> {
  return tables(ctx)
    .selectFrom('payments.payout_accounts')
    .select(columns)
    .where('person_id', '=', personId)
    .where('platform', '=', platform)
    .executeTakeFirst();
}

/** The owner's account, made when there is none. `country` is ISO 3166, and stays what it was. */
export async function openPayoutAccount(
  ctx: Ctx,
  { personId, platform, country }: Owner & { country: string },
): Promise<PayoutAccount> {
  const now = ctx.clock.now().toString();
  await tables(ctx)
    .insertInto('payments.payout_accounts')
    .values({
      id: newId(ctx.clock),
      person_id: personId,
      platform,
      country,
      status: 'not_started',
      created_at: now,
      updated_at: now,
    })
    .onConflict((conflict) => conflict.constraint('payout_accounts_person_key').doNothing())
    .execute();
  return (await findPayoutAccount(ctx, { personId, platform }))!;
}

export async function findPayoutAccountById(
  ctx: Ctx,
  id: string,
  { lock = false } = {},
): Promise<PayoutAccount | undefined> {
  return tables(ctx)
    .selectFrom('payments.payout_accounts')
    .select(columns)
    .where('id', '=', id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Throws payout_account_not_found. */
export async function getPayoutAccountRow(ctx: Ctx, id: string): Promise<PayoutAccount> {
  const row = await findPayoutAccountById(ctx, id);
  if (!row) throw payoutAccountNotFound();
  return row;
}

/** Locked until the transaction ends. Throws payout_account_not_found. */
export async function lockPayoutAccount(ctx: Ctx, id: string): Promise<PayoutAccount> {
  const row = await findPayoutAccountById(ctx, id, { lock: true });
  if (!row) throw payoutAccountNotFound();
  return row;
}

export async function findByProviderAccountId(
  ctx: Ctx,
  providerAccountId: string,
): Promise<PayoutAccount | undefined> {
  return tables(ctx)
    .selectFrom('payments.payout_accounts')
    .select(columns)
    .where('provider_account_id', '=', providerAccountId)
    .executeTakeFirst();
}

export type AccountChanges = Pick<
  PayoutAccount,
  | 'status'
  | 'provider_account_id'
  | 'transfers_enabled'
  | 'payouts_enabled'
  | 'disabled_reason'
  | 'requirements'
  | 'bank_name'
  | 'bank_last4'
>;

export async function changePayoutAccount(
  ctx: Ctx,
  id: string,
  lookedAt: Temporal.Instant,
  { requirements, ...changes }: AccountChanges,
): Promise<void> {
  await tables(ctx)
    .updateTable('payments.payout_accounts')
    .set({
      ...changes,
      requirements: JSON.stringify(requirements),
      looked_at: lookedAt.toString(),
      updated_at: ctx.clock.now().toString(),
    })
    .where('id', '=', id)
    .execute();
}

/** Returns the transition's id, which names the fact. */
export async function logAccountTransition(
  ctx: Ctx,
  id: string,
  move: { from: PayoutAccountStatus; to: PayoutAccountStatus; cause: string },
): Promise<string> {
  const transitionId = newId(ctx.clock);
  await tables(ctx)
    .insertInto('payments.payout_account_transitions')
    .values({
      id: transitionId,
      payout_account_id: id,
      from_status: move.from,
      to_status: move.to,
      cause: move.cause,
      at: ctx.clock.now().toString(),
    })
    .execute();
  return transitionId;
}
