import type { Ctx } from '../../platform/context.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { deleteTokensExpiredBefore } from './links/email-tokens.queries.ts';
import { answerForgot, answerForgotJob } from './recovery/forgot-password.ts';
import { answerRegistration, answerRegistrationJob } from './registration/register.ts';
import { answerResend, answerResendJob } from './registration/resend-verification.ts';
import { deleteSessionsExpiredBefore } from './sessions/sessions.queries.ts';

export function defineJobs(jobs: Jobs): void {
  jobs.define(answerRegistrationJob, { handler: answerRegistration });
  jobs.define(answerResendJob, { handler: answerResend });
  jobs.define(answerForgotJob, { handler: answerForgot });
  jobs.define('identity.sweep', { handler: sweep, cron: '17 3 * * *' });
}

const daysKept = 30;

/** Forgets sessions and links a month after they expired. */
export async function sweep(ctx: Ctx): Promise<void> {
  const horizon = ctx.clock.now().subtract({ hours: 24 * daysKept });
  await deleteSessionsExpiredBefore(ctx, horizon);
  await deleteTokensExpiredBefore(ctx, horizon);
}
