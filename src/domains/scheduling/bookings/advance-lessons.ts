import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { bookingCompleted } from '../events.ts';
import { findBooking, selectDue } from './bookings.queries.ts';
import { takeTheMoney } from './take-the-money.ts';
import { moveBooking } from './transitions.queries.ts';

const batchMax = 500;

/** Begins the lessons whose start has come and ends those whose end has; run every minute. */
export async function advanceLessons(ctx: Ctx): Promise<void> {
  for (const id of await selectDue(ctx, 'confirmed', 'starts_at', batchMax))
    await moveBooking(ctx, { id, trigger: 'lesson_began', due: 'starts_at' });
  for (const id of await selectDue(ctx, 'in_progress', 'ends_at', batchMax))
    // One lesson whose payment is in trouble must not keep the others from ending.
    await completeLesson(ctx, id).catch((error: unknown) =>
      ctx.log.error({ err: error, bookingId: id }, 'lesson not completed'),
    );
}

async function completeLesson(outer: Ctx, id: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    if (!(await moveBooking(ctx, { id, trigger: 'lesson_ended', due: 'ends_at' }))) return;
    const booking = await findBooking(ctx, id);
    if (booking?.chargeId) await takeTheMoney(ctx, booking.chargeId);
    await ctx.events.publish(ctx, bookingCompleted, { bookingId: id });
  });
}
