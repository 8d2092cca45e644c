const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(
  locale: string,
  timeZone: string,
  name: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${name}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formats.set(key, format);
    // Visitors name their own zones: keep the memory of them small.
    if (formats.size > 500) formats.delete(formats.keys().next().value ?? '');
  }
  return format;
}

const styles = {
  /** 18:00, or 6:00 pm where people say so */
  time: { timeStyle: 'short' },
  /** Tue 14 Oct */
  day: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Tuesday 14 October */
  longDay: { weekday: 'long', day: 'numeric', month: 'long' },
  /** Tue */
  weekday: { weekday: 'short' },
  /** 14 October 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** October 2026 */
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** An instant (ISO 8601 text) in a zone, in one of the house's styles. */
export function formatTime(
  instant: string,
  style: keyof typeof styles,
  timeZone: string,
  locale: string,
): string {
  return formatOf(locale, timeZone, style, styles[style]).format(Date.parse(instant));
}

const soonMs = 6 * 86_400_000;

/** The day of a slot on a button: "Tue" within the week, "Tue 14 Oct" after it. */
export function formatSlotDay(
  instant: string,
  now: string,
  timeZone: string,
  locale: string,
): string {
  const soon = Date.parse(instant) - Date.parse(now) < soonMs;
  return formatTime(instant, soon ? 'weekday' : 'day', timeZone, locale);
}

/** The calendar date (YYYY-MM-DD) of an instant in a zone. */
export function dateIn(instant: string, timeZone: string): string {
  return formatOf('en-CA', timeZone, 'iso', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(Date.parse(instant));
}

/** The zone as people say it: "London", "New York". */
export function zoneName(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
