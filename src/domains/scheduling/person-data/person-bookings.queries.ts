import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { readAll } from '../../../platform/person-data/index.ts';
import { type BookingStatus, occupyingStatuses } from '../bookings/booking-states.ts';
import type { Booking } from '../bookings/bookings.queries.ts';
import { tables } from '../tables.ts';

export type Side = 'learner' | 'instructor';

const personOf = {
  learner: 'learner_id',
  instructor: 'instructor_person_id',
} as const;

export type BookingOfPerson = Pick<
  Booking,
  | 'id'
  | 'reference'
  | 'status'
  | 'title'
  | 'subjectSlug'
  | 'place'
  | 'placeName'
  | 'startsAt'
  | 'endsAt'
  | 'priceMinor'
  | 'commissionMinor'
  | 'refundMinor'
  | 'currency'
  | 'chargeId'
  | 'holdExpiresAt'
  | 'createdAt'
  | 'confirmedAt'
  | 'cancelledAt'
  | 'cancelledBy'
  | 'noShowBy'
  | 'noShowNote'
  | 'answerBy'
  | 'declineNote'
>;

/** Every booking of one side, whatever became of it, in the order of the lessons. */
export const selectBookingsOf = (
  ctx: Ctx,
  personId: string,
  side: Side,
): Promise<BookingOfPerson[]> =>
  readAll<BookingOfPerson>(({ after, limit }) =>
    tables(ctx)
      .selectFrom('scheduling.bookings')
      .select([
        'id',
        'reference',
        'status',
        'title',
        'subject_slug as subjectSlug',
        'place',
        'place_name as placeName',
        'starts_at as startsAt',
        'ends_at as endsAt',
        'price_minor as priceMinor',
        'commission_minor as commissionMinor',
        'refund_minor as refundMinor',
        'currency',
        'charge_id as chargeId',
        'hold_expires_at as holdExpiresAt',
        'created_at as createdAt',
        'confirmed_at as confirmedAt',
        'cancelled_at as cancelledAt',
        'cancelled_by as cancelledBy',
        'no_show_by as noShowBy',
        'no_show_note as noShowNote',
        'answer_by as answerBy',
        'decline_note as declineNote',
      ])
      .where(personOf[side], '=', personId)
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(starts_at, id) > (${after!.startsAt.toString()}::timestamptz, ${after!.id}::uuid)`,
        ),
      )
      .orderBy('starts_at')
      .orderBy('id')
      .limit(limit)
      .execute(),
  );

/** Whether it still takes somebody's time; a hold that has run out does not. */
export function isAhead(
  { status, holdExpiresAt }: { status: BookingStatus; holdExpiresAt: Temporal.Instant | null },
  now: Temporal.Instant,
): boolean {
  if (status === 'held') return Temporal.Instant.compare(holdExpiresAt!, now) > 0;
  return (occupyingStatuses as readonly BookingStatus[]).includes(status);
}

/** The learner's zone says where they were; what was written of them goes, what became of it stays. */
export async function forgetLearnerSide(ctx: Ctx, personId: string): Promise<void> {
  await tables(ctx)
    .updateTable('scheduling.bookings')
    .set({ learner_time_zone: 'UTC', no_show_note: null, decline_note: null })
    .where('learner_id', '=', personId)
    .execute();
  await tables(ctx)
    .updateTable('scheduling.problems')
    .set({ description: null })
    .where('reported_by', '=', personId)
    .execute();
}

/** What somebody reported about their lessons, in their words. */
export const selectProblemsOf = (ctx: Ctx, personId: string) =>
  tables(ctx)
    .selectFrom('scheduling.problems')
    .select([
      'booking_id as bookingId',
      'kind',
      'description',
      'reported_at as reportedAt',
      'settled_at as settledAt',
      'refund_minor as refundMinor',
    ])
    .where('reported_by', '=', personId)
    .orderBy('id')
    .execute();

/** The title was the instructor's words and the place theirs; the subject's name says enough. */
export async function forgetInstructorSide(
  ctx: Ctx,
  personId: string,
  subjectNames: Readonly<Record<string, string>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('scheduling.bookings')
    .set({
      title: sql<string>`coalesce(${JSON.stringify(subjectNames)}::jsonb ->> subject_slug, subject_slug)`,
      place_name: null,
      no_show_note: null,
      decline_note: null,
      instructor_time_zone: 'UTC',
    })
    .where('instructor_person_id', '=', personId)
    .execute();
}

export async function deleteAvailability(ctx: Ctx, instructorId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('scheduling.availability_settings')
    .where('instructor_id', '=', instructorId)
    .execute();
}
