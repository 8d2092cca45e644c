import type { Ctx, Person } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import {
  notYours,
  holdExpired,
  ownLesson,
  signInRequired,
  translateConstraint,
} from '../errors.ts';
import { type Booking, lockHolder, setClaim } from './bookings.queries.ts';
import { endStaleHolds } from './end-hold.ts';
import { getBookingAs, isLiveHold } from './get-booking.ts';

/**
 * Gives a guest's hold to the person who has signed in since. Claiming twice is no harm. Throws
 * conflict hold_expired or learner_busy, forbidden own_lesson.
 */
export async function claimBooking(outer: Ctx, bookingId: string): Promise<void> {
  const { actor } = outer;
  if (actor.kind !== 'person') throw signInRequired();
  try {
    await inTransaction(outer, (ctx) => claim(ctx, actor, bookingId));
  } catch (error) {
    throw translateConstraint(error);
  }
}

async function claim(ctx: Ctx, person: Person, bookingId: string): Promise<void> {
  // One learner's claims and requests take turns, so that two overlapping ones don't deadlock.
  await lockHolder(ctx, { learnerId: person.id, guestKeyHash: null });
  const { booking, role } = await getBookingAs(ctx, bookingId, { lock: true });
  if (role === 'learner') return;
  if (booking.instructorPersonId === person.id) throw ownLesson();
  if (role !== 'guest') throw notYours();
  if (!isLiveHold(ctx, booking)) throw holdExpired();
  await endStaleHolds(ctx, { ...inTheWayOf(booking), learnerId: person.id });
  await setClaim(ctx, bookingId, person.id);
}

function inTheWayOf({ instructorId, startsAt, endsAt }: Booking) {
  const lesson = { from: startsAt, until: endsAt };
  return { instructorId, blocked: lesson, lesson };
}
