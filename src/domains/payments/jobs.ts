import type { Jobs } from '../../platform/jobs/index.ts';
import { wakeCharges } from './charges/wake-charges.ts';
import { carryOut } from './provider/carry-out.ts';
import { jobNames } from './job-names.ts';
import { reconcile, reconcileAll } from './reconciliation/reconcile.ts';
import { resolveUnknown } from './provider/resolve-unknown.ts';
import { watchSubscriptions } from './subscriptions/watch-subscriptions.ts';
import { sweep } from './sweep.ts';
import { settleDue } from './transfers/settle-due.ts';
import { writeOffOld } from './transfers/write-off.ts';
import { processEvent } from './webhooks/process-event.ts';

export function paymentsJobs(jobs: Jobs): void {
  jobs.define(jobNames.processEvent, { handler: processEvent, retryLimit: 12, concurrency: 4 });
  jobs.define(jobNames.carryOut, { handler: carryOut, retryLimit: 12, concurrency: 4 });
  jobs.define(jobNames.wakeCharges, { handler: wakeCharges, cron: '* * * * *', retryLimit: 0 });
  jobs.define(jobNames.settleDue, { handler: settleDue, cron: '* * * * *', retryLimit: 0 });
  jobs.define(jobNames.writeOff, { handler: writeOffOld, cron: '40 3 * * *' });
  jobs.define(jobNames.plusWatch, { handler: watchSubscriptions, cron: '*/10 * * * *' });
  jobs.define(jobNames.reconcileAll, { handler: reconcileAll, cron: '20 2 * * *' });
  jobs.define(jobNames.reconcile, { handler: reconcile, retryLimit: 3 });
  jobs.define(jobNames.sweep, { handler: sweep, cron: '*/15 * * * *' });
  jobs.define(jobNames.resolveUnknown, { handler: resolveUnknown, retryLimit: 12, concurrency: 4 });
}
