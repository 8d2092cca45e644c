import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { jobNames } from '../job-names.ts';
import { claimDue } from './transfers.queries.ts';

const batchMax = 500;

/** Has every transfer carried out whose time has come; run every minute. */
export async function settleDue(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    for (const id of await claimDue(ctx, batchMax))
      await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'transfer', id });
  });
}
