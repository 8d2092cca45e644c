import type { Week } from '../progress/weeks.ts';
import type { GoalKind } from '../tables.ts';

export interface Goal {
  kind: GoalKind;
  target: number;
  since: Temporal.Instant;
}

export const goalKinds = ['days_per_week', 'minutes_per_week'] as const satisfies GoalKind[];

/** Six hours a day. */
export const targetRange: Record<GoalKind, { min: number; max: number }> = {
  days_per_week: { min: 1, max: 7 },
  minutes_per_week: { min: 5, max: 2_520 },
};

/** How far a goal is reached in this week. */
export function goalState({ kind, target, since }: Goal, week: Week) {
  const done = kind === 'days_per_week' ? week.days : Math.floor(week.seconds / 60);
  return { kind, target, since: since.toString(), week: week.week, done, reached: done >= target };
}
