import type { ChargeView } from '../../payments/index.ts';
import { subtract } from '../../../platform/money/index.ts';
import type { BookingRole } from '../policy.ts';
import { chargeTimeOf, commissionOf, isFarAhead, priceOf } from './booking.ts';
import { isPayable } from './booking-states.ts';
import type { Booking } from './bookings.queries.ts';
import { deadlinesOf } from './cancellation-policy.ts';
import { problemView } from '../problems/problem-view.ts';
import type { Problem } from '../problems/problems.queries.ts';
import { canReport, hasWaited, isOverForReports, reportsUntil } from '../problems/report-window.ts';
import { isOpenRequest } from './open-request.ts';
import type { Sides } from './sides.ts';

interface Viewer {
  /** The latest problem that the learner reported. */
  problem?: Problem | undefined;
  /** Of a lesson that was cancelled. */
  charge?: ChargeView | undefined;
  role: BookingRole;
  sides: Sides;
  now: Temporal.Instant;
}

/** The booking as one of its sides sees it. */
export function bookingView(booking: Booking, viewer: Viewer) {
  const price = priceOf(booking);
  const commission = commissionOf(booking);
  return {
    ...lessonView(booking, viewer),
    serviceId: booking.serviceId,
    instructorId: booking.instructorId,
    marketCode: booking.marketCode,
    learnerTimeZone: booking.learnerTimeZone,
    instructorTimeZone: booking.instructorTimeZone,
    price,
    split: { instructor: subtract(price, commission), commission },
    policy: policyView(booking),
    byHand: booking.byHand,
    declineNote: booking.declineNote,
    paidTooLate: booking.paidTooLateAt !== null,
    cancellation: cancellationView(booking, viewer.charge),
    chargedAt: chargedAtOf(booking, viewer.now),
    paymentNeeded: booking.paymentNeededAt !== null && viewer.role === 'learner',
    noShowBy: booking.noShowBy,
    reportsUntil: reportsUntil(booking).toString(),
    problem: viewer.problem
      ? problemView(viewer.problem, { currency: booking.currency, role: viewer.role })
      : null,
    actions: actionsOf(booking, viewer),
  };
}

/** A lesson that was far ahead when it was booked is charged two days before, to a saved card. */
function chargedAtOf({ startsAt, createdAt }: Booking, now: Temporal.Instant): string | null {
  const at = chargeTimeOf(startsAt);
  const isAhead = isFarAhead(startsAt, createdAt) && Temporal.Instant.compare(now, at) < 0;
  return isAhead ? at.toString() : null;
}

/** The short form: a row of a list, a block of the week. */
export function lessonView(booking: Booking, { role, sides, now }: Viewer) {
  return {
    id: booking.id,
    reference: booking.reference,
    status: statusAt(booking, now),
    viewer: role,
    title: booking.title,
    subjectSlug: booking.subjectSlug,
    startsAt: booking.startsAt.toString(),
    endsAt: booking.endsAt.toString(),
    place: booking.place,
    placeName: booking.placeName,
    price: priceOf(booking),
    answerBy: booking.answerBy?.toString() ?? null,
    holdExpiresAt: booking.status === 'held' ? (booking.holdExpiresAt?.toString() ?? null) : null,
    counterpart: counterpartOf(booking, role, sides),
  };
}

/** A hold or a request that has run out is expired, whether or not a job has come by. */
function statusAt(booking: Booking, now: Temporal.Instant) {
  const { status, holdExpiresAt } = booking;
  const over =
    status === 'requested'
      ? !isOpenRequest(booking, now)
      : status === 'held' && holdExpiresAt && Temporal.Instant.compare(holdExpiresAt, now) <= 0;
  return over ? 'expired' : status;
}

/** The other side. An instructor learns who it is once they are asked, or the lesson is theirs to give. */
function counterpartOf(booking: Booking, role: BookingRole, { instructor, learner }: Sides) {
  if (role !== 'instructor')
    return instructor
      ? { name: instructor.displayName, slug: instructor.slug, portrait: instructor.portrait }
      : null;
  const known = (booking.confirmedAt !== null || booking.answerBy !== null) && learner;
  return known ? { name: learner.displayName, slug: null, portrait: null } : null;
}

function policyView(booking: Booking) {
  const { policy, startsAt, createdAt } = booking;
  const deadlines = deadlinesOf({ policy, price: priceOf(booking), startsAt, bookedAt: createdAt });
  return {
    kind: policy.kind,
    deadlines: deadlines.map((deadline) => ({ ...deadline, until: deadline.until.toString() })),
  };
}

function cancellationView(booking: Booking, charge: ChargeView | undefined) {
  const { cancelledAt, cancelledBy, refundMinor, currency, confirmedAt } = booking;
  if (!cancelledAt || !cancelledBy) return null;
  return {
    at: cancelledAt.toString(),
    by: cancelledBy,
    refund: { minor: refundMinor ?? 0, currency },
    money: charge?.money ?? 'untouched',
    withdrawn: confirmedAt === null,
  };
}

function actionsOf(booking: Booking, viewer: Viewer) {
  const { role, now } = viewer;
  const held = statusAt(booking, now) === 'held';
  const ahead =
    booking.status === 'confirmed' && Temporal.Instant.compare(now, booking.startsAt) < 0;
  const asked = isOpenRequest(booking, now);
  const paying = role === 'learner' || role === 'guest';
  return {
    claim: held && role === 'guest',
    checkout: held && paying,
    release: held && paying,
    accept: asked && role === 'instructor',
    decline: asked && role === 'instructor',
    cancel: role === 'learner' ? ahead || asked : ahead && role === 'instructor',
    calendar: booking.confirmedAt !== null && (role === 'learner' || role === 'instructor'),
    pay: isPayable(booking.status) && role === 'learner' && booking.paymentNeededAt !== null,
    reportNoShow: canReportNoShow(booking, viewer),
    reportProblem: canReportProblem(booking, viewer),
  };
}

/** A learner says it as a problem, which somebody looks into; an instructor is believed at once. */
function canReportNoShow(booking: Booking, viewer: Viewer): boolean {
  const { role, now } = viewer;
  if (role !== 'instructor') return canReportProblem(booking, viewer) && hasWaited(booking, now);
  const { status } = booking;
  const isOn = status === 'in_progress' || status === 'completed';
  return isOn && hasWaited(booking, now) && !isOverForReports(booking, now);
}

function canReportProblem(booking: Booking, { role, problem, now }: Viewer): boolean {
  const isOpen = problem !== undefined && problem.settledAt === null;
  return role === 'learner' && !isOpen && canReport(booking, now);
}
