import { phaseLength, type Place, type Run } from './run.ts';
import type { Program } from './program.ts';

export interface Cue {
  /** Epoch milliseconds. */
  at: number;
  kind: 'count' | 'begin' | 'end' | 'finish';
}

const counted = [3, 2, 1];

/**
 * The sounds that are due from `seen` on, within so many seconds. They are handed to the browser's audio
 * clock beforehand, which keeps time where timers are slowed down: behind another tab, on a locked phone.
 */
export function cuesAhead(program: Program, run: Run, withinSeconds: number): Cue[] {
  if (!run.isRunning) return [];
  const cues: Cue[] = [];
  const until = run.seen + withinSeconds * 1000;
  let place: Place = run;
  let at = run.seen - run.passed;
  while (at < until) {
    at += phaseLength(program, run, place);
    const { step, phase } = place;
    const isLast = phase === 'hold' && step === run.exercises.length - 1;
    if (phase === 'ready') {
      const length = phaseLength(program, run, place);
      for (const second of counted)
        if (second * 1000 < length) cues.push({ at: at - second * 1000, kind: 'count' });
      cues.push({ at, kind: 'begin' });
      place = { step, phase: 'hold' };
    } else {
      cues.push({ at, kind: isLast ? 'finish' : 'end' });
      place = { step: step + 1, phase: 'ready' };
    }
    if (isLast) break;
  }
  return cues.filter((cue) => cue.at >= run.seen && cue.at < until);
}
