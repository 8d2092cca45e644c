import type { Run } from './run.ts';

/** As POST /api/v1/me/practice-sessions takes it. */
export interface FinishedSession {
  id: string;
  library: string;
  sequence?: string;
  title: string;
  startedAt: string;
  finishedAt: string;
  timeZone: string;
  steps: { exercise: string; seconds: number }[];
}

const titleMax = 80;
/** A session lasts a day at most, however long somebody paused. */
const spanMsMax = 24 * 60 * 60 * 1000;

/** What is to be kept of a run that is over; undefined when nothing was practised. */
export function finishedSession(run: Run, timeZone: string): FinishedSession | undefined {
  const steps = run.exercises.map((exercise, at) => ({
    exercise,
    seconds: Math.round((run.practised[at] ?? 0) / 1000),
  }));
  if (run.finishedAt === null || steps.every(({ seconds }) => seconds === 0)) return undefined;
  const startedAt = Math.max(run.startedAt, run.finishedAt - spanMsMax);
  return {
    id: run.id,
    library: run.library,
    ...(run.sequence !== null && { sequence: run.sequence }),
    title: run.title.slice(0, titleMax),
    startedAt: instantText(startedAt),
    finishedAt: instantText(run.finishedAt),
    timeZone,
    steps,
  };
}

const instantText = (ms: number): string => new Date(Math.round(ms)).toISOString();

/** A random UUID; the browser's own is missing where a page came without TLS. */
export function newSessionId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const versioned = bytes
    .with(6, ((bytes[6] ?? 0) & 0x0f) | 0x40)
    .with(8, ((bytes[8] ?? 0) & 0x3f) | 0x80);
  const hex = Array.from(versioned, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
