import { invalid } from '../../../platform/errors/index.ts';

/** What a device tells of a practice that is over. */
export interface FinishedPractice {
  /** Made by the device, so that sending it again adds nothing. */
  id: string;
  library: string;
  /** Slug of the sequence, also of one that is gone by now. */
  sequence?: string | undefined;
  title: string;
  startedAt: string;
  finishedAt: string;
  timeZone: string;
  /** In the order of practice; one that was skipped has no seconds. */
  steps: readonly PractisedStep[];
}

interface PractisedStep {
  /** Slug, also of an exercise that is gone by now. */
  exercise: string;
  seconds: number;
}

export interface PractisedExercise {
  exercise: string;
  position: number;
  times: number;
  seconds: number;
}

/** A session that may be kept. */
export interface Session {
  id: string;
  library: string;
  sequence: string | null;
  title: string;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant;
  /** Practised, without pauses. */
  seconds: number;
  stepsDone: number;
  timeZone: string;
  /** Of the finish, as the calendar on the wall had it. */
  localDay: Temporal.PlainDate;
  /** Of the start. */
  localHour: number;
  exercises: PractisedExercise[];
}

/** How far a device's clock may be ahead; such a session is moved back to end now. */
const aheadSecondsMax = 5 * 60;
const spanHoursMax = 24;
/** How long a device may be offline. */
const daysBackMax = 366;

/**
 * Throws `invalid`: title_missing, ends_before_it_starts, session_too_long, clock_ahead,
 * session_too_old, nothing_practised, more_than_time_passed.
 */
export function readSession(practice: FinishedPractice, now: Temporal.Instant): Session {
  const title = practice.title
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  if (title === '') throw invalid('title_missing', 'Say what was practised.', { field: 'title' });
  const { startedAt, finishedAt } = readTimes(practice, now);
  const { id, library, sequence, timeZone } = practice;
  const done = practice.steps.filter((step) => step.seconds > 0);
  const seconds = done.reduce((sum, step) => sum + step.seconds, 0);
  if (seconds === 0)
    throw invalid('nothing_practised', 'No step of this session was practised.', {
      field: 'steps',
    });
  // Every step may be rounded up to a whole second.
  if (seconds > secondsBetween(startedAt, finishedAt) + 5 + done.length)
    throw invalid('more_than_time_passed', 'The steps are longer than the whole session.', {
      field: 'steps',
    });
  return {
    id,
    library,
    sequence: sequence ?? null,
    title,
    startedAt,
    finishedAt,
    seconds,
    stepsDone: done.length,
    timeZone,
    localDay: finishedAt.toZonedDateTimeISO(timeZone).toPlainDate(),
    localHour: startedAt.toZonedDateTimeISO(timeZone).hour,
    exercises: byExercise(done),
  };
}

function readTimes(practice: FinishedPractice, now: Temporal.Instant) {
  const startedAt = milliseconds(practice.startedAt);
  const finishedAt = milliseconds(practice.finishedAt);
  const refuse = (code: string, text: string) =>
    invalid(code, text, { field: 'finishedAt', details: { now: now.toString() } });
  const span = secondsBetween(startedAt, finishedAt);
  if (span <= 0) throw refuse('ends_before_it_starts', 'A session ends after it starts.');
  if (span > spanHoursMax * 3600)
    throw refuse('session_too_long', `A session lasts at most ${spanHoursMax} hours.`);
  const ahead = secondsBetween(now, finishedAt);
  if (ahead > aheadSecondsMax)
    throw refuse(
      'clock_ahead',
      'This session ends in the future. Set the clock of the device right.',
    );
  if (-ahead > daysBackMax * 86_400)
    throw refuse('session_too_old', `A session may be sent for ${daysBackMax} days.`);
  if (ahead <= 0) return { startedAt, finishedAt };
  const back = { milliseconds: Math.ceil(ahead * 1000) };
  return { startedAt: startedAt.subtract(back), finishedAt: finishedAt.subtract(back) };
}

const milliseconds = (text: string) =>
  Temporal.Instant.from(text).round({ smallestUnit: 'millisecond', roundingMode: 'floor' });

const secondsBetween = (from: Temporal.Instant, to: Temporal.Instant): number =>
  from.until(to).total('seconds');

function byExercise(done: readonly PractisedStep[]): PractisedExercise[] {
  const found = new Map<string, PractisedExercise>();
  for (const [at, { exercise, seconds }] of done.entries()) {
    const before = found.get(exercise) ?? { exercise, position: at + 1, times: 0, seconds: 0 };
    found.set(exercise, { ...before, times: before.times + 1, seconds: before.seconds + seconds });
  }
  return [...found.values()];
}
