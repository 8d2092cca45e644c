/** The texts are English, so dates and money are written as an English reader expects them, in the region's order. */
export function textLocale(locale: string): string {
  return locale.startsWith('en') ? locale : 'en-GB';
}

interface Span {
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
}

/** "Tuesday, 24 November 2026, 18:00 – 19:00 (London time, GMT)" */
export function spanInZone({ startsAt, endsAt }: Span, timeZone: string, locale: string): string {
  return `${day(startsAt, timeZone, locale)}, ${clockTimes({ startsAt, endsAt }, timeZone, locale)} (${zoneName(startsAt, timeZone, locale)})`;
}

/** The same span elsewhere, short; undefined where the clocks agree. */
export function spanElsewhere(
  span: Span,
  zones: { theirs: string; mine: string },
  locale: string,
): string | undefined {
  const theirs = span.startsAt.toZonedDateTimeISO(zones.theirs);
  const mine = span.startsAt.toZonedDateTimeISO(zones.mine);
  if (theirs.toPlainDateTime().equals(mine.toPlainDateTime())) return undefined;
  const times = `${clockTimes(span, zones.theirs, locale)} in ${cityOf(zones.theirs)}`;
  return theirs.toPlainDate().equals(mine.toPlainDate())
    ? times
    : `${shortDay(span.startsAt, zones.theirs, locale)}, ${times}`;
}

/** "Mon 23 Nov, 18:00 (London time, GMT)" */
export function momentInZone(instant: Temporal.Instant, timeZone: string, locale: string): string {
  return `${shortDay(instant, timeZone, locale)}, ${clockTime(instant, timeZone, locale)} (${zoneName(instant, timeZone, locale)})`;
}

function clockTimes({ startsAt, endsAt }: Span, timeZone: string, locale: string): string {
  return `${clockTime(startsAt, timeZone, locale)} – ${clockTime(endsAt, timeZone, locale)}`;
}

function day(instant: Temporal.Instant, timeZone: string, locale: string): string {
  return instant.toLocaleString(textLocale(locale), {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

function shortDay(instant: Temporal.Instant, timeZone: string, locale: string): string {
  return instant.toLocaleString(textLocale(locale), {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  });
}

function clockTime(instant: Temporal.Instant, timeZone: string, locale: string): string {
  return instant.toLocaleString(textLocale(locale), {
    timeZone,
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** Named by its city, which says more than an abbreviation, with the offset that then holds. */
function zoneName(instant: Temporal.Instant, timeZone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(textLocale(locale), {
    timeZone,
    timeZoneName: 'shortOffset',
  }).formatToParts(instant.epochMilliseconds);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace(/\+0$/, '') ?? '';
  return timeZone === 'UTC' ? 'UTC' : `${cityOf(timeZone)} time, ${offset}`;
}

function cityOf(timeZone: string): string {
  return timeZone.split('/').at(-1)!.replaceAll('_', ' ');
}
