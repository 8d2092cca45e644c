import type { Ctx } from '../../../platform/context.ts';
import { newId } from '../../../platform/db/index.ts';
import { payoutAccountNotStarted, providerUnavailable } from '../errors.ts';
import { provider, tellsNothing } from '../provider/stripe.ts';
import { findOwnAccount } from './get-payout-account.ts';

/**
 * The address of the provider's own page for an account, where its bank and details are changed.
 * Good for one opening. Network: outside any transaction. Throws payout_account_not_started,
 * payment_provider_unavailable.
 */
export async function openDashboard(ctx: Ctx, personId: string): Promise<string> {
  const account = await findOwnAccount(ctx, personId);
  // The provider has no page before it was told who somebody is.
  if (!account?.provider_account_id || account.status === 'onboarding')
    throw payoutAccountNotStarted();
  const key = { idempotencyKey: `payout_account:${account.id}:login:${newId(ctx.clock)}` };
  try {
    const stripe = provider(ctx, account.platform);
    const { url } = await stripe.accounts.createLoginLink(account.provider_account_id, {}, key);
    return url;
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}
