import type { Domain } from '../../platform/domain.ts';
import { routes } from './routes.ts';

export { chooseMarket, findChosenMarket, getMarket, listMarkets } from './markets.ts';

export const marketsDomain: Domain = { name: 'markets', routes };
