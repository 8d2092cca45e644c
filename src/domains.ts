import { catalogDomain } from './domains/catalog/index.ts';
import { identityDomain } from './domains/identity/index.ts';
import { marketsDomain } from './domains/markets/index.ts';
import { mediaDomain } from './domains/media/index.ts';
import { notificationsDomain } from './domains/notifications/index.ts';
import { paymentsDomain } from './domains/payments/index.ts';
import { placesDomain } from './domains/places/index.ts';
import { practiceDomain } from './domains/practice/index.ts';
import { reviewsDomain } from './domains/reviews/index.ts';
import { schedulingDomain } from './domains/scheduling/index.ts';
import { searchDomain } from './domains/search/index.ts';
import type { Domain } from './platform/domain.ts';

/** Every domain, in the order in which their reference data is loaded. */
export const domains: readonly Domain[] = [
  identityDomain,
  marketsDomain,
  placesDomain,
  mediaDomain,
  catalogDomain,
  paymentsDomain,
  schedulingDomain,
  practiceDomain,
  reviewsDomain,
  searchDomain,
  notificationsDomain,
];
