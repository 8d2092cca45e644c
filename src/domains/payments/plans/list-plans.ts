import { getMarket } from '../../markets/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { listOfferedPlans, type Plan } from './plans.queries.ts';

/** The plans that a market offers, the month first. Throws market_not_found. */
export async function listPlans(ctx: Ctx, market: string): Promise<Plan[]> {
  await getMarket(ctx, market);
  return listOfferedPlans(ctx, market);
}
