import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { providerUnavailable } from '../errors.ts';
import { carryOutNow } from '../provider/carry-out-now.ts';
import { platformOfMarket } from '../provider/platforms.ts';
import { type Customer, findCustomer, insertCustomer } from './customers.queries.ts';

/**
 * Who this person is to the provider, on the platform account of that market; made there with the
 * first call. Network: outside any transaction. Throws payment_provider_unavailable.
 */
export async function ensureCustomer(
  ctx: Ctx,
  { personId, market }: { personId: string; market: string },
): Promise<Customer & { provider_customer_id: string }> {
  const platform = platformOfMarket(ctx, market);
  const row = await inTransaction(ctx, (ctx) => insertCustomer(ctx, { personId, platform }));
  if (!row.provider_customer_id) await carryOutNow(ctx, { kind: 'customer', id: row.id });
  const made = await findCustomer(ctx, { personId, platform });
  if (!made?.provider_customer_id) throw providerUnavailable(undefined);
  return { ...made, provider_customer_id: made.provider_customer_id };
}

/** The provider's name for the person on the platform account of that market; like ensureCustomer. */
export async function customerOf(
  ctx: Ctx,
  { personId, market }: { personId: string; market: string },
): Promise<string> {
  return (await ensureCustomer(ctx, { personId, market })).provider_customer_id;
}
