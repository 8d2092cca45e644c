import type { Updateable } from 'kysely';
import { settleCancelledCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { slotsChanged } from '../events.ts';
import type { BookingsTable } from '../tables.ts';
import type { Booking } from './bookings.queries.ts';
import { moveBooking } from './transitions.queries.ts';

interface End {
  trigger: 'declined' | 'unanswered' | 'withdrawn';
  set?: Updateable<BookingsTable>;
}

/**
 * Ends a request that comes to no lesson, within the caller's transaction: nothing is kept and the
 * slot is free. False when someone else was first, or while it may still be answered.
 */
export async function endRequest(
  ctx: Ctx,
  { id, chargeId, instructorId }: Booking,
  { trigger, set = {} }: End,
): Promise<boolean> {
  const due = trigger === 'unanswered' ? { due: 'answer_by' as const } : {};
  if (!(await moveBooking(ctx, { id, trigger, set, ...due }))) return false;
  if (chargeId)
    await settleCancelledCharge(ctx, { chargeId, keepMinor: 0, reason: `request_${trigger}` });
  await ctx.events.publish(ctx, slotsChanged, { instructorId });
  return true;
}
