import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { updatePopularity } from './popularity.queries.ts';
import { forgetLibrary } from '../library/published-library.ts';

const daysCounted = 90;

/** Counts anew what was practised of late; lists are read anew only where that changed something. */
export async function countPopularity(ctx: Ctx): Promise<void> {
  const today = ctx.clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  await inTransaction(ctx, async (ctx) => {
    const changed = await updatePopularity(ctx, today.subtract({ days: daysCounted }));
    if (changed > 0) forgetLibrary(ctx);
  });
}
