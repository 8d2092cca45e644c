import type { Domain } from '../../platform/domain.ts';
import { deliver } from './deliveries/deliver.ts';
import { deliverJob } from './deliveries/notify.ts';
import { listeners } from './listeners.ts';
import { erasePerson, exportPerson } from './person-data.ts';

export const notificationsDomain: Domain = {
  name: 'notifications',
  listeners,
  exportPerson,
  erasePerson,
  jobs: (jobs) => jobs.define(deliverJob, { handler: deliver, concurrency: 2, retryLimit: 20 }),
};
