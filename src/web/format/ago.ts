import { m } from '../../messages/messages.js';
import { formatMoment } from './spans.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const formats = new Map<string, Intl.RelativeTimeFormat>();

/** "just now", "5 minutes ago", "3 hours ago", and from a day on "Mon 23 Nov, 18:00". */
export function formatAgo(instant: string, now: string, timeZone: string, locale: string): string {
  const passedMs = Date.parse(now) - Date.parse(instant);
  if (passedMs < 2 * minuteMs) return m.ago_now();
  if (passedMs < hourMs) return relative(locale).format(-Math.floor(passedMs / minuteMs), 'minute');
  if (passedMs < 24 * hourMs)
    return relative(locale).format(-Math.floor(passedMs / hourMs), 'hour');
  return formatMoment(instant, timeZone, locale);
}

function relative(locale: string): Intl.RelativeTimeFormat {
  const known = formats.get(locale) ?? new Intl.RelativeTimeFormat(locale);
  formats.set(locale, known);
  return known;
}
