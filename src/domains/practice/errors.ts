import { conflict, forbidden, invalid, notFound } from '../../platform/errors/index.ts';
import type { Solution } from './solver/wish.ts';

export const libraryNotFound = () => notFound('library_not_found', 'There is no such library.');

export const exerciseNotFound = () => notFound('exercise_not_found', 'There is no such exercise.');

export const sequenceNotFound = () => notFound('sequence_not_found', 'There is no such sequence.');

export const ownSequenceNotFound = () =>
  notFound('sequence_not_found', 'You have no sequence with this address.');

export const sequencesFull = (sequencesMax: number) =>
  conflict('sequences_full', `You have ${sequencesMax} sequences. Delete one to keep another.`);

export const sequenceChanged = (version: number) =>
  conflict(
    'sequence_changed',
    'This sequence was saved somewhere else meanwhile. Save again to put this in its place.',
    { field: 'version', details: { version } },
  );

export const stepUnknown = (at: number) =>
  invalid('exercise_not_found', 'There is no such exercise in this library.', {
    field: `steps.${at}.exercise`,
  });

export const lessonNotFound = () =>
  notFound('lesson_not_found', 'You have no lesson with this id to give homework for.');

export const notMetYet = () =>
  conflict('not_met_yet', 'Homework can be given once you have had a first lesson together.');

export const homeworkNotFound = () =>
  notFound('homework_not_found', 'There is no such homework of yours.');

export const alreadyGiven = () =>
  conflict('homework_given', 'This learner has this sequence as homework already.', {
    field: 'sequence',
  });

export const homeworkFull = (openMax: number) =>
  conflict('homework_full', `A learner has at most ${openMax} open pieces of homework from you.`);

export const sequencePrivate = () =>
  invalid('sequence_private', 'Share this sequence first, so that your learner can open it.', {
    field: 'sequence',
  });

export const dueWrong = () =>
  invalid('due_wrong', 'Choose a day from today on, within a year.', { field: 'dueOn' });

export const notForAuthors = () =>
  forbidden('not_an_author', 'This is for instructors, and for operators of the content.');

export const itemNotFound = () =>
  notFound('item_not_found', 'There is no such exercise or sequence of yours.');

export const contentMissing = (kind: 'exercise' | 'sequence') =>
  invalid('content_missing', `Send the content of the ${kind}.`, { field: kind });

export const drawingMalformed = () =>
  invalid('drawing_malformed', 'This drawing can’t be read.', { field: 'exercise.illustration' });

export const draftChanged = (draftVersion: number) =>
  conflict(
    'draft_changed',
    'This draft was saved somewhere else meanwhile. Save again to put yours in its place.',
    { field: 'draftVersion', details: { draftVersion } },
  );

export const draftsFull = (draftsMax: number) =>
  conflict('drafts_full', `You have ${draftsMax} drafts. Publish or discard one first.`);

export const nothingToPublish = () =>
  conflict('nothing_to_publish', 'This is published as it stands; there is no draft.');

export const publishedMeanwhile = () =>
  conflict(
    'published_meanwhile',
    'The published one changed since you began. Look at it, then save your draft once more to put it in its place.',
  );

export const notReady = (faults: readonly { field: string; text: string }[]) =>
  invalid('not_ready', faults[0]!.text, { field: faults[0]!.field, details: { faults } });

export const notPublished = () => conflict('not_published', 'This is not published.');

export const revisionNotFound = () =>
  notFound('revision_not_found', 'There is no such version in the history.');

export const pictureNotYours = () =>
  invalid('picture_not_found', 'Upload this picture first.', { field: 'exercise.photo' });

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
