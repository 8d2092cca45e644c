import type { Domain } from '../../platform/domain.ts';
import { erasePerson, exportPerson } from './person-data.ts';
import { routes } from './routes.ts';

export { ratingChanged } from './events.ts';
export type { Rating } from './rating.ts';
export { listReviews, ratingOf, ratingsOf, recordDemoReviews } from './reviews.ts';
export type { DemoReview } from './reviews.queries.ts';

export const reviewsDomain: Domain = { name: 'reviews', routes, exportPerson, erasePerson };
