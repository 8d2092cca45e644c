import { languages } from './languages.ts';
import { making } from './making.ts';
import { movement } from './movement.ts';
import { school } from './school.ts';
import { stringsAndKeys } from './strings-and-keys.ts';
import type { SubjectText } from './types.ts';
import { voiceWindAndDrums } from './voice-wind-and-drums.ts';

export { closings, groups, reviewText } from './groups.ts';
export type { Group, SubjectText } from './types.ts';

export const subjectTexts: Record<string, SubjectText> = {
  ...stringsAndKeys,
  ...voiceWindAndDrums,
  ...school,
  ...languages,
  ...movement,
  ...making,
};
