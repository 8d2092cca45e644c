import type { Progress } from '../../../api/types.ts';

export interface Day {
  /** 2026-11-23 */
  day: string;
  seconds: number;
  /** After today. */
  isAhead: boolean;
}

const daysAWeek = 7;

/** That many days later. */
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

type Practised = Pick<Progress, 'today' | 'calendar'>;

function dayReader({ today, calendar }: Practised): (day: string) => Day {
  const seconds = new Map(calendar.days.map((one) => [one.day, one.seconds]));
  return (day) => ({ day, seconds: seconds.get(day) ?? 0, isAhead: day > today });
}

/** Whole weeks from the first day of the calendar, a Monday, each with its seven days. */
export function calendarWeeks(progress: Practised): Day[][] {
  const read = dayReader(progress);
  const weeks: Day[][] = [];
  let monday = progress.calendar.from;
  while (monday <= progress.today) {
    const first = monday;
    weeks.push(Array.from({ length: daysAWeek }, (_, at) => read(addDays(first, at))));
    monday = addDays(monday, daysAWeek);
  }
  return weeks;
}

/** The last days up to today, oldest first. */
export function lastDays(progress: Practised, count: number): Day[] {
  const read = dayReader(progress);
  return Array.from({ length: count }, (_, at) => read(addDays(progress.today, at + 1 - count)));
}

const minutesSteps = [10, 20, 30, 60, 90, 120, 180, 240, 300, 600, 900, 1_200, 1_800, 2_520];

/** Where an axis of minutes ends: the first even number at or above the most. */
export const axisEnd = (minutes: number): number =>
  minutesSteps.find((step) => step >= minutes) ?? Math.ceil(minutes / 600) * 600;

/** How strongly a day is coloured, from 0 for none to 4 for an hour and more. */
export function depthOf(seconds: number): 0 | 1 | 2 | 3 | 4 {
  if (seconds === 0) return 0;
  if (seconds < 10 * 60) return 1;
  if (seconds < 25 * 60) return 2;
  return seconds < 60 * 60 ? 3 : 4;
}

/** The outline of a petal that points up from the origin, so long. */
export function petalPath(length: number, width: number): string {
  const [half, belly] = [width / 2, length * 0.62];
  return `M0 0C${-half} ${-length * 0.3} ${-half} ${-belly} 0 ${-length}C${half} ${-belly} ${half} ${-length * 0.3} 0 0Z`;
}
