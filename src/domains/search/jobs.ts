import type { Jobs } from '../../platform/jobs/index.ts';
import { refreshStaleDocuments } from './documents/refresh-documents.ts';

export function defineJobs(jobs: Jobs): void {
  jobs.define('search.refresh-stale', {
    handler: (ctx) => refreshStaleDocuments(ctx),
    cron: '*/10 * * * *',
    retryLimit: 0,
  });
}
