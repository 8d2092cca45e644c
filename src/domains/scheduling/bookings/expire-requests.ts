import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { requestUnanswered } from '../events.ts';
import { lockBooking, selectDue } from './bookings.queries.ts';
import { endRequest } from './end-request.ts';

const batchMax = 500;

/** Ends the requests that nobody answered in time; run every minute. */
export async function expireRequests(ctx: Ctx): Promise<void> {
  for (const id of await selectDue(ctx, 'requested', 'answer_by', batchMax))
    // One whose payment is in trouble must not keep the others from ending.
    await expireRequest(ctx, id).catch((error: unknown) =>
      ctx.log.error({ err: error, bookingId: id }, 'request not ended'),
    );
}

async function expireRequest(outer: Ctx, bookingId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const booking = await lockBooking(ctx, bookingId);
    if (!booking || !(await endRequest(ctx, booking, { trigger: 'unanswered' }))) return;
    await ctx.events.publish(ctx, requestUnanswered, { bookingId });
  });
}
