import { memoryCache } from '../../platform/cache/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { notFound } from '../../platform/errors/index.ts';
import { type Market, selectChoice, selectMarkets, upsertChoice } from './markets.queries.ts';

// Reference data that migrations alone change; a minute bounds how long a node may be behind one.
const cache = memoryCache<Market[]>({ max: 1, ttlMs: 60_000 });

/** Every market, in the order in which they are offered. */
export async function listMarkets(ctx: Ctx): Promise<Market[]> {
  const known = cache.get('all');
  if (known) return known;
  const markets = await selectMarkets(ctx);
  cache.set('all', markets);
  return markets;
}

/** Throws `not_found` market_not_found. */
export async function getMarket(ctx: Ctx, code: string): Promise<Market> {
  const market = (await listMarkets(ctx)).find((one) => one.code === code);
  if (!market) throw notFound('market_not_found', 'There is no such market.', { field: 'market' });
  return market;
}

/** The market that this person has confirmed, if any. */
export async function findChosenMarket(ctx: Ctx, personId: string): Promise<Market | undefined> {
  const code = await selectChoice(ctx, personId);
  return code && getMarket(ctx, code);
}

/** Sets or changes a person's market. Bookings keep the market they were made in. */
export async function chooseMarket(
  ctx: Ctx,
  { personId, code }: { personId: string; code: string },
): Promise<Market> {
  const market = await getMarket(ctx, code);
  await upsertChoice(ctx, personId, market.code);
  return market;
}
