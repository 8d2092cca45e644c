export interface Streak {
  /** Days practised in a row up to today, or yesterday while today is still open. */
  current: number;
  best: number;
  /** Whether the current one lives on its grace day: practise today or it ends. */
  atRisk: boolean;
}

/** One missed day in seven is forgiven. */
const graceEveryDays = 7;

/** Days in a row without a miss, numbered from 1970 on. */
interface Run {
  first: number;
  last: number;
}

/**
 * Counts days, as the person's own calendar had them when they practised: later travel changes none.
 * A missed day ends a streak unless the last forgiven one lies a week back; it does not count itself.
 * `days` in any order, the same day once or often; days after today are left out.
 */
export function streakOf(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Streak {
  const now = numberOf(today);
  const runs = runsOf(days.map(numberOf).filter((day) => day <= now));
  let best = 0;
  let current = 0;
  let atRisk = false;
  // From each run on, since a streak may begin late to keep its grace for a later miss.
  for (let at = 0; at < runs.length; at += 1) {
    const { length, last, forgiven } = streakFrom(runs, at);
    best = Math.max(best, length);
    const missed = now - last - 1;
    const lives = missed < 1 || (missed === 1 && mayForgive(last + 1, forgiven));
    if (lives && length > current) [current, atRisk] = [length, missed === 1];
  }
  return { current, best, atRisk };
}

const numberOf = (day: Temporal.PlainDate): number =>
  Temporal.PlainDate.from('1970-01-01').until(day).days;

function runsOf(days: readonly number[]): Run[] {
  const runs: Run[] = [];
  for (const day of [...new Set(days)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last + 1 === day) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

function streakFrom(
  runs: readonly Run[],
  start: number,
): { length: number; last: number; forgiven: number | undefined } {
  let { last } = runs[start]!;
  let length = last - runs[start]!.first + 1;
  let forgiven: number | undefined;
  for (let at = start + 1; at < runs.length; at += 1) {
    const run = runs[at]!;
    if (run.first !== last + 2 || !mayForgive(last + 1, forgiven)) break;
    forgiven = last + 1;
    length += run.last - run.first + 1;
    last = run.last;
  }
  return { length, last, forgiven };
}

const mayForgive = (missed: number, before: number | undefined): boolean =>
  before === undefined || missed - before >= graceEveryDays;
