import type { Ctx } from '../../../platform/context.ts';
import { sql } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import {
  type BookingStatus,
  occupyingStatuses,
  pastStatuses,
  payableStatuses,
} from './booking-states.ts';
import type { Holder } from './holder.ts';

const columns = [
  'id',
  'reference',
  'status',
  'learner_id as learnerId',
  'guest_key_hash as guestKeyHash',
  'instructor_id as instructorId',
  'instructor_person_id as instructorPersonId',
  'service_id as serviceId',
  'subject_slug as subjectSlug',
  'title',
  'place',
  'place_name as placeName',
  'market_code as marketCode',
  'starts_at as startsAt',
  'ends_at as endsAt',
  'learner_time_zone as learnerTimeZone',
  'instructor_time_zone as instructorTimeZone',
  'price_minor as priceMinor',
  'commission_minor as commissionMinor',
  'currency',
  'policy',
  'by_hand as byHand',
  'notice_minutes as noticeMinutes',
  'answer_by as answerBy',
  'decline_note as declineNote',
  'charge_id as chargeId',
  'hold_expires_at as holdExpiresAt',
  'created_at as createdAt',
  'confirmed_at as confirmedAt',
  'cancelled_at as cancelledAt',
  'cancelled_by as cancelledBy',
  'refund_minor as refundMinor',
  'paid_too_late_at as paidTooLateAt',
  'payment_needed_at as paymentNeededAt',
  'no_show_by as noShowBy',
  'no_show_note as noShowNote',
  'sequence',
] as const;

const bookings = (ctx: Ctx) => tables(ctx).selectFrom('scheduling.bookings').select(columns);

export type Booking = NonNullable<Awaited<ReturnType<typeof findBooking>>>;

// Literals, so that the planner sees at once that a partial index serves the query.
const statusIn = (statuses: readonly BookingStatus[]) =>
  sql<boolean>`status in (${sql.join(statuses.map((status) => sql.lit(status)))})`;

const isHeld = statusIn(['held']);

export const findBooking = (ctx: Ctx, id: string) =>
  bookings(ctx).where('id', '=', id).executeTakeFirst();

/** The booking that a person means by the reference they read out. */
export async function findBookingIdByReference(
  ctx: Ctx,
  reference: string,
): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('scheduling.bookings')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row?.id;
}

/** Reads the booking and locks it until the transaction ends. */
export const lockBooking = (ctx: Ctx, id: string) =>
  bookings(ctx).where('id', '=', id).forUpdate().executeTakeFirst();

