import { m } from '../../../messages/messages.js';
import type { Booking } from '../../api/bookings.ts';

/** Links that add a lesson to the calendars most people use. */
export function calendarLinks(booking: Booking, lessonUrl: string) {
  const { id, startsAt, endsAt, place, placeName, title, counterpart } = booking;
  const summary = counterpart ? `${title} · ${counterpart.name}` : title;
  const location = place === 'online' ? m.checkout_where_online() : (placeName ?? '');
  const google = new URL('https://calendar.google.com/calendar/render');
  google.search = new URLSearchParams({
    action: 'TEMPLATE',
    text: summary,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details: lessonUrl,
    location,
  }).toString();
  const outlook = new URL('https://outlook.live.com/calendar/0/deeplink/compose');
  outlook.search = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: summary,
    startdt: startsAt,
    enddt: endsAt,
    body: lessonUrl,
    location,
  }).toString();
  return {
    file: `/api/v1/bookings/${id}/calendar.ics`,
    google: google.href,
    outlook: outlook.href,
  };
}

/** "2026-11-24T18:00:00Z" as iCalendar writes it: "20261124T180000Z". */
const compact = (instant: string) => `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
