import { m } from '../../../messages/messages.js';
import type { ExerciseCard, MakeBody } from '../../api/types.ts';

export type Level = ExerciseCard['level'];
export type Caution = NonNullable<MakeBody['without']>[number];

export const levelNames: Record<Level, () => string> = {
  beginner: m.practice_level_beginner,
  intermediate: m.practice_level_intermediate,
  advanced: m.practice_level_advanced,
};
export const levels = Object.keys(levelNames) as Level[];

export const cautionNames: Record<Caution, () => string> = {
  ankles: m.practice_caution_ankles,
  dizziness: m.practice_caution_dizziness,
  elbows: m.practice_caution_elbows,
  'eye-pressure': m.practice_caution_eye_pressure,
  feet: m.practice_caution_feet,
  fingers: m.practice_caution_fingers,
  hamstrings: m.practice_caution_hamstrings,
  headache: m.practice_caution_headache,
  heart: m.practice_caution_heart,
  'high-blood-pressure': m.practice_caution_high_blood_pressure,
  hips: m.practice_caution_hips,
  knees: m.practice_caution_knees,
  'low-blood-pressure': m.practice_caution_low_blood_pressure,
  'lower-back': m.practice_caution_lower_back,
  neck: m.practice_caution_neck,
  osteoporosis: m.practice_caution_osteoporosis,
  pregnancy: m.practice_caution_pregnancy,
  'recent-surgery': m.practice_caution_recent_surgery,
  reflux: m.practice_caution_reflux,
  ribs: m.practice_caution_ribs,
  shoulders: m.practice_caution_shoulders,
  wrists: m.practice_caution_wrists,
};
export const cautions = Object.keys(cautionNames) as Caution[];

/** A word of an exercise's body, as the API lists them; one that is new there is shown as it is. */
export const cautionName = (caution: string): string =>
  cautionNames[caution as Caution]?.() ?? titled(caution);

/** Areas are content, like the names of poses: "lower-back" is shown as "Lower back". */
export const titled = (slug: string): string => {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** BCP 47 of what an exercise is called in its field's own tongue. */
export const originalLanguage: Record<string, string | undefined> = {
  yoga: 'sa-Latn',
  piano: 'it',
};

/** To the nearest minute, as lengths are named: 903 s is "15 min". */
export const minutesText = (seconds: number): string =>
  m.practice_minutes({ minutes: Math.round(seconds / 60) });

/** "30 s", or "30 s each side". */
export const secondsText = ({ seconds, twoSided }: { seconds: number; twoSided: boolean }) =>
  twoSided ? m.practice_seconds_each({ seconds }) : m.practice_seconds({ seconds });

/** "4:05", counted from the beginning. */
export const clockText = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
