import type { Jobs } from '../../platform/jobs/index.ts';
import { advanceLessons } from './bookings/advance-lessons.ts';
import { expireRequests } from './bookings/expire-requests.ts';
import { expireHold, expireHoldJob, sweepHolds } from './bookings/end-hold.ts';

const everyMinute = '* * * * *';

export function defineJobs(jobs: Jobs): void {
  jobs.define<{ bookingId: string }>(expireHoldJob, {
    handler: (ctx, { bookingId }) => expireHold(ctx, bookingId),
  });
  jobs.define('scheduling.sweep-holds', { handler: sweepHolds, cron: everyMinute, retryLimit: 0 });
  jobs.define('scheduling.expire-requests', {
    handler: expireRequests,
    cron: everyMinute,
    retryLimit: 0,
  });
  jobs.define('scheduling.advance-lessons', {
    handler: advanceLessons,
    cron: everyMinute,
    retryLimit: 0,
  });
}
