import type { Stats } from './stats.ts';

export interface Achievement {
  /** Stands in the database: never changed, never used for another. */
  key: string;
  name: string;
  description: string;
  /** Earned when what it measures reaches this. */
  target: number;
  measure: keyof Stats;
}

const one = (
  key: string,
  name: string,
  measure: keyof Stats,
  target: number,
  description: string,
): Achievement => ({ key, name, measure, target, description });

/** In the order in which they are shown. */
export const achievements: readonly Achievement[] = [
  one('sessions_1', 'First practice', 'sessions', 1, 'Finish a practice.'),
  one('sessions_10', 'Ten times', 'sessions', 10, 'Finish ten practices.'),
  one('sessions_50', 'A habit', 'sessions', 50, 'Finish fifty practices.'),
  one('sessions_100', 'Hundredfold', 'sessions', 100, 'Finish a hundred practices.'),
  one('sessions_365', "A year's worth", 'sessions', 365, 'Finish 365 practices.'),
  one('streak_3', 'Three in a row', 'bestStreak', 3, 'Practise on three days in a row.'),
  one('streak_7', 'A whole week', 'bestStreak', 7, 'Practise on seven days in a row.'),
  one('streak_30', 'A whole month', 'bestStreak', 30, 'Practise on thirty days in a row.'),
  one('streak_100', 'A hundred days', 'bestStreak', 100, 'Practise on a hundred days in a row.'),
  one('minutes_60', 'The first hour', 'minutes', 60, 'Practise for an hour in all.'),
  one('minutes_600', 'Ten hours', 'minutes', 600, 'Practise for ten hours in all.'),
  one('minutes_3000', 'Fifty hours', 'minutes', 3_000, 'Practise for fifty hours in all.'),
  one('minutes_6000', 'A hundred hours', 'minutes', 6_000, 'Practise for a hundred hours in all.'),
  one('longest_45', 'Long breath', 'longestMinutes', 45, 'Practise for 45 minutes at once.'),
  one('exercises_10', 'Curious', 'exercises', 10, 'Practise ten different exercises.'),
  one('exercises_50', 'Well travelled', 'exercises', 50, 'Practise fifty different exercises.'),
  one('exercises_100', 'Explorer', 'exercises', 100, 'Practise a hundred different exercises.'),
  one('areas_6', 'Balanced', 'areas', 6, 'Practise for six different areas.'),
  one('sequences_3', 'Three ways', 'sequences', 3, 'Finish three different sequences.'),
  one('sequences_10', 'Ten ways', 'sequences', 10, 'Finish ten different sequences.'),
  one('mornings_5', 'Early bird', 'mornings', 5, 'Begin five practices before 7 in the morning.'),
  one(
    'evenings_5',
    'Night owl',
    'evenings',
    5,
    'Begin five practices at 9 in the evening or later.',
  ),
  one('steady_4', 'Steady', 'steadyWeeks', 4, 'Practise on three days of a week, in four weeks.'),
  one(
    'steady_26',
    'Half a year',
    'steadyWeeks',
    26,
    'Practise on three days of a week, in 26 weeks.',
  ),
];

/** How far along somebody is; never more than the target. */
export const doneOf = ({ measure, target }: Achievement, stats: Stats): number =>
  Math.min(target, stats[measure]);

export const isEarned = (achievement: Achievement, stats: Stats): boolean =>
  stats[achievement.measure] >= achievement.target;
