import type { Domain } from '../../platform/domain.ts';
import { routes } from './routes.ts';

export type { Market } from './markets.queries.ts';
export { chooseMarket, findChosenMarket, getMarket, listMarkets } from './markets.ts';
export { type MarketSignals, suggestMarket } from './suggest-market.ts';
export type { MarketCode } from './tables.ts';

export const marketsDomain: Domain = { name: 'markets', routes };
