import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { provider } from '../provider/stripe.ts';
import type { EventObject, EventOrigin, Found, LookReason, Subject } from '../provider/subject.ts';
import { advancePayoutAccount } from './advance-payout-account.ts';
import { assertOurs, observeAccount } from './observe-account.ts';
import {
  findByProviderAccountId,
  findPayoutAccountById,
  getPayoutAccountRow,
  lockPayoutAccount,
  type PayoutAccount,
} from './payout-accounts.queries.ts';

export interface AccountCall {
  operation: 'create_account';
  params: Stripe.AccountCreateParams & {
    metadata: { payout_account_id: string; call_id: string };
  };
}

export interface AccountSnapshot {
  account: Stripe.Account;
  /** When the look began. */
  lookedAt: Temporal.Instant;
}

type LockedAccount = ReturnType<typeof withReference>;

/** Somebody's account at the provider. It asks for nothing but to be made; the rest is theirs. */
export const payoutAccountSubject: Subject<AccountCall, AccountSnapshot, LockedAccount> = {
  kind: 'payout_account',
  objects: ['account', 'bank_account'],
  send: (stripe, call, options) => stripe.accounts.create(call.params, options),
  look: lookAtAccount,
  hasEffect: (call, { account }) =>
    account.metadata?.['payout_account_id'] === call.params.metadata.payout_account_id,
  async lock(ctx, id) {
    return withReference(await lockPayoutAccount(ctx, id));
  },
  async advance(ctx, row, { account, lookedAt }, cause) {
    assertOurs(row, account);
    await advancePayoutAccount(ctx, row, { facts: observeAccount(account), lookedAt }, cause);
  },
  async next(_ctx, account) {
    return account.status === 'not_started'
      ? (callId) => createAccountRequest(account, callId)
      : undefined;
  },
  find: findAccountOf,
};

export const withReference = (account: PayoutAccount) => ({
  ...account,
  reference: `payout_account:${account.id}`,
});

/**
 * The platform answers for losses and pays the provider's fees; who is paid tells the provider
 * itself who they are, and sees their payouts in its light dashboard.
 */
export function createAccountRequest(
  { id, country }: Pick<PayoutAccount, 'id' | 'country'>,
  callId: string,
): AccountCall {
  return {
    operation: 'create_account',
    params: {
      country,
      controller: {
        fees: { payer: 'application' },
        losses: { payments: 'application' },
        requirement_collection: 'stripe',
        stripe_dashboard: { type: 'express' },
      },
      capabilities: { transfers: { requested: true } },
      business_profile: { product_description: 'Lessons' },
      metadata: { payout_account_id: id, call_id: callId },
    },
  };
}

async function lookAtAccount(
  ctx: Ctx,
  id: string,
  { call, answer, object }: LookReason<AccountCall>,
): Promise<AccountSnapshot | undefined> {
  const row = await getPayoutAccountRow(ctx, id);
  const stripe = provider(ctx, row.platform);
  const lookedAt = ctx.clock.now();
  const known =
    row.provider_account_id ??
    (answer?.kind === 'accepted' ? answer.object.id : undefined) ??
    (object?.object === 'account' ? object.id : undefined);
  if (known) return { account: await stripe.accounts.retrieve(known), lookedAt };
  const account = call && (await findAccountOfCall(stripe, call));
  return account && { account, lookedAt };
}

/** Looks for the account that a lost answer may have made. */
async function findAccountOfCall(
  stripe: Stripe,
  { created_at: createdAt, params }: AccountCall & { created_at: Temporal.Instant },
): Promise<Stripe.Account | undefined> {
  // A minute of slack: the provider's clock is not ours.
  const since = Math.floor(createdAt.epochMilliseconds / 1000) - 60;
  for await (const account of stripe.accounts.list({ created: { gte: since }, limit: 100 }))
    if (account.metadata?.['payout_account_id'] === params.metadata.payout_account_id)
      return account;
  return undefined;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function findAccountOf(
  ctx: Ctx,
  object: EventObject,
  { account }: EventOrigin,
): Promise<Found | undefined> {
  const providerId = object.object === 'account' ? object.id : account;
  const known = providerId ? await findByProviderAccountId(ctx, providerId) : undefined;
  if (known) return known;
  const named = object.metadata?.['payout_account_id'] ?? '';
  return uuid.test(named) ? findPayoutAccountById(ctx, named) : undefined;
}
