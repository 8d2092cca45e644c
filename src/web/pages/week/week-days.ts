import type { Lesson, Week } from '../../api/bookings.ts';
import { dateIn } from '../../format/times.ts';

/** Minutes of a day's wall clock. */
interface Stretch {
  from: number;
  until: number;
}

export interface WeekDay {
  /** YYYY-MM-DD */
  date: string;
  open: Stretch[];
  lessons: (Stretch & { lesson: Lesson })[];
}

const day = 24 * 60;

/** A calendar date some days on. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The week's seven days with what happens on each, on the wall clock of its zone. */
export function weekDays({ from, timeZone, open, lessons }: Week): WeekDay[] {
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(from, index);
    return {
      date,
      open: open
        .map((hours) => within(date, hours.from, hours.until, timeZone))
        .filter((hours) => hours !== undefined),
      lessons: lessons.flatMap((lesson) => {
        const stretch = within(date, lesson.startsAt, lesson.endsAt, timeZone);
        return stretch ? [{ ...stretch, lesson }] : [];
      }),
    };
  });
}

/** The part of a span that lies on a date. */
function within(date: string, from: string, until: string, timeZone: string): Stretch | undefined {
  const starts = dateIn(from, timeZone);
  const ends = dateIn(until, timeZone);
  if (starts > date || ends < date) return undefined;
  const stretch = {
    from: starts === date ? minuteOf(from, timeZone) : 0,
    until: ends === date ? minuteOf(until, timeZone) : day,
  };
  return stretch.until > stretch.from ? stretch : undefined;
}

function minuteOf(instant: string, timeZone: string): number {
  const { hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
  return hour * 60 + minute;
}

/** A cell of the grid: some quarters of an hour of one day. */
export interface Cell {
  kind: 'closed' | 'open' | 'lesson';
  /** Quarters of an hour since midnight, and how many. */
  at: number;
  quarters: number;
  lesson?: Lesson;
}

/** Hours of the day that the grid shows: whatever is used, and office hours where nothing is. */
export function shownHours(days: WeekDay[]): { first: number; last: number } {
  const used = days.flatMap(({ open, lessons }) => [...open, ...lessons]);
  if (used.length === 0) return { first: 9, last: 18 };
  return {
    first: Math.floor(Math.min(...used.map(({ from }) => from)) / 60),
    last: Math.ceil(Math.max(...used.map(({ until }) => until)) / 60),
  };
}

/** One day of the grid from top to bottom, without gaps. A cell never crosses a full hour unless it is a lesson. */
export function dayCells(
  { open, lessons }: WeekDay,
  { first, last }: { first: number; last: number },
): Cell[] {
  const cells: Cell[] = [];
  let at = first * 4;
  const end = last * 4;
  const booked = lessons.map(({ from, until, lesson }) => ({
    at: Math.floor(from / 15),
    end: Math.ceil(until / 15),
    lesson,
  }));
  while (at < end) {
    const lesson = booked.find((one) => one.at <= at && one.end > at);
    if (lesson) {
      const quarters = Math.min(lesson.end, end) - at;
      cells.push({ kind: 'lesson', at, quarters, lesson: lesson.lesson });
      at += quarters;
      continue;
    }
    const kind = open.some(({ from, until }) => from <= at * 15 && until > at * 15)
      ? 'open'
      : 'closed';
    const previous = cells.at(-1);
    if (previous && previous.kind === kind && at % 4 !== 0) previous.quarters += 1;
    else cells.push({ kind, at, quarters: 1 });
    at += 1;
  }
  return cells;
}

/** "17:00" of a minute of the day; the next midnight is "24:00". */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
