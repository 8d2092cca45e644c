import type { Ctx } from '../../platform/context.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { forgetSendersBefore } from './audit/audit.queries.ts';
import { eraseAccount, eraseDueAccounts, eraseJob } from './data/erase-account.ts';
import { deleteDevicesSeenBefore } from './devices/devices.queries.ts';
import { deleteChangesRequestedBefore } from './email-change/email-changes.queries.ts';
import { deleteTokensExpiredBefore } from './links/email-tokens.queries.ts';
import { deleteCountsBefore } from './lockout/lockouts.queries.ts';
import { answerLockout, answerLockoutJob } from './lockout/tell-owner.ts';
import { deleteChallengesExpiredBefore } from './passkeys/challenges.queries.ts';
import { deleteCodesExpiredBefore } from './phone/phone-codes.queries.ts';
import { answerForgot, answerForgotJob } from './recovery/forgot-password.ts';
import { answerRegistration, answerRegistrationJob } from './registration/register.ts';
import { answerResend, answerResendJob } from './registration/resend-verification.ts';
import { deleteSessionsExpiredBefore } from './sessions/sessions.queries.ts';
import { deleteTrustExpiredBefore } from './trusted-browsers/trusted-browsers.queries.ts';
import { deletePendingExpiredBefore } from './two-factor/pending-sign-ins.queries.ts';
import { finishResetJob, finishTwoFactorReset } from './two-factor/reset-two-factor.ts';

export function defineJobs(jobs: Jobs): void {
  jobs.define(answerRegistrationJob, { handler: answerRegistration });
  jobs.define(answerResendJob, { handler: answerResend });
  jobs.define(answerForgotJob, { handler: answerForgot });
  jobs.define(answerLockoutJob, { handler: answerLockout });
  jobs.define(finishResetJob, { handler: finishTwoFactorReset });
  jobs.define(eraseJob, { handler: eraseAccount });
  jobs.define('identity.erase-due', { handler: eraseDueAccounts, cron: '37 2 * * *' });
  jobs.define('identity.sweep', { handler: sweep, cron: '17 3 * * *' });
}

const daysKept = 30;
/** As long as a device's cookie lives. */
const deviceDaysKept = 400;
/** How long the log of safety remembers from where; what happened stays. */
const senderDaysKept = 180;

/** Forgets sessions and links a month after they expired, and what else has had its time. */
export async function sweep(ctx: Ctx): Promise<void> {
  const daysAgo = (days: number) => ctx.clock.now().subtract({ hours: 24 * days });
  const horizon = daysAgo(daysKept);
  await deleteSessionsExpiredBefore(ctx, horizon);
  await deleteTokensExpiredBefore(ctx, horizon);
  await deleteTrustExpiredBefore(ctx, horizon);
  await deleteDevicesSeenBefore(ctx, daysAgo(deviceDaysKept));
  await deleteCountsBefore(ctx, daysAgo(1));
  await deleteChallengesExpiredBefore(ctx, ctx.clock.now());
  await deletePendingExpiredBefore(ctx, daysAgo(1));
  await deleteCodesExpiredBefore(ctx, horizon);
  await deleteChangesRequestedBefore(ctx, horizon);
  await forgetSendersBefore(ctx, daysAgo(senderDaysKept));
}
