import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Ctx } from '../../../platform/context.ts';
import { notConfirmed, notYours } from '../errors.ts';
import { type BookingForMail, getBookingForMail } from './booking-for-mail.ts';
import { getBookingAs } from './get-booking.ts';

interface CalendarOptions {
  /** publish: a file to keep. request, cancel: an invitation by mail (RFC 5546). */
  method: 'publish' | 'request' | 'cancel';
  /** Whose copy it is: names the other side, and carries the own address as attendee. */
  reader: 'learner' | 'instructor';
  /** Address of the sender, for invitations. */
  organizerEmail?: string;
  publicUrl: string;
  now: Temporal.Instant;
}

const methods = {
  publish: ICalCalendarMethod.PUBLISH,
  request: ICalCalendarMethod.REQUEST,
  cancel: ICalCalendarMethod.CANCEL,
} as const;

/** The lesson as iCalendar (RFC 5545): UTC times, and the same UID in file and mail for ever. */
export function bookingCalendar(booking: BookingForMail, options: CalendarOptions): string {
  const { method, reader, organizerEmail, publicUrl, now } = options;
  const other = reader === 'learner' ? booking.instructor : booking.learner;
  const cancelled = booking.status === 'cancelled';
  const calendar = ical({
    prodId: { company: 'Etude', product: 'Lessons', language: 'EN' },
    method: methods[method],
  });
  const event = calendar.createEvent({
    id: `booking-${booking.id}@etude`,
    sequence: booking.sequence,
    stamp: now,
    start: booking.startsAt,
    end: booking.endsAt,
    summary: `${booking.title} · ${other.displayName}`,
    description: `Booking ${booking.reference}\n${publicUrl}/lessons/${booking.id}`,
    url: `${publicUrl}/lessons/${booking.id}`,
    location: booking.place === 'online' ? 'Online' : booking.placeName,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (organizerEmail && method !== 'publish') {
    event.organizer({ name: 'Etude', email: organizerEmail });
    const { displayName: name, email } = booking[reader];
    event.createAttendee({
      name,
      email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
    });
  }
  return calendar.toString();
}

/** The calendar file of a confirmed (or since cancelled) lesson, for its two sides. Throws not_confirmed. */
export async function getBookingCalendar(ctx: Ctx, bookingId: string): Promise<string> {
  const { booking, role } = await getBookingAs(ctx, bookingId);
  if (role !== 'learner' && role !== 'instructor') throw notYours();
  if (!booking.confirmedAt) throw notConfirmed();
  return bookingCalendar(await getBookingForMail(ctx, bookingId), {
    method: 'publish',
    reader: role,
    publicUrl: ctx.config.publicUrl,
    now: ctx.clock.now(),
  });
}
