import { type Ctx, personOf } from '../../../platform/context.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { goalState } from '../goals/goal.ts';
import { listGoalRows } from '../goals/goals.queries.ts';
import { achievements, doneOf } from './achievements.ts';
import { balanceOf } from './balance.ts';
import { listEarned, listExercisesSince } from './progress.queries.ts';
import { type History, readHistory } from './stats.ts';
import { lastWeeks, mondayOf, weekFrom } from './weeks.ts';

const rangeDaysMax = 366;

export interface ProgressRange {
  /** First and last day of the calendar; by default the last twelve weeks. */
  from?: string | undefined;
  to?: string | undefined;
  /** Where the person is; by default as the account says. */
  timeZone?: string | undefined;
}

/** All that one's own practice adds up to. Throws `invalid` range_backwards, range_too_long. */
export async function getProgress(ctx: Ctx, range: ProgressRange) {
  const { id, timeZone } = personOf(ctx);
  const history = await readHistory(ctx, { id, timeZone: range.timeZone ?? timeZone });
  const { days, today, streak } = history;
  const weeks = lastWeeks(days, today);
  const firstDay = weeks[0]!.week;
  const recent = await listExercisesSince(ctx, id, Temporal.PlainDate.from(firstDay));
  const goals = await listGoalRows(ctx, id);
  const earned = await listEarned(ctx, id);
  return {
    today: today.toString(),
    sessions: history.stats.sessions,
    seconds: days.reduce((sum, { seconds }) => sum + seconds, 0),
    streak,
    calendar: calendarOf(history, range, firstDay),
    areas: balanceOf(recent),
    weeks,
    goals: goals.map((goal) => goalState(goal, weekFrom(days, mondayOf(today)))),
    achievements: achievementsOf(history, earned),
  };
}

function calendarOf({ days, today }: History, range: ProgressRange, first: string) {
  const to = range.to ?? today.toString();
  const from = range.from ?? (range.to === undefined ? first : daysBefore(to, rangeDaysMax - 1));
  if (from > to)
    throw invalid('range_backwards', 'The first day lies after the last.', { field: 'from' });
  if (daysBefore(to, rangeDaysMax - 1) > from)
    throw invalid('range_too_long', `A calendar shows at most ${rangeDaysMax} days.`, {
      field: 'from',
    });
  return { from, to, days: days.filter(({ day }) => day >= from && day <= to) };
}

const daysBefore = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();

function achievementsOf(
  { stats }: History,
  earned: readonly { key: string; earnedAt: Temporal.Instant }[],
) {
  const earnedAt = new Map(earned.map((one) => [one.key, one.earnedAt.toString()]));
  return achievements.map((one) => ({
    key: one.key,
    target: one.target,
    done: earnedAt.has(one.key) ? one.target : doneOf(one, stats),
    earnedAt: earnedAt.get(one.key) ?? null,
  }));
}
