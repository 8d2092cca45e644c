import { phaseLength, type Run } from './run.ts';
import type { Program } from './program.ts';

/** What the clock of the player shows. */
export interface Face {
  /** Whole seconds of this phase that are left; the last one is 1. */
  secondsLeft: number;
  /** Of this phase, 0 … 1. */
  share: number;
  /** Of the whole practice, with all that is changed on the way. */
  wholeSecondsLeft: number;
}

export function faceOf(program: Program, run: Run): Face {
  const length = phaseLength(program, run);
  const left = Math.max(0, length - run.passed);
  const rest = run.exercises
    .map((_, step) => step)
    .filter((step) => step > run.step)
    .reduce(
      (sum, step) =>
        sum +
        phaseLength(program, run, { step, phase: 'ready' }) +
        phaseLength(program, run, { step, phase: 'hold' }),
      run.phase === 'ready' ? phaseLength(program, run, { step: run.step, phase: 'hold' }) : 0,
    );
  return {
    secondsLeft: Math.ceil(left / 1000),
    share: length > 0 ? Math.min(1, run.passed / length) : 1,
    wholeSecondsLeft: run.finishedAt === null ? Math.ceil((left + rest) / 1000) : 0,
  };
}
