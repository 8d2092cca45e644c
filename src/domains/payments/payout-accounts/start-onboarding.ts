import type { Ctx } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { findChosenMarket } from '../../markets/index.ts';
import {
  payoutAccountRefused,
  payoutAccountRejected,
  payoutMarketRequired,
  providerUnavailable,
} from '../errors.ts';
import { performCall } from '../provider/perform-call.ts';
import { platformOfMarket } from '../provider/platforms.ts';
import { findOpenCall, planCall, type ProviderCall } from '../provider/provider-calls.queries.ts';
import { askProvider } from '../provider/resolve-unknown.ts';
import { provider, tellsNothing } from '../provider/stripe.ts';
import { createAccountRequest, withReference } from './payout-account-subject.ts';
import {
  getPayoutAccountRow,
  lockPayoutAccount,
  openPayoutAccount,
  type PayoutAccount,
} from './payout-accounts.queries.ts';

/**
 * The address of the provider's onboarding for a person: it asks for what is missing, and leads
 * back to the page of payouts. Good for one opening within minutes, so it is never kept. Makes the
 * account at the provider first where there is none. Network: outside any transaction. Throws
 * market_required, payout_account_rejected, payout_account_refused, payment_provider_unavailable.
 */
export async function startOnboarding(ctx: Ctx, personId: string): Promise<string> {
  const market = await findChosenMarket(ctx, personId);
  if (!market) throw payoutMarketRequired();
  const { id } = await openPayoutAccount(ctx, {
    personId,
    platform: platformOfMarket(ctx, market.code),
    country: market.countries[0]!,
  });
  const account = await createdAtProvider(ctx, id);
  if (account.status === 'rejected') throw payoutAccountRejected();
  return createLink(ctx, account);
}

/** The account once it lives at the provider; after a lost answer the provider is asked first. */
async function createdAtProvider(ctx: Ctx, id: string): Promise<PayoutAccount> {
  const about = { kind: 'payout_account', id } as const;
  const lost = await findOpenCall(ctx, about);
  if (lost?.status === 'unknown') await askProvider(ctx, lost);
  const planned = await inTransaction(ctx, async (ctx): Promise<ProviderCall | undefined> => {
    const account = await lockPayoutAccount(ctx, id);
    if (account.provider_account_id) return undefined;
    const open = await findOpenCall(ctx, about);
    return (
      open ??
      planCall(ctx, 'payout_account', withReference(account), (callId) =>
        createAccountRequest(account, callId),
      )
    );
  });
  if (planned) await performCall(ctx, planned);
  const account = await getPayoutAccountRow(ctx, id);
  if (account.provider_account_id) return account;
  throw (await findOpenCall(ctx, about)) ? providerUnavailable(undefined) : payoutAccountRefused();
}

async function createLink(ctx: Ctx, account: PayoutAccount): Promise<string> {
  const page = `${ctx.config.publicUrl}/earnings/account`;
  try {
    const { url } = await provider(ctx, account.platform).accountLinks.create(
      {
        account: account.provider_account_id!,
        type: 'account_onboarding',
        return_url: `${page}?back=1`,
        refresh_url: `${page}?again=1`,
      },
      { idempotencyKey: `payout_account:${account.id}:link:${newId(ctx.clock)}` },
    );
    return url;
  } catch (error) {
    throw tellsNothing(error) ? providerUnavailable(error) : error;
  }
}
