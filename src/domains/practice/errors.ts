import { conflict, invalid, notFound } from '../../platform/errors/index.ts';
import type { Solution } from './solver/wish.ts';

export const libraryNotFound = () => notFound('library_not_found', 'There is no such library.');

export const exerciseNotFound = () => notFound('exercise_not_found', 'There is no such exercise.');

export const sequenceNotFound = () => notFound('sequence_not_found', 'There is no such sequence.');

export const sessionNotFound = () =>
  notFound('practice_session_not_found', 'You have no practice session with this id.');

/** Says no more of the other one than that it has the id. */
export const sessionIdTaken = () =>
  conflict('session_id_taken', 'This id can not be used. Send the session again with a new one.', {
    field: 'id',
  });

export const noteNotFound = () => notFound('note_not_found', 'You have no note on this exercise.');

export const favouritesFull = (favouritesMax: number) =>
  conflict('favourites_full', `You have ${favouritesMax} favourites. Remove one to add another.`);

export const instructorNotFound = () =>
  notFound('instructor_not_found', 'There is no such instructor.');

export const dayFull = (sessionsMax: number) =>
  conflict('day_full', `A day holds at most ${sessionsMax} practice sessions.`, {
    field: 'finishedAt',
  });

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
