import type { PublishedExercise } from '../library/content.queries.ts';
import { stepUnknown } from '../errors.ts';
import type { LevelNumber } from '../tables.ts';
import type { CheckedStep } from './warnings.ts';

export const stepsMax = 500;
export const stepSecondsMax = 900;
export const changeSecondsMax = 60;

/** A step as somebody wrote it. */
export interface WrittenStep {
  exercise: string;
  side?: 'left' | 'right' | null | undefined;
  seconds: number;
  transition?: string | null | undefined;
}

export interface OwnStep {
  exercise: PublishedExercise;
  side: 'left' | 'right' | null;
  seconds: number;
  transition: string | null;
}

/**
 * Finds each step's exercise, those too that left the library. Only what has two sides has one: the
 * right where none is said. Throws `invalid` exercise_not_found with the step's field.
 */
export function readSteps(
  exercises: ReadonlyMap<string, PublishedExercise>,
  written: readonly WrittenStep[],
): OwnStep[] {
  return written.map(({ exercise: slug, side, seconds, transition }, at) => {
    const exercise = exercises.get(slug);
    if (!exercise) throw stepUnknown(at);
    return {
      exercise,
      side: exercise.twoSided ? (side ?? 'right') : null,
      seconds,
      transition: transition?.toWellFormed().trim() || null,
    };
  });
}

/** That of the hardest step. */
export const levelOf = (steps: readonly OwnStep[]): LevelNumber =>
  Math.max(1, ...steps.map(({ exercise }) => exercise.level)) as LevelNumber;

/** Steps and the changes between them. */
export const secondsOf = (steps: readonly { seconds: number }[], changeSeconds: number): number =>
  steps.reduce((sum, { seconds }) => sum + seconds, 0) +
  changeSeconds * Math.max(0, steps.length - 1);

export const checkedStep = ({ exercise, side, seconds }: OwnStep): CheckedStep => ({
  exercise: exercise.slug,
  name: exercise.name,
  level: exercise.level,
  twoSided: exercise.twoSided,
  side,
  seconds,
  contraindications: exercise.body.contraindications,
  precautions: exercise.body.precautions,
  archived: exercise.archived,
});
