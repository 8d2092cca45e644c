import { type Opening, openings, type WeeklyRule } from './openings.ts';

/** All that decides an instructor's slots. Busy ranges are disjoint and in order, buffers included. */
export interface Diary {
  /** IANA zone in which the rules are read. */
  timeZone: string;
  rules: readonly WeeklyRule[];
  incrementMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  horizonDays: number;
  busy: readonly BusyRange[];
}

/** Epoch milliseconds, `until` excluded. */
export interface BusyRange {
  from: number;
  until: number;
}

/** What is asked for: a lesson of this length, with this notice, seen from now. */
export interface Lesson {
  durationMinutes: number;
  noticeMinutes: number;
  now: Temporal.Instant;
}

/** Why a start is not offered. */
export type SlotReason =
  | 'past'
  | 'too_soon'
  | 'beyond_horizon'
  | 'dst_gap'
  | 'outside_hours'
  | 'not_on_grid'
  | 'busy';

const minute = 60_000;
const day = 86_400_000;

/** The starts offered from one instant until before another, in order. */
export function offers(
  diary: Diary,
  lesson: Lesson,
  range: { from: Temporal.Instant; until: Temporal.Instant },
): Temporal.Instant[] {
  const { earliest, latest } = bounds(diary, lesson);
  const from = Math.max(range.from.epochMilliseconds, earliest);
  const until = Math.min(range.until.epochMilliseconds, latest + 1);
  if (from >= until) return [];
  const isBusy = busyCheck(diary, lesson);
  return openings(diary, from, until)
    .flatMap((opening) => startsWithin(opening, diary, lesson, from, until))
    .filter((start) => !isBusy(start))
    .map((start) => Temporal.Instant.fromEpochMilliseconds(start));
}

/**
 * The first offer of each of the next days that have one, at most `count`, from now (or from a later
 * instant) on: three starts a quarter of an hour apart would be hardly a choice.
 */
export function firstOffersOfDays(
  diary: Diary,
  lesson: Lesson,
  count: number,
  from = lesson.now,
): Temporal.Instant[] {
  const found = new Map<string, Temporal.Instant>();
  const { earliest, latest } = bounds(diary, lesson);
  if (diary.rules.length === 0) return [];
  for (
    let week = Math.max(earliest, from.epochMilliseconds);
    week <= latest && found.size < count;
    week += 7 * day
  )
    for (const start of offers(diary, lesson, {
      from: Temporal.Instant.fromEpochMilliseconds(week),
      until: Temporal.Instant.fromEpochMilliseconds(week + 7 * day),
    })) {
      const date = start.toZonedDateTimeISO(diary.timeZone).toPlainDate().toString();
      if (!found.has(date)) found.set(date, start);
    }
  return [...found.values()].slice(0, count);
}

/** Why this start is not among the offers; undefined when it is. */
export function whyNot(
  diary: Diary,
  lesson: Lesson,
  startsAt: Temporal.Instant,
): SlotReason | undefined {
  const start = startsAt.epochMilliseconds;
  const { earliest, latest } = bounds(diary, lesson);
  if (start <= lesson.now.epochMilliseconds) return 'past';
  if (start < earliest) return 'too_soon';
  if (start > latest) return 'beyond_horizon';
  const end = start + lesson.durationMinutes * minute;
  const opening = openings(diary, start, end).find(
    ({ open, close }) => open <= start && start < close,
  );
  if (!opening || end > opening.runsUntil) return 'outside_hours';
  const onGrid = (start - opening.first) % (diary.incrementMinutes * minute) === 0;
  if (!onGrid || BigInt(start) * 1_000_000n !== startsAt.epochNanoseconds) return 'not_on_grid';
  return busyCheck(diary, lesson)(start) ? 'busy' : undefined;
}

/**
 * The same for a time on the instructor's wall clock ("Tuesday 5 pm"). A time that the clock
 * shows twice is judged by its first occurrence.
 */
export function whyNotLocal(
  diary: Diary,
  lesson: Lesson,
  local: Temporal.PlainDateTime,
): SlotReason | undefined {
  const start = local.toZonedDateTime(diary.timeZone);
  if (!start.toPlainDateTime().equals(local)) return 'dst_gap';
  return whyNot(diary, lesson, start.toInstant());
}

/** The earliest and the latest start that notice and horizon allow; both count elapsed time. */
function bounds(
  diary: Diary,
  { now, noticeMinutes }: Lesson,
): { earliest: number; latest: number } {
  return {
    // A lesson never starts in the very instant in which it is booked.
    earliest: now.epochMilliseconds + Math.max(noticeMinutes * minute, 1),
    latest: now.epochMilliseconds + diary.horizonDays * day,
  };
}

function startsWithin(
  opening: Opening,
  diary: Diary,
  lesson: Lesson,
  from: number,
  until: number,
): number[] {
  const increment = diary.incrementMinutes * minute;
  const last = Math.min(
    opening.close - 1,
    opening.runsUntil - lesson.durationMinutes * minute,
    until - 1,
  );
  const skipped = Math.max(0, Math.ceil((from - opening.first) / increment));
  const starts: number[] = [];
  for (let start = opening.first + skipped * increment; start <= last; start += increment)
    starts.push(start);
  return starts;
}

/** Whether the lesson with its buffers would touch a busy range. Asked in any order. */
function busyCheck(diary: Diary, lesson: Lesson): (start: number) => boolean {
  const before = diary.bufferBeforeMinutes * minute;
  const after = (lesson.durationMinutes + diary.bufferAfterMinutes) * minute;
  return (start) => {
    // Binary search for the first range that ends after the lesson's block begins.
    let low = 0;
    let high = diary.busy.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (diary.busy[middle]!.until <= start - before) low = middle + 1;
      else high = middle;
    }
    return low < diary.busy.length && diary.busy[low]!.from < start + after;
  };
}
