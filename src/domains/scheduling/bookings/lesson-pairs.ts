import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';

/** The two of a booking, and whether they have met. */
export interface LessonPair {
  bookingId: string;
  learnerId: string;
  instructorId: string;
  instructorPersonId: string;
  /** Some lesson of the two has begun, this one or another. */
  haveMet: boolean;
}

/** Of those bookings that have a learner; in one query. */
export async function findLessonPairs(
  ctx: Ctx,
  bookingIds: readonly string[],
): Promise<LessonPair[]> {
  if (bookingIds.length === 0) return [];
  const { rows } = await sql<LessonPair>`
    select booking.id as "bookingId", booking.learner_id as "learnerId",
      booking.instructor_id as "instructorId", booking.instructor_person_id as "instructorPersonId",
      exists (
        select from scheduling.bookings met
        where met.instructor_person_id = booking.instructor_person_id
          and met.learner_id = booking.learner_id
          and met.starts_at <= ${ctx.clock.now()}
          and met.status in ('confirmed', 'in_progress', 'completed', 'disputed')
      ) as "haveMet"
    from scheduling.bookings booking
    where booking.id = any(${[...bookingIds]}::uuid[])
      and booking.learner_id is not null
      and booking.confirmed_at is not null
      and booking.status in ('confirmed', 'in_progress', 'completed', 'disputed', 'no_show', 'cancelled')
  `.execute(ctx.db);
  return rows;
}
