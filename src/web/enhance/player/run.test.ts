import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuesAhead } from './cues.ts';
import { faceOf } from './face.ts';
import { finishedSession, newSessionId } from './finished-session.ts';
import type { Program } from './program.ts';
import {
  adjust,
  advance,
  awaySecondsMax,
  back,
  begin,
  end,
  isRunOf,
  leadSeconds,
  pause,
  practisedMs,
  resume,
  type Run,
  skip,
} from './run.ts';

const start = Date.UTC(2026, 2, 1, 8);
const step = (exercise: string, seconds: number, side: 'left' | 'right' | null = null) => ({
  exercise,
  name: exercise,
  original: null,
  side,
  seconds,
  breath: 'Breathe.',
  transition: null,
});
const programOf = (steps: Program['steps'], changeSeconds = 5): Program => ({
  library: 'yoga',
  sequence: 'short-flow',
  title: 'Short Flow',
  changeSeconds,
  originalLanguage: null,
  steps,
  illustrations: {},
});
const program = programOf([
  step('mountain', 30),
  step('triangle', 20, 'right'),
  step('triangle', 20, 'left'),
]);
const begun = begin(program, { id: 'one', now: start });
/** So many seconds after the beginning. */
const at = (seconds: number) => start + seconds * 1000;
const told = (run: Run, seconds: number) => advance(program, run, at(seconds));

describe('a practice that runs', () => {
  it('gets ready, holds and changes by the time of day (PR-06)', () => {
    expect(told(begun, 4.9)).toMatchObject({ step: 0, phase: 'ready' });
    expect(told(begun, 5)).toMatchObject({ step: 0, phase: 'hold', passed: 0 });
    expect(told(begun, 36)).toMatchObject({ step: 1, phase: 'ready', passed: 1000 });
    expect(told(begun, 41)).toMatchObject({ step: 1, phase: 'hold', passed: 1000 });
  });

  it('is the same whether it was told every instant or once, as behind a locked screen (PR-06)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 30 }), (waits) => {
        let [often, now] = [begun, start];
        for (const wait of waits) often = advance(program, often, (now += wait));
        expect(often).toEqual(advance(program, begun, now));
      }),
    );
  });

  it('ends when its last step is over, and not when somebody looks (PR-06)', () => {
    const over = told(begun, 300);
    expect(over).toMatchObject({ finishedAt: at(85), isRunning: false });
    expect(over.practised).toEqual([30_000, 20_000, 20_000]);
    expect(told(over, 400)).toBe(over);
  });

  it('stands still from when somebody left for long (PR-06)', () => {
    const left = told(begun, 10);
    const late = told(left, 10 + awaySecondsMax + 1);
    expect(late).toEqual({ ...left, isRunning: false });
    expect(told(resume(late, at(9000)), 9001)).toMatchObject({ step: 0, passed: 6000 });
  });

  it('takes no time from a clock that was set back, and gives none (PR-06)', () => {
    const moved = told(told(begun, 10), -3590);
    expect(moved).toMatchObject({ step: 0, phase: 'hold', passed: 5000, seen: at(-3590) });
    const over = told(moved, -3590 + 75);
    expect(over.finishedAt).toBe(at(-3590 + 75));
    expect((over.finishedAt ?? 0) - over.startedAt).toBe(85_000);
  });

  it('passes steps without seconds, and five hundred steps at once (PR-06)', () => {
    const empty = programOf([step('a', 0), step('b', 0)], 0);
    const run = begin(empty, { id: 'x', now: start });
    expect(advance(empty, run, at(6)).finishedAt).toBe(at(leadSeconds));
    const long = programOf(
      Array.from({ length: 500 }, () => step('a', 1)),
      0,
    );
    const through = advance(long, begin(long, { id: 'x', now: start }), at(599));
    expect(through.finishedAt).toBe(at(505));
  });
});

