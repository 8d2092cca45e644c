import type { Stats } from './stats.ts';

const one = <const Key extends string>(key: Key, measure: keyof Stats, target: number) => ({
  /** Stands in the database: never changed, never used for another. Its words are the pages' own. */
  key,
  measure,
  /** Earned when what it measures reaches this. */
  target,
});

/** In the order in which they are shown. */
export const achievements = [
  one('sessions_1', 'sessions', 1),
  one('sessions_10', 'sessions', 10),
  one('sessions_50', 'sessions', 50),
  one('sessions_100', 'sessions', 100),
  one('sessions_365', 'sessions', 365),
  one('streak_3', 'bestStreak', 3),
  one('streak_7', 'bestStreak', 7),
  one('streak_30', 'bestStreak', 30),
  one('streak_100', 'bestStreak', 100),
  one('minutes_60', 'minutes', 60),
  one('minutes_600', 'minutes', 600),
  one('minutes_3000', 'minutes', 3_000),
  one('minutes_6000', 'minutes', 6_000),
  one('longest_45', 'longestMinutes', 45),
  one('exercises_10', 'exercises', 10),
  one('exercises_50', 'exercises', 50),
  one('exercises_100', 'exercises', 100),
  one('areas_6', 'areas', 6),
  one('sequences_3', 'sequences', 3),
  one('sequences_10', 'sequences', 10),
  one('mornings_5', 'mornings', 5),
  one('evenings_5', 'evenings', 5),
  one('steady_4', 'steadyWeeks', 4),
  one('steady_26', 'steadyWeeks', 26),
] as const;

type Achievement = ReturnType<typeof one>;
export type AchievementKey = (typeof achievements)[number]['key'];
export const achievementKeys = achievements.map(({ key }) => key);

/** How far along somebody is; never more than the target. */
export const doneOf = ({ measure, target }: Achievement, stats: Stats): number =>
  Math.min(target, stats[measure]);

export const isEarned = (achievement: Achievement, stats: Stats): boolean =>
  stats[achievement.measure] >= achievement.target;
