/** A stretch of one UTC offset. All times here are epoch milliseconds, all lengths milliseconds. */
interface OffsetSpan {
  from: number;
  until: number;
  offset: number;
}

/** Hours of one weekday (1 is Monday) as minutes of the wall clock; 1440 is the next midnight. */
export interface WeeklyRule {
  weekday: number;
  startMinute: number;
  endMinute: number;
}

/** Time in which a lesson may begin (`open` to `close`); it may run on until `runsUntil`. */
export interface Opening {
  open: number;
  close: number;
  runsUntil: number;
  /** The first grid point at or after `open`. */
  first: number;
}

const minute = 60_000;
const day = 86_400_000;

/** The offsets a zone goes through between two instants, so that slots need no lookup each. */
function offsetSpans(timeZone: string, from: number, until: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(timeZone);
  while (at.epochMilliseconds < until) {
    const next = at.getTimeZoneTransition('next');
    const end = Math.min(next?.epochMilliseconds ?? until, until);
    spans.push({
      from: at.epochMilliseconds,
      until: end,
      offset: at.offsetNanoseconds / 1_000_000,
    });
    if (!next) break;
    at = next;
  }
  return spans;
}

/**
 * When the instructor is open between two instants: whenever the wall clock of their zone reads
 * a time within the weekly rules. So hours inside a DST gap do not exist, and hours that a clock
 * shows twice are open twice. The grid starts with each rule.
 */
export function openings(
  {
    timeZone,
    rules,
    incrementMinutes,
  }: { timeZone: string; rules: readonly WeeklyRule[]; incrementMinutes: number },
  from: number,
  until: number,
): Opening[] {
  const found: Opening[] = [];
  // A day around the range: what was open before may run on into it, what is in it may run beyond.
  for (const span of offsetSpans(timeZone, from - day, until + day)) {
    const lastDay = Math.floor((span.until + span.offset) / day);
    for (let date = Math.floor((span.from + span.offset) / day); date <= lastDay; date++)
      for (const rule of rules)
        if (rule.weekday === weekdayOf(date)) {
          const opening = withinSpan(rule, date, span, incrementMinutes * minute);
          if (opening) found.push(opening);
        }
  }
  return joined(found.sort((a, b) => a.open - b.open));
}

function withinSpan(
  rule: WeeklyRule,
  date: number,
  span: OffsetSpan,
  increment: number,
): Opening | undefined {
  const start = date * day + rule.startMinute * minute - span.offset;
  const end = date * day + rule.endMinute * minute - span.offset;
  const open = Math.max(start, span.from);
  const close = Math.min(end, span.until);
  if (open >= close) return undefined;
  return {
    open,
    close,
    runsUntil: close,
    first: start + Math.ceil((open - start) / increment) * increment,
  };
}

/** A lesson may run on into the next opening when no time lies between (midnight, a DST change). */
function joined(openings: Opening[]): Opening[] {
  for (let i = openings.length - 2; i >= 0; i--)
    if (openings[i]!.close === openings[i + 1]!.open)
      openings[i]!.runsUntil = openings[i + 1]!.runsUntil;
  return openings;
}

/** ISO weekday of a day counted from 1970-01-01, a Thursday. */
function weekdayOf(date: number): number {
  return ((((date + 3) % 7) + 7) % 7) + 1;
}