describe('the one who practises', () => {
  it('pauses for as long as wanted without losing or winning a second (PR-06)', () => {
    const paused = pause(program, begun, at(15));
    expect(told(paused, 4000)).toBe(paused);
    expect(told(resume(paused, at(4000)), 4001)).toMatchObject({ step: 0, passed: 11_000 });
  });

  it('skips a step and keeps what was held of it (PR-06)', () => {
    const skipped = skip(program, begun, at(17));
    expect(skipped).toMatchObject({ step: 1, phase: 'ready', passed: 0, isRunning: true });
    expect(skipped.practised).toEqual([12_000, 0, 0]);
    const last = skip(program, skip(program, skipped, at(18)), at(19));
    expect(last).toMatchObject({ finishedAt: at(19), isRunning: false });
  });

  it('goes back to the start of a step, and from there to the one before (PR-06)', () => {
    const again = back(program, begun, at(50));
    expect(again).toMatchObject({ step: 1, phase: 'ready', practised: [30_000, 10_000, 0] });
    expect(back(program, again, at(51))).toMatchObject({ step: 0, phase: 'ready' });
    expect(back(program, begun, at(1))).toMatchObject({ step: 0, phase: 'ready' });
  });

  it('makes a step longer or shorter, its other side with it (PR-06)', () => {
    const longer = adjust(program, begun, at(41), 10);
    expect(longer.seconds).toEqual([30, 30, 30]);
    const shorter = adjust(program, told(begun, 52), at(52), -10);
    expect(shorter.seconds).toEqual([30, 17, 17]);
    expect(adjust(program, told(begun, 58), at(58), -10).seconds).toEqual([30, 20, 20]);
    expect(adjust(program, told(begun, 6), at(6), 10).seconds).toEqual([40, 20, 20]);
    const most = Array.from({ length: 100 }).reduce<Run>(
      (run) => adjust(program, run, at(6), 10),
      begun,
    );
    expect(most.seconds).toEqual([900, 20, 20]);
  });

  it('is never told more practice than time that passed, whatever is pressed (PR-06)', () => {
    type Press = (run: Run, now: number) => Run;
    const presses: Press[] = [
      (run, now) => advance(program, run, now),
      (run, now) => pause(program, run, now),
      (run, now) => resume(run, now),
      (run, now) => skip(program, run, now),
      (run, now) => back(program, run, now),
      (run, now) => adjust(program, run, now, 10),
      (run, now) => adjust(program, run, now, -10),
    ];
    const pressed = fc.tuple(fc.constantFrom(...presses), fc.integer({ min: 0, max: 700_000 }));
    fc.assert(
      fc.property(fc.array(pressed, { maxLength: 40 }), (all) => {
        let [run, now] = [begun, start];
        for (const [press, wait] of all) run = press(run, (now += wait));
        const over = end(program, run, now);
        const span = (over.finishedAt ?? 0) - over.startedAt;
        expect(practisedMs(over)).toBeLessThanOrEqual(span);
        expect(over.practised.every((ms) => ms >= 0)).toBe(true);
        expect(over.isRunning).toBe(false);
      }),
    );
  });
});

describe('a run that was kept', () => {
  it('belongs to the program it was begun with, as long as its steps are the same (PR-06)', () => {
    expect(isRunOf(begun, program)).toBe(true);
    expect(isRunOf(begun, programOf(program.steps.slice(1)))).toBe(false);
    expect(isRunOf(begun, programOf([...program.steps].reverse()))).toBe(false);
    expect(isRunOf({ exercises: ['mountain'] }, program)).toBe(false);
    expect(isRunOf(undefined, program)).toBe(false);
  });

  it('survives being written down and read again (PR-06)', () => {
    const read = JSON.parse(JSON.stringify(told(begun, 17))) as Run;
    expect(told(read, 45)).toEqual(told(begun, 45));
  });
});

describe('the clock', () => {
  it('counts whole seconds down to one, and tells how long it all takes (PR-06)', () => {
    expect(faceOf(program, begun)).toEqual({ secondsLeft: 5, share: 0, wholeSecondsLeft: 85 });
    const late = faceOf(program, told(begun, 34.9));
    expect(late).toMatchObject({ secondsLeft: 1, wholeSecondsLeft: 51 });
    expect(faceOf(program, told(begun, 85))).toMatchObject({ wholeSecondsLeft: 0 });
  });

  it('knows its sounds before they are due, so that a slow timer misses none (PR-06)', () => {
    const cues = cuesAhead(program, told(begun, 1), 60).map((cue) => [
      (cue.at - start) / 1000,
      cue.kind,
    ]);
    expect(cues).toEqual([
      [2, 'count'],
      [3, 'count'],
      [4, 'count'],
      [5, 'begin'],
      [35, 'end'],
      [37, 'count'],
      [38, 'count'],
      [39, 'count'],
      [40, 'begin'],
      [60, 'end'],
    ]);
    expect(cuesAhead(program, told(begun, 80), 60)).toEqual([{ at: at(85), kind: 'finish' }]);
    expect(cuesAhead(program, pause(program, begun, at(1)), 60)).toEqual([]);
  });
});

describe('a finished session', () => {
  it('says what was practised, also of a practice that ended early (PR-06 PR-07)', () => {
    const session = finishedSession(end(program, begun, at(50)), 'Europe/London');
    expect(session).toEqual({
      id: 'one',
      library: 'yoga',
      sequence: 'short-flow',
      title: 'Short Flow',
      startedAt: '2026-03-01T08:00:00.000Z',
      finishedAt: '2026-03-01T08:00:50.000Z',
      timeZone: 'Europe/London',
      steps: [
        { exercise: 'mountain', seconds: 30 },
        { exercise: 'triangle', seconds: 10 },
        { exercise: 'triangle', seconds: 0 },
      ],
    });
  });

  it('is none when nothing was held, and a day long at most (PR-06)', () => {
    expect(finishedSession(end(program, begun, at(3)), 'UTC')).toBeUndefined();
    expect(finishedSession(begun, 'UTC')).toBeUndefined();
    const paused = resume(pause(program, begun, at(20)), at(100_000));
    const session = finishedSession(end(program, paused, at(100_001)), 'UTC');
    expect(session?.startedAt).toBe('2026-03-01T11:46:41.000Z');
  });

  it('has an id that any browser can make (PR-06)', () => {
    const ids = Array.from({ length: 100 }, newSessionId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
