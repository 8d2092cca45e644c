import type { PractisedDay } from './progress.queries.ts';

/** How far back charts and the balance of areas look. */
const weeksShown = 12;

/** The first day of its week (ISO 8601). */
export const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });

export interface Week {
  /** Its Monday. */
  week: string;
  days: number;
  sessions: number;
  seconds: number;
}

/** What was practised in the week that begins on that Monday. */
export function weekFrom(days: readonly PractisedDay[], monday: Temporal.PlainDate): Week {
  const [week, next] = [monday.toString(), monday.add({ weeks: 1 }).toString()];
  // Dates in this form sort as texts.
  const within = days.filter(({ day }) => day >= week && day < next);
  return {
    week,
    days: within.length,
    sessions: within.reduce((sum, { sessions }) => sum + sessions, 0),
    seconds: within.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

/** The last weeks, oldest first, also those without practice. */
export function lastWeeks(days: readonly PractisedDay[], today: Temporal.PlainDate): Week[] {
  const first = mondayOf(today).subtract({ weeks: weeksShown - 1 });
  const firstDay = first.toString();
  const recent = days.filter(({ day }) => day >= firstDay);
  return Array.from({ length: weeksShown }, (_, at) => weekFrom(recent, first.add({ weeks: at })));
}

const aMonday = Temporal.PlainDate.from('1970-01-05');

/** In how many weeks there were so many days or more; each day is given once. */
export function countWeeks(dates: readonly Temporal.PlainDate[], daysMin: number): number {
  const weeks = Map.groupBy(dates, (date) => Math.floor(aMonday.until(date).days / 7));
  return [...weeks.values()].filter(({ length }) => length >= daysMin).length;
}
