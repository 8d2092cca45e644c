import { findInstructors, type Instructor } from '../../catalog/index.ts';
import { findPeople, type Person } from '../../identity/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Booking } from './bookings.queries.ts';

/** The two sides of a booking, as far as they can (still) be found. */
export interface Sides {
  instructor: Instructor | undefined;
  learner: Person | undefined;
}

/** Both sides of all these bookings in two queries. */
export async function loadSides(
  ctx: Ctx,
  bookings: readonly Booking[],
): Promise<(booking: Booking) => Sides> {
  const instructorIds = [...new Set(bookings.map(({ instructorId }) => instructorId))];
  const learnerIds = [...new Set(bookings.flatMap(({ learnerId }) => learnerId ?? []))];
  const instructors = new Map(
    (await findInstructors(ctx, instructorIds)).map((one) => [one.id, one]),
  );
  const learners = new Map((await findPeople(ctx, learnerIds)).map((one) => [one.id, one]));
  return ({ instructorId, learnerId }) => ({
    instructor: instructors.get(instructorId),
    learner: learnerId ? learners.get(learnerId) : undefined,
  });
}
