import { m } from '../../messages/messages.js';
import type { Progress } from '../api/types.ts';

export type AchievementKey = Progress['achievements'][number]['key'];

/** What an achievement is called, and how it is earned. */
export const achievementTexts: Record<AchievementKey, { name: () => string; how: () => string }> = {
  sessions_1: { name: m.achievement_sessions_1, how: m.achievement_sessions_1_how },
  sessions_10: { name: m.achievement_sessions_10, how: m.achievement_sessions_10_how },
  sessions_50: { name: m.achievement_sessions_50, how: m.achievement_sessions_50_how },
  sessions_100: { name: m.achievement_sessions_100, how: m.achievement_sessions_100_how },
  sessions_365: { name: m.achievement_sessions_365, how: m.achievement_sessions_365_how },
  streak_3: { name: m.achievement_streak_3, how: m.achievement_streak_3_how },
  streak_7: { name: m.achievement_streak_7, how: m.achievement_streak_7_how },
  streak_30: { name: m.achievement_streak_30, how: m.achievement_streak_30_how },
  streak_100: { name: m.achievement_streak_100, how: m.achievement_streak_100_how },
  minutes_60: { name: m.achievement_minutes_60, how: m.achievement_minutes_60_how },
  minutes_600: { name: m.achievement_minutes_600, how: m.achievement_minutes_600_how },
  minutes_3000: { name: m.achievement_minutes_3000, how: m.achievement_minutes_3000_how },
  minutes_6000: { name: m.achievement_minutes_6000, how: m.achievement_minutes_6000_how },
  longest_45: { name: m.achievement_longest_45, how: m.achievement_longest_45_how },
  exercises_10: { name: m.achievement_exercises_10, how: m.achievement_exercises_10_how },
  exercises_50: { name: m.achievement_exercises_50, how: m.achievement_exercises_50_how },
  exercises_100: { name: m.achievement_exercises_100, how: m.achievement_exercises_100_how },
  areas_6: { name: m.achievement_areas_6, how: m.achievement_areas_6_how },
  sequences_3: { name: m.achievement_sequences_3, how: m.achievement_sequences_3_how },
  sequences_10: { name: m.achievement_sequences_10, how: m.achievement_sequences_10_how },
  mornings_5: { name: m.achievement_mornings_5, how: m.achievement_mornings_5_how },
  evenings_5: { name: m.achievement_evenings_5, how: m.achievement_evenings_5_how },
  steady_4: { name: m.achievement_steady_4, how: m.achievement_steady_4_how },
  steady_26: { name: m.achievement_steady_26, how: m.achievement_steady_26_how },
};
