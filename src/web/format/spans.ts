import { m } from '../../messages/messages.js';
import { dateIn, formatTime, zoneName } from './times.ts';

interface Span {
  /** ISO 8601. */
  startsAt: string;
  endsAt: string;
}

/** "18:00–19:00" */
export function formatHours({ startsAt, endsAt }: Span, timeZone: string, locale: string): string {
  return `${formatTime(startsAt, 'time', timeZone, locale)}–${formatTime(endsAt, 'time', timeZone, locale)}`;
}

/** "Tuesday 24 November, 18:00–19:00" */
export function formatSpan(span: Span, timeZone: string, locale: string): string {
  return `${formatTime(span.startsAt, 'longDay', timeZone, locale)}, ${formatHours(span, timeZone, locale)}`;
}

/** "Mon 23 Nov, 18:00" */
export function formatMoment(instant: string, timeZone: string, locale: string): string {
  return `${formatTime(instant, 'day', timeZone, locale)}, ${formatTime(instant, 'time', timeZone, locale)}`;
}

/** The same span on the other side's clock, "13:00–14:00 in New York"; undefined where the clocks agree. */
export function formatElsewhere(
  span: Span,
  zones: { mine: string; theirs: string },
  locale: string,
): string | undefined {
  const { mine, theirs } = zones;
  const sameDay = dateIn(span.startsAt, mine) === dateIn(span.startsAt, theirs);
  const hours = formatHours(span, theirs, locale);
  if (sameDay && hours === formatHours(span, mine, locale)) return undefined;
  const time = sameDay ? hours : `${formatTime(span.startsAt, 'day', theirs, locale)}, ${hours}`;
  return m.checkout_time_there({ time, zone: zoneName(theirs) });
}
