const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, timeZone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
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
  /** 18:00 */
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
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
export function formatTime(instant: string, style: keyof typeof styles, timeZone: string, locale: string): string {
  return formatOf(locale, timeZone, style, styles[style]).format(Date.parse(instant));
}

/** "Tue 18:00": a slot on a button. */
export function formatSlot(instant: string, timeZone: string, locale: string): string {
  return `${formatTime(instant, 'weekday', timeZone, locale)} ${formatTime(instant, 'time', timeZone, locale)}`;
}

/** The calendar date (YYYY-MM-DD) of an instant in a zone. */
export function dateIn(instant: string, timeZone: string): string {
  return formatOf('en-CA', timeZone, 'iso', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.parse(instant));
}

/** The zone as people say it: "London", "New York". */
export function zoneName(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
