import type { Ctx } from '../../../platform/context.ts';
import { getRecords, getVariety, listDays, type PractisedDay } from './progress.queries.ts';
import { type Streak, streakOf } from './streak.ts';
import { countWeeks } from './weeks.ts';

/** What achievements are measured by. */
export interface Stats {
  sessions: number;
  minutes: number;
  bestStreak: number;
  /** Different ones. */
  exercises: number;
  sequences: number;
  areas: number;
  longestMinutes: number;
  /** Sessions that began before 7. */
  mornings: number;
  /** Sessions that began at 21 or later. */
  evenings: number;
  /** Weeks with practice on three days or more. */
  steadyWeeks: number;
}

export interface History {
  today: Temporal.PlainDate;
  days: PractisedDay[];
  streak: Streak;
  stats: Stats;
}

/**
 * Today where the person is. One who practised further east has seen a later day already: then that
 * one, so that travelling west takes nothing away.
 */
export function todayOf(
  now: Temporal.Instant,
  timeZone: string,
  days: readonly { day: string }[],
): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const last = days.at(-1);
  if (!last) return today;
  const lastDay = Temporal.PlainDate.from(last.day);
  return Temporal.PlainDate.compare(lastDay, today) > 0 ? lastDay : today;
}

const steadyDays = 3;

/** Three queries, however much was practised. */
export async function readHistory(
  ctx: Ctx,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<History> {
  const days = await listDays(ctx, id);
  const today = todayOf(ctx.clock.now(), timeZone, days);
  const { longestSeconds, ...records } = await getRecords(ctx, id);
  const dates = days.map(({ day }) => Temporal.PlainDate.from(day));
  const streak = streakOf(dates, today);
  const stats: Stats = {
    ...records,
    ...(await getVariety(ctx, id)),
    sessions: days.reduce((sum, { sessions }) => sum + sessions, 0),
    minutes: Math.floor(days.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
    bestStreak: streak.best,
    longestMinutes: Math.floor(longestSeconds / 60),
    steadyWeeks: countWeeks(dates, steadyDays),
  };
  return { today, days, streak, stats };
}
