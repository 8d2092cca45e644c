import type { Ctx } from '../../../platform/context.ts';
import { getAvailability } from '../availability/set-availability.ts';
import { openings } from '../slots/openings.ts';
import { lessonView } from './booking-view.ts';
import { selectCalendar } from './bookings.queries.ts';
import { loadSides } from './sides.ts';

interface Teacher {
  id: string;
  personId: string;
  timeZone: string;
}

/** Seven days of an instructor's calendar in their zone: when they are open, and what is booked. */
export async function viewWeek(
  ctx: Ctx,
  instructor: Teacher,
  firstDay: Temporal.PlainDate | undefined,
) {
  const availability = await getAvailability(ctx, instructor);
  const { timeZone } = availability;
  const now = ctx.clock.now();
  const first = firstDay ?? mondayOf(now.toZonedDateTimeISO(timeZone).toPlainDate());
  const from = first.toZonedDateTime(timeZone).toInstant();
  const until = first.add({ days: 7 }).toZonedDateTime(timeZone).toInstant();
  const bookings = await selectCalendar(ctx, instructor.personId, { from, until });
  const sidesOf = await loadSides(ctx, bookings);
  return {
    from: first.toString(),
    timeZone,
    open: openWithin(availability, from.epochMilliseconds, until.epochMilliseconds),
    lessons: bookings.map((booking) =>
      lessonView(booking, { role: 'instructor', sides: sidesOf(booking), now }),
    ),
  };
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}

function openWithin(availability: Parameters<typeof openings>[0], from: number, until: number) {
  const text = (time: number) => Temporal.Instant.fromEpochMilliseconds(time).toString();
  return openings(availability, from, until)
    .filter(({ open, close }) => open < until && close > from)
    .map(({ open, close }) => ({
      from: text(Math.max(open, from)),
      until: text(Math.min(close, until)),
    }));
}
