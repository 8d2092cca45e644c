import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { jobNames } from '../job-names.ts';
import { claimWaking } from './charges.queries.ts';

const batchMax = 500;

/** Charges saved cards whose time has come, and takes what would lapse; run every minute. */
export async function wakeCharges(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    for (const id of await claimWaking(ctx, batchMax))
      await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id });
  });
}
