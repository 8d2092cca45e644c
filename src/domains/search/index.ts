import type { Domain } from '../../platform/domain.ts';
import { erasePerson } from './erase-person.ts';
import { defineJobs } from './jobs.ts';
import { listen } from './listeners.ts';
import { searchRoutes } from './routes.ts';

export { rebuildSearch } from './documents/refresh-documents.ts';

export const searchDomain: Domain = {
  name: 'search',
  routes: searchRoutes,
  listeners: listen,
  jobs: defineJobs,
  erasePerson,
};
