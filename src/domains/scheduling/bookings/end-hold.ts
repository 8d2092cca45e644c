import { abandonCharge } from '../../payments/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { bookingExpired, slotsChanged } from '../events.ts';
import { findBooking, lockStaleHolds, selectDue } from './bookings.queries.ts';
import { moveBooking } from './transitions.queries.ts';

export const expireHoldJob = 'scheduling.expire-hold';

const sweepMax = 500;

interface Hold {
  id: string;
  instructorId: string;
  chargeId: string | null;
}

/** Enqueues the end of a hold; it comes to nothing if the hold is extended or paid by then. */
export async function expireHoldLater(
  ctx: Ctx,
  bookingId: string,
  at: Temporal.Instant,
): Promise<void> {
  await ctx.jobs.enqueue(ctx, expireHoldJob, { bookingId }, { startAt: at });
}

/** Ends the hold if it has run out; else leaves it alone. */
export async function expireHold(outer: Ctx, bookingId: string): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const booking = await findBooking(ctx, bookingId);
    if (booking) await endHold(ctx, booking, 'hold_ended');
  });
}

/** Ends every hold that has run out: what a lost or late job left behind. */
export async function sweepHolds(ctx: Ctx): Promise<void> {
  for (const id of await selectDue(ctx, 'held', 'hold_expires_at', sweepMax))
    await expireHold(ctx, id);
}

/**
 * Ends the stale holds that stand in the way of a new one, in the transaction of the new one:
 * the exclusion constraint cannot know the time, so it still counts them.
 */
export async function endStaleHolds(
  ctx: Ctx,
  inTheWayOf: Parameters<typeof lockStaleHolds>[1],
): Promise<void> {
  for (const hold of await lockStaleHolds(ctx, inTheWayOf)) await endHold(ctx, hold, 'hold_ended');
}

/** Ends a hold within the caller's transaction. False when it is no longer held, or not yet over. */
export async function endHold(
  ctx: Ctx,
  hold: Hold,
  trigger: 'hold_ended' | 'released',
): Promise<boolean> {
  const due = trigger === 'hold_ended' ? { due: 'hold_expires_at' as const } : {};
  if (!(await moveBooking(ctx, { id: hold.id, trigger, ...due }))) return false;
  if (hold.chargeId) await abandonCharge(ctx, hold.chargeId);
  await ctx.events.publish(ctx, bookingExpired, { bookingId: hold.id });
  await ctx.events.publish(ctx, slotsChanged, { instructorId: hold.instructorId });
  return true;
}
