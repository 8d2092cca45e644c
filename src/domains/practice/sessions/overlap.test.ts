import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedSeconds } from './overlap.ts';

const at = (minute: number) =>
  Temporal.Instant.from('2026-11-23T08:00:00Z').add({ seconds: minute * 60 });

interface Kept {
  from: number;
  to: number;
  startedAt: Temporal.Instant;
  finishedAt: Temporal.Instant;
  seconds: number;
  countedSeconds: number;
}

/** Keeps sessions one after the other, as [first minute, last minute, minutes practised]. */
function keep(spans: readonly (readonly [number, number, number])[]): Kept[] {
  const kept: Kept[] = [];
  for (const [from, to, minutes] of spans) {
    const session = { from, to, startedAt: at(from), finishedAt: at(to), seconds: minutes * 60 };
    kept.push({ ...session, countedSeconds: countedSeconds(session, kept) });
  }
  return kept;
}
const minutesOf = (spans: readonly (readonly [number, number, number])[]) =>
  keep(spans).map(({ countedSeconds }) => countedSeconds / 60);

describe('the time that counts', () => {
  it('is all of it where sessions only touch (PR-07)', () => {
    expect(
      minutesOf([
        [0, 20, 20],
        [20, 40, 20],
        [60, 80, 15],
      ]),
    ).toEqual([20, 20, 15]);
  });

  it('is the time covered where they overlap, in whatever order they come (PR-07)', () => {
    expect(
      minutesOf([
        [0, 20, 20],
        [0, 20, 20],
      ]),
    ).toEqual([20, 0]);
    expect(
      minutesOf([
        [0, 20, 20],
        [10, 30, 20],
      ]),
    ).toEqual([20, 10]);
    expect(
      minutesOf([
        [0, 600, 20],
        [300, 320, 20],
      ]),
    ).toEqual([20, 20]);
  });

  it('is not won by a chain of sessions that each overlap the next (PR-07)', () => {
    expect(
      minutesOf([
        [0, 100, 100],
        [90, 110, 20],
        [105, 115, 10],
      ]),
    ).toEqual([100, 10, 5]);
  });

  it('is never more than the clock has, nor less than it was alone (PR-07)', () => {
    const span = fc
      .tuple(fc.nat(300), fc.integer({ min: 1, max: 60 }), fc.nat(60))
      .map(([from, length, less]) => [from, from + length, Math.max(1, length - less)] as const);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 25 }), (spans) => {
        const kept = keep(spans);
        const covered = new Set(
          kept.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
        );
        const counted = kept.reduce((sum, one) => sum + one.countedSeconds, 0);
        expect(counted).toBeLessThanOrEqual(covered.size * 60);
        for (const one of kept) {
          expect(one.countedSeconds).toBeGreaterThanOrEqual(0);
          expect(one.countedSeconds).toBeLessThanOrEqual(one.seconds);
          const alone = kept.every(
            (other) => other === one || other.to <= one.from || other.from >= one.to,
          );
          if (alone) expect(one.countedSeconds).toBe(one.seconds);
        }
      }),
    );
  });
});
