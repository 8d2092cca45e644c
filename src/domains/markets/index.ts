import type { Domain } from '../../platform/domain.ts';
import { erasePerson, exportPerson } from './person-data.ts';
import { routes } from './routes.ts';

export { chooseMarket, findChosenMarket, getMarket, listMarkets } from './markets.ts';

export const marketsDomain: Domain = { name: 'markets', routes, exportPerson, erasePerson };
