import type { StoredSession } from './sessions.queries.ts';

export interface ExerciseDone {
  exercise: string;
  /** Null when the library no longer has it. */
  name: string | null;
  times: number;
  seconds: number;
}

export const viewSession = (session: StoredSession) => ({
  ...session,
  startedAt: session.startedAt.toString(),
  finishedAt: session.finishedAt.toString(),
});

export const viewWholeSession = (session: StoredSession, exercises: readonly ExerciseDone[]) => ({
  ...viewSession(session),
  exercises: exercises.map(({ exercise, name, times, seconds }) => ({
    exercise,
    name,
    times,
    seconds,
  })),
});