interface Range {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

const rangeOf = ({ from, until }: Range) => sql`tstzrange(${from}, ${until})`;

/** What takes the time of these instructors, in order; a hold that has run out takes none. */
export function selectBusy(ctx: Ctx, instructorIds: readonly string[], range: Range) {
  const wanted = sql<{ id: string }>`unnest(${[...instructorIds]}::uuid[])`;
  return (
    tables(ctx)
      // A join, because the exclusion constraint's index finds one instructor at a time.
      .selectFrom(wanted.as<'wanted'>(sql`wanted (id)`))
      .innerJoin('scheduling.bookings', 'instructor_id', 'wanted.id')
      .select([
        'instructor_id as instructorId',
        sql<Temporal.Instant>`lower(blocked)`.as('from'),
        sql<Temporal.Instant>`upper(blocked)`.as('until'),
      ])
      .where(sql<boolean>`blocked && ${rangeOf(range)}`)
      .where(statusIn(occupyingStatuses))
      .where(sql<boolean>`(status <> 'held' or hold_expires_at > ${ctx.clock.now()})`)
      .orderBy('from')
      .execute()
  );
}

/** Makes the requests of one holder take turns until the transaction ends. */
export async function lockHolder(ctx: Ctx, { learnerId, guestKeyHash }: Holder): Promise<void> {
  const key = `scheduling.holder:${learnerId ?? guestKeyHash?.toString('hex')}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.db);
}

/** The holds that have not run out, as learner and as guest. */
export function selectLiveHolds(ctx: Ctx, { learnerId, guestKeyHash }: Holder) {
  return tables(ctx)
    .selectFrom('scheduling.bookings')
    .select(['id', 'service_id as serviceId', 'starts_at as startsAt'])
    .where(isHeld)
    .where('hold_expires_at', '>', ctx.clock.now())
    .where(({ or, and, eb }) =>
      or([
        ...(learnerId ? [eb('learner_id', '=', learnerId)] : []),
        ...(guestKeyHash
          ? [and([eb('guest_key_hash', '=', guestKeyHash), eb('learner_id', 'is', null)])]
          : []),
      ]),
    )
    .execute();
}

/** Holds that have run out but still stand in the way; locked in one order, so that nobody deadlocks. */
export function lockStaleHolds(
  ctx: Ctx,
  {
    instructorId,
    learnerId,
    blocked,
    lesson,
  }: { instructorId: string; learnerId: string | null; blocked: Range; lesson: Range },
) {
  return tables(ctx)
    .selectFrom('scheduling.bookings')
    .select(['id', 'instructor_id as instructorId', 'charge_id as chargeId'])
    .where(isHeld)
    .where('hold_expires_at', '<=', ctx.clock.now())
    .where(({ or, and, eb }) =>
      or([
        and([eb('instructor_id', '=', instructorId), sql<boolean>`blocked && ${rangeOf(blocked)}`]),
        ...(learnerId
          ? [
              and([
                eb('learner_id', '=', learnerId),
                sql<boolean>`tstzrange(starts_at, ends_at) && ${rangeOf(lesson)}`,
              ]),
            ]
          : []),
      ]),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function isInstructorBusy(
  ctx: Ctx,
  instructorId: string,
  blocked: Range,
): Promise<boolean> {
  return (await selectBusy(ctx, [instructorId], blocked)).length > 0;
}

/** The block that a booking stands for: the lesson with its buffers, as they were when it was made. */
export async function selectBlocked(ctx: Ctx, id: string): Promise<Range> {
  return tables(ctx)
    .selectFrom('scheduling.bookings')
    .select([
      sql<Temporal.Instant>`lower(blocked)`.as('from'),
      sql<Temporal.Instant>`upper(blocked)`.as('until'),
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

export async function setClaim(ctx: Ctx, id: string, learnerId: string): Promise<void> {
  await tables(ctx)
    .updateTable('scheduling.bookings')
    .set({ learner_id: learnerId })
    .where('id', '=', id)
    .execute();
}

export async function setHoldEnd(ctx: Ctx, id: string, end: Temporal.Instant): Promise<void> {
  await tables(ctx)
    .updateTable('scheduling.bookings')
    .set({ hold_expires_at: end })
    .where('id', '=', id)
    .execute();
}

/** Marks an expired hold as paid too late; false when it is marked already, or not expired. */
export async function markPaidTooLate(ctx: Ctx, id: string): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('scheduling.bookings')
    .set({ paid_too_late_at: ctx.clock.now() })
    .where('id', '=', id)
    .where('status', '=', 'expired')
    .where('answer_by', 'is', null)
    .where('paid_too_late_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Notes that the learner must see to the payment, or no more. False when that is known. */
export async function setPaymentNeeded(ctx: Ctx, id: string, needed: boolean): Promise<boolean> {
  const result = await tables(ctx)
    .updateTable('scheduling.bookings')
    .set({ payment_needed_at: needed ? ctx.clock.now() : null })
    .where('id', '=', id)
    .where('payment_needed_at', needed ? 'is' : 'is not', null)
    .$if(needed, (query) => query.where('status', 'in', payableStatuses))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

type Clocked = 'hold_expires_at' | 'answer_by' | 'starts_at' | 'ends_at';

/** Bookings of a state whose moment has come, the longest due first. */
export async function selectDue(
  ctx: Ctx,
  status: BookingStatus,
  due: Clocked,
  limit: number,
): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('scheduling.bookings')
    .select('id')
    .where(statusIn([status]))
    .where(due, '<=', ctx.clock.now())
    .orderBy(due)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export interface LessonsPage {
  learnerId: string;
  when: 'upcoming' | 'past';
  after?: { startsAt: string; id: string } | undefined;
  limit: number;
}

/** A learner's lessons: the next first, or the last first. */
export function selectLessons(
  ctx: Ctx,
  { learnerId, when, after, limit }: LessonsPage,
): Promise<Booking[]> {
  const upcoming = when === 'upcoming';
  const order = upcoming ? 'asc' : 'desc';
  const beyond = sql.raw(upcoming ? '>' : '<');
  let page = bookings(ctx)
    .where('learner_id', '=', learnerId)
    .where(statusIn(upcoming ? occupyingStatuses : pastStatuses));
  if (upcoming)
    page = page.where(sql<boolean>`(status <> 'held' or hold_expires_at > ${ctx.clock.now()})`);
  if (after)
    page = page.where(
      sql<boolean>`(starts_at, id) ${beyond} (${after.startsAt}::timestamptz, ${after.id}::uuid)`,
    );
  return page.orderBy('starts_at', order).orderBy('id', order).limit(limit).execute();
}

/** What an instructor's calendar shows of a range: whatever takes or took its time. */
export function selectCalendar(
  ctx: Ctx,
  instructorPersonId: string,
  { from, until }: Range,
): Promise<Booking[]> {
  return bookings(ctx)
    .where('instructor_person_id', '=', instructorPersonId)
    .where('starts_at', '>=', from)
    .where('starts_at', '<', until)
    .where(statusIn([...occupyingStatuses, 'completed', 'no_show', 'disputed']))
    .where(sql<boolean>`(status <> 'held' or hold_expires_at > ${ctx.clock.now()})`)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
}
