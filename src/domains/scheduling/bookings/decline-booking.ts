import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { requestOver } from '../errors.ts';
import { bookingDeclined } from '../events.ts';
import { endRequest } from './end-request.ts';
import { lockRequest } from './open-request.ts';

export interface DeclineBooking {
  bookingId: string;
  /** The instructor's words to the learner. */
  note?: string | undefined;
}

/**
 * The instructor does not take the lesson: nothing is kept and the slot is free; saying so twice is
 * no harm. Throws what lockRequest throws.
 */
export async function declineBooking(
  outer: Ctx,
  { bookingId, note }: DeclineBooking,
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const booking = await lockRequest(ctx, bookingId, 'declined');
    if (!booking) return;
    const set = { decline_note: note ?? null };
    if (!(await endRequest(ctx, booking, { trigger: 'declined', set })))
      throw requestOver(booking.status);
    await ctx.events.publish(ctx, bookingDeclined, { bookingId });
  });
}
