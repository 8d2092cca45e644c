import type { Jobs } from '../../platform/jobs/index.ts';
import { countPopularity } from './sessions/count-popularity.ts';

export function defineJobs(jobs: Jobs): void {
  jobs.define('practice.count-popularity', { handler: countPopularity, cron: '47 2 * * *' });
}
