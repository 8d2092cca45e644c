import { invalid, notFound } from '../../platform/errors/index.ts';
import type { Solution } from './solver/wish.ts';

export const libraryNotFound = () => notFound('library_not_found', 'There is no such library.');

export const exerciseNotFound = () => notFound('exercise_not_found', 'There is no such exercise.');

export const sequenceNotFound = () => notFound('sequence_not_found', 'There is no such sequence.');

const minutes = (seconds: number) => Math.floor(seconds / 60);

/** Why no practice could be made, in words; the facts go along in the details. */
export function noPractice(answer: Extract<Solution, { found: false }>) {
  const { found: _found, ...details } = answer;
  const refuse = (field: string, text: string) =>
    invalid(`practice_${answer.reason}`, text, { field, details });
  if (answer.reason === 'not_enough')
    return refuse(
      'minutes',
      `What fits this wish fills ${minutes(answer.secondsMax)} minutes at most.`,
    );
  if (answer.reason !== 'nothing_left')
    return refuse('minutes', 'A practice lasts between 3 and 120 minutes.');
  const { level, cautions } = answer.because;
  if (level + cautions === 0)
    return refuse('areas', 'The library holds no exercise for these areas.');
  return refuse(
    cautions >= level ? 'without' : 'level',
    `Nothing is left for this wish: your cautions leave out ${cautions} exercises, the level ${level}.`,
  );
}
