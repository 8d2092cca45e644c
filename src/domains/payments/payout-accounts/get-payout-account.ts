import type { Ctx } from '../../../platform/context.ts';
import { findChosenMarket } from '../../markets/index.ts';
import { platformOfMarket } from '../provider/platforms.ts';
import { canBePaid, type PayoutAccountStatus } from './payout-account-states.ts';
import { findPayoutAccount, type PayoutAccount } from './payout-accounts.queries.ts';
import type { Requirement } from './requirements.ts';

/** Whether and how somebody is paid, as they see it. */
export interface PayoutAccountView {
  status: PayoutAccountStatus;
  /** ISO 3166; null before it began. */
  country: string | null;
  bank: { name: string | null; last4: string } | null;
  requirements: Requirement[];
}

/** The account in the market that the person chose. */
export async function findOwnAccount(
  ctx: Ctx,
  personId: string,
): Promise<PayoutAccount | undefined> {
  const market = await findChosenMarket(ctx, personId);
  return (
    market && findPayoutAccount(ctx, { personId, platform: platformOfMarket(ctx, market.code) })
  );
}

export async function getPayoutAccount(ctx: Ctx, personId: string): Promise<PayoutAccountView> {
  const account = await findOwnAccount(ctx, personId);
  if (!account) return { status: 'not_started', country: null, bank: null, requirements: [] };
  const { status, country, bank_name: name, bank_last4: last4, requirements } = account;
  // What the first form will ask for anyway says nothing to somebody who has not begun it.
  const due = status === 'onboarding' ? [] : requirements;
  return { status, country, bank: last4 ? { name, last4 } : null, requirements: due };
}

/**
 * Where transfers for somebody go on one platform account; undefined while nothing may be sent
 * there. For transfers.
 */
export async function payoutAccountOf(
  ctx: Ctx,
  owner: { personId: string; platform: string },
): Promise<{ payoutAccountId: string; providerAccountId: string } | undefined> {
  const account = await findPayoutAccount(ctx, owner);
  if (!account?.provider_account_id || !canBePaid(account.status)) return undefined;
  return { payoutAccountId: account.id, providerAccountId: account.provider_account_id };
}
