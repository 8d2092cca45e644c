import type { Ctx } from '../../../platform/context.ts';
import { provider } from '../provider/stripe.ts';
import { tables } from '../tables.ts';
import { getPlan, type Plan } from './plans.queries.ts';

/** The provider's price of a plan, once it is known. */
export async function findPlanPrice(
  ctx: Ctx,
  planId: string,
  platform: string,
): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('payments.plan_prices')
    .select('provider_price_id')
    .where('plan_id', '=', planId)
    .where('platform', '=', platform)
    .executeTakeFirst();
  return row?.provider_price_id;
}

/**
 * The same, made there when it is not: it moves no money, and its name (the plan's id) exists only
 * once, so it needs no record of the call. Network. Throws the SDK's errors.
 */
export async function ensurePlanPrice(ctx: Ctx, planId: string, platform: string): Promise<string> {
  const known = await findPlanPrice(ctx, planId, platform);
  if (known) return known;
  const price = await findOrMakePrice(ctx, await getPlan(ctx, planId), platform);
  await tables(ctx)
    .insertInto('payments.plan_prices')
    .values({ plan_id: planId, platform, provider_price_id: price })
    .onConflict((conflict) => conflict.constraint('plan_prices_pkey').doNothing())
    .execute();
  return price;
}

async function findOrMakePrice(ctx: Ctx, plan: Plan, platform: string): Promise<string> {
  const stripe = provider(ctx, platform);
  const [there] = (await stripe.prices.list({ lookup_keys: [plan.id] })).data;
  if (there) return there.id;
  const made = await stripe.prices.create(
    {
      currency: plan.currency.toLowerCase(),
      unit_amount: plan.amount_minor,
      recurring: { interval: plan.interval },
      lookup_key: plan.id,
      product_data: { name: 'Etude Plus' },
    },
    { idempotencyKey: `plan:${plan.id}:price` },
  );
  return made.id;
}
