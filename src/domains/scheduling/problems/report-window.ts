import type { BookingStatus } from '../bookings/booking-states.ts';

/** How long the other side is waited for. */
const waitMinutes = 15;

/** Until when after the end something can be said about a lesson; its money is not sent on before. */
const reportHours = 48;

interface Lesson {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

export const reportsUntil = ({ endsAt }: Pick<Lesson, 'endsAt'>): Temporal.Instant =>
  endsAt.add({ hours: reportHours });

export const isOverForReports = (lesson: Lesson, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, reportsUntil(lesson)) > 0;

/** From then on nobody comes any more: 15 minutes after the start, or the end of a shorter lesson. */
export function hasWaited({ startsAt, endsAt }: Lesson, now: Temporal.Instant): boolean {
  const waited = startsAt.add({ minutes: waitMinutes });
  const first = Temporal.Instant.compare(waited, endsAt) < 0 ? waited : endsAt;
  return Temporal.Instant.compare(now, first) >= 0;
}

const reportable: readonly BookingStatus[] = ['confirmed', 'in_progress', 'completed', 'no_show'];

/** Whether the learner may say now that something went wrong. */
export const canReport = (
  booking: Lesson & { status: BookingStatus },
  now: Temporal.Instant,
): boolean =>
  reportable.includes(booking.status) &&
  Temporal.Instant.compare(now, booking.startsAt) >= 0 &&
  !isOverForReports(booking, now);
