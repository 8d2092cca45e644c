import type { Program } from './program.ts';

/**
 * Where somebody is in a practice. Plain data, kept in the browser's storage: with the time of day it says
 * everything, so that a reload or a locked phone costs nothing. All times are epoch milliseconds.
 */
export interface Run {
  /** Made here; the finished session is kept under it, so that it counts once. */
  id: string;
  library: string;
  sequence: string | null;
  title: string;
  /** Slugs, step by step: what was practised can be told even when the program has changed since. */
  exercises: string[];
  /** Of each step, as changed on the way. */
  seconds: number[];
  /** Milliseconds that each step was practised for, without the hold that is on. */
  practised: number[];
  step: number;
  phase: 'ready' | 'hold';
  /** Milliseconds of this phase that were over at `seen`. */
  passed: number;
  isRunning: boolean;
  /** Up to when this is told. */
  seen: number;
  startedAt: number;
  finishedAt: number | null;
}

/** To get ready for the first step, at least. */
export const leadSeconds = 5;
/** Longer away than this, and nobody was practising: the clock stands still from when they left. */
export const awaySecondsMax = 10 * 60;
const stepSecondsMax = 900;
/** What is left, at least, of a step that is made shorter. */
const restSecondsMin = 5;
/** Later than this in a step, going back means to begin it again. */
const againAfterSeconds = 3;

export function begin(program: Program, { id, now }: { id: string; now: number }): Run {
  const { library, sequence, title, steps } = program;
  return {
    id,
    library,
    sequence,
    title,
    exercises: steps.map(({ exercise }) => exercise),
    seconds: steps.map(({ seconds }) => seconds),
    practised: steps.map(() => 0),
    step: 0,
    phase: 'ready',
    passed: 0,
    isRunning: true,
    seen: now,
    startedAt: now,
    finishedAt: null,
  };
}

/** Whether something that was stored is a run at all. */
export const isRun = (stored: Partial<Run> | undefined): stored is Run =>
  Array.isArray(stored?.exercises) &&
  Array.isArray(stored.practised) &&
  Array.isArray(stored.seconds) &&
  Number.isFinite(stored.seen);

/** Whether a kept run is still one of this program. */
export const isRunOf = (stored: Partial<Run> | undefined, { steps }: Program): stored is Run =>
  isRun(stored) &&
  stored.exercises.length === steps.length &&
  steps.every(({ exercise }, at) => stored.exercises[at] === exercise);

/** Milliseconds that a phase takes. */
export function phaseLength(program: Program, run: Run, place: Place = run): number {
  const { step, phase } = place;
  if (phase === 'hold') return (run.seconds[step] ?? 0) * 1000;
  const { changeSeconds } = program;
  return (step === 0 ? Math.max(leadSeconds, changeSeconds) : changeSeconds) * 1000;
}

export type Place = Pick<Run, 'step' | 'phase'>;

/** Tells a run up to now, through as many steps as time has passed. */
export function advance(program: Program, run: Run, now: number): Run {
  if (!run.isRunning) return run;
  // The clock was set back: the same practice, told in the new time.
  if (now < run.seen) return { ...run, seen: now, startedAt: run.startedAt - (run.seen - now) };
  if (now - run.seen > awaySecondsMax * 1000) return { ...run, isRunning: false };
  const practised = [...run.practised];
  let { step, phase } = run;
  let passed = run.passed + now - run.seen;
  for (;;) {
    const length = phaseLength(program, run, { step, phase });
    if (passed < length) return { ...run, step, phase, passed, practised, seen: now };
    passed -= length;
    if (phase === 'ready') {
      phase = 'hold';
      continue;
    }
    practised[step] = (practised[step] ?? 0) + length;
    if (step === run.exercises.length - 1)
      return finished({ ...run, step, phase, practised }, now - passed);
    step += 1;
    phase = 'ready';
  }
}

const finished = (run: Run, at: number): Run => ({
  ...run,
  passed: 0,
  isRunning: false,
  seen: at,
  finishedAt: at,
});

export const pause = (program: Program, run: Run, now: number): Run => ({
  ...advance(program, run, now),
  isRunning: false,
});

export const resume = (run: Run, now: number): Run =>
  run.finishedAt !== null || run.isRunning ? run : { ...run, isRunning: true, seen: now };

/** What was held so far of a step that is left before its end counts too. */
function leave(run: Run): Run {
  if (run.phase === 'ready') return { ...run, passed: 0 };
  const practised = run.practised.with(run.step, (run.practised[run.step] ?? 0) + run.passed);
  return { ...run, practised, passed: 0 };
}

/** On to the next step; from the last one, to the end. */
export function skip(program: Program, run: Run, now: number): Run {
  const told = advance(program, run, now);
  if (told.finishedAt !== null) return told;
  const left = leave(told);
  return left.step === left.exercises.length - 1
    ? finished(left, now)
    : { ...left, step: left.step + 1, phase: 'ready' };
}

/** To the beginning of this step or, from there, to the step before. */
export function back(program: Program, run: Run, now: number): Run {
  const told = advance(program, run, now);
  if (told.finishedAt !== null) return told;
  const isAgain = told.phase === 'hold' && told.passed > againAfterSeconds * 1000;
  const step = Math.max(0, isAgain ? told.step : told.step - 1);
  return { ...leave(told), step, phase: 'ready' };
}

/** Makes this step longer or, with less than 0, shorter; its other side, if that comes next, too. */
export function adjust(program: Program, run: Run, now: number, bySeconds: number): Run {
  const told = advance(program, run, now);
  const { step, phase } = told;
  const seconds = told.seconds[step] ?? 0;
  const passed = phase === 'hold' ? Math.ceil(told.passed / 1000) : 0;
  const least = Math.min(seconds, passed + restSecondsMin);
  const changed = Math.min(stepSecondsMax, Math.max(least, seconds + bySeconds));
  if (told.finishedAt !== null) return told;
  const both = isOtherSide(program, step + 1) ? [step, step + 1] : [step];
  return {
    ...told,
    seconds: told.seconds.map((each, at) => (both.includes(at) ? changed : each)),
  };
}

/** Whether a step is the one before it, on the other side. */
function isOtherSide({ steps }: Program, at: number): boolean {
  const [before, step] = [steps[at - 1], steps[at]];
  return (
    step?.side != null &&
    before?.side != null &&
    step.exercise === before.exercise &&
    step.side !== before.side
  );
}

/** Ends a practice before its end. */
export function end(program: Program, run: Run, now: number): Run {
  const told = advance(program, run, now);
  return told.finishedAt === null ? finished(leave(told), told.seen) : told;
}

/** Milliseconds practised, the hold that is on included. */
export const practisedMs = ({ practised, phase, passed }: Run): number =>
  practised.reduce((sum, ms) => sum + ms, phase === 'hold' ? passed : 0);
