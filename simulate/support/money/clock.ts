import type { Clock } from '../../../src/platform/clock/index.ts';

/** Time that stands still until it is moved; a pause moves it, and lets whatever else runs go on. */
export class SimulatedClock implements Clock {
  nowMs = Date.parse('2026-11-23T09:00:00Z');
  #now = Temporal.Instant.fromEpochMilliseconds(this.nowMs);

  now(): Temporal.Instant {
    if (this.#now.epochMilliseconds !== this.nowMs)
      this.#now = Temporal.Instant.fromEpochMilliseconds(this.nowMs);
    return this.#now;
  }

  async pause(milliseconds: number): Promise<void> {
    this.nowMs += milliseconds;
    await new Promise<void>((turn) => setImmediate(turn));
  }
}
