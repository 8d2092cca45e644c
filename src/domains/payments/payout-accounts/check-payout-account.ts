import type { Ctx } from '../../../platform/context.ts';
import { providerUnavailable } from '../errors.ts';
import { refresh } from '../provider/refresh.ts';
import { tellsNothing } from '../provider/stripe.ts';
import { findOwnAccount, getPayoutAccount, type PayoutAccountView } from './get-payout-account.ts';

/**
 * Asks the provider where the account is; for somebody who comes back from the onboarding before
 * the provider's event does. Outside any transaction. Throws payment_provider_unavailable.
 */
export async function checkPayoutAccount(ctx: Ctx, personId: string): Promise<PayoutAccountView> {
  const account = await findOwnAccount(ctx, personId);
  try {
    if (account?.provider_account_id)
      await refresh(ctx, { kind: 'payout_account', id: account.id }, 'check');
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
  return getPayoutAccount(ctx, personId);
}
