import { getInstructor } from '../../catalog/index.ts';
import { getPerson } from '../../identity/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { type Money, money, subtract } from '../../../platform/money/index.ts';
import { bookingNotFound } from '../errors.ts';
import type { CancelledBy, LessonPlace } from '../tables.ts';
import { commissionOf, isFarAhead, payUntilOf, priceOf, wasCharged } from './booking.ts';
import type { BookingStatus } from './booking-states.ts';
import { type Booking, findBooking } from './bookings.queries.ts';
import { type Deadline, deadlinesOf, keptCommission } from './cancellation-policy.ts';

export interface MailSide {
  personId: string;
  displayName: string;
  email: string;
  /** IANA zone in which this side reads the times. */
  timeZone: string;
  locale: string;
}

/** All that a mail about a booking tells, to either side. */
export interface BookingForMail {
  id: string;
  reference: string;
  status: BookingStatus;
  title: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  price: Money;
  commission: Money;
  /** What a cancellation gave back, and the commission on what it kept. */
  refund?: Money;
  keptCommission?: Money;
  cancelledBy?: CancelledBy;
  /** It was only asked for: no lesson was cancelled. */
  withdrawn: boolean;
  /** Of what was asked for: until when its instructor answers, or had to; and their words with a decline. */
  answerBy: Temporal.Instant | null;
  declineNote: string | null;
  /** False where it was cancelled before its saved card was charged: there is nothing to give back. */
  isCharged: boolean;
  /** A card was saved at checkout, and is charged later. */
  paysLater: boolean;
  /** It was declined, and the learner must do something until then. */
  paymentNeeded: boolean;
  payUntil: Temporal.Instant;
  place: LessonPlace;
  placeName: string | null;
  deadlines: Deadline[];
  /** RFC 5545 SEQUENCE of the invitation. */
  sequence: number;
  learner: MailSide;
  instructor: MailSide & { slug: string };
}

/** Throws not_found for a hold that nobody has claimed: there is no one to write to. */
export async function getBookingForMail(ctx: Ctx, bookingId: string): Promise<BookingForMail> {
  const booking = await findBooking(ctx, bookingId);
  if (!booking?.learnerId) throw bookingNotFound();
  const learner = await getPerson(ctx, booking.learnerId);
  const teacher = await getPerson(ctx, booking.instructorPersonId);
  const profile = await getInstructor(ctx, { id: booking.instructorId });
  return {
    ...facts(booking),
    learner: { ...side(learner), timeZone: booking.learnerTimeZone },
    instructor: {
      ...side(teacher),
      displayName: profile.displayName,
      slug: profile.slug,
      timeZone: booking.instructorTimeZone,
    },
  };
}

function side({
  id,
  displayName,
  email,
  locale,
}: {
  id: string;
  displayName: string;
  email: string;
  locale: string;
}) {
  return { personId: id, displayName, email, locale };
}

function facts(booking: Booking) {
  const {
    id,
    reference,
    status,
    title,
    startsAt,
    endsAt,
    place,
    placeName,
    sequence,
    policy,
    createdAt,
  } = booking;
  const price = priceOf(booking);
  const commission = commissionOf(booking);
  return {
    id,
    reference,
    status,
    title,
    startsAt,
    endsAt,
    price,
    commission,
    ...(booking.refundMinor !== null &&
      cancelled(price, commission, money(booking.refundMinor, booking.currency))),
    ...(booking.cancelledBy && { cancelledBy: booking.cancelledBy }),
    withdrawn: status === 'cancelled' && booking.confirmedAt === null,
    answerBy: booking.answerBy,
    declineNote: booking.declineNote,
    place,
    placeName,
    isCharged: wasCharged(booking),
    paysLater: isFarAhead(startsAt, createdAt),
    paymentNeeded: booking.paymentNeededAt !== null,
    payUntil: payUntilOf(booking),
    deadlines: deadlinesOf({ policy, price, startsAt, bookedAt: createdAt }),
    sequence,
  };
}

function cancelled(price: Money, commission: Money, refund: Money) {
  const kept = subtract(price, refund);
  return { refund, keptCommission: keptCommission(commission, { refund, kept }) };
}
