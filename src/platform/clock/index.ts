import { setTimeout as pause } from 'node:timers/promises';

/** The only source of the present: verbs read it from `ctx.clock`, so that tests own time. */
export interface Clock {
  now(): Temporal.Instant;
  /** Waits for so long. */
  pause(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant(), pause };

export interface TestClock extends Clock {
  set(instant: Temporal.Instant | string): void;
  advance(duration: Temporal.DurationLike): void;
}

/** A clock that stands still until it is moved; what is waited for goes on outside it, so a pause is a real one. */
export function testClock(start: string): TestClock {
  let current = Temporal.Instant.from(start);
  return {
    now: () => current,
    pause,
    set: (instant) => {
      current = Temporal.Instant.from(instant);
    },
    advance: (duration) => {
      current = current.add(duration);
    },
  };
}
