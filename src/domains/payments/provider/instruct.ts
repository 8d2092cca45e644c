import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { jobNames } from '../job-names.ts';
import { carryOutNow } from './carry-out-now.ts';
import type { SubjectKind } from './subject.ts';

const jobSeconds = 30;

/**
 * Writes an instruction and has it carried out while its giver waits; where the provider can't be
 * reached, a job goes on with it. Throws what `write` throws, and payment_provider_unavailable.
 */
export async function instructNow(
  outer: Ctx,
  about: { kind: SubjectKind; id: string },
  write: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await write(ctx);
    // Not at once: the two would take turns at the one call that may be open, and its giver would wait in vain.
    const startAt = ctx.clock.now().add({ seconds: jobSeconds });
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { ...about }, { startAt });
  });
  await carryOutNow(outer, about);
}
