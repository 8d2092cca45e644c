import type { Domain } from '../../platform/domain.ts';
import { loadPlaces } from './gazetteer/load-places.ts';
import { erasePerson, exportPerson } from './person-data.ts';
import { placesRoutes } from './routes.ts';

export { findPlaceBySlug, getPlace, listPlaces } from './gazetteer/find-places.ts';
export { loadPlaces } from './gazetteer/load-places.ts';
export { nameKey } from './gazetteer/name-key.ts';
export type { Place } from './gazetteer/place.ts';
export { namesOf } from './gazetteer/shipped-places.ts';

export const placesDomain: Domain = {
  name: 'places',
  routes: placesRoutes,
  exportPerson,
  erasePerson,
  prepare: async (ctx) => {
    await loadPlaces(ctx);
  },
};
