import type { Ctx } from '../../../platform/context.ts';
import { jobNames } from '../job-names.ts';
import { findDueSubscriptions } from './subscriptions.queries.ts';

const rowsMax = 200;

/** Looks again at subscriptions whose time has come: a grace that is over, an event that got lost. */
export async function watchSubscriptions(ctx: Ctx): Promise<void> {
  for (const id of await findDueSubscriptions(ctx, rowsMax))
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'subscription', id });
}
