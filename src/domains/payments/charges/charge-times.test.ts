import { describe, expect, it } from 'vitest';
import { isLapsing, isTooLate, isTryDue, type TimedCharge, wakeAt } from './charge-times.ts';

const start = Temporal.Instant.from('2026-12-01T10:00:00Z');
const before = (hours: number) => start.subtract({ hours });
const saved: TimedCharge = {
  status: 'card_saved',
  needed_at: start,
  tried_at: null,
  lapsed_at: null,
  keep_minor: null,
  capture_before: null,
};

describe('a saved card', () => {
  it('is charged 48, 36, 24 and 12 hours before the start, once each (PY-03)', () => {
    const tries: number[] = [];
    let charge = saved;
    for (let minutes = 72 * 60; minutes >= 0; minutes -= 30) {
      const now = start.subtract({ minutes });
      if (isTooLate(charge, now) || !isTryDue(charge, now)) continue;
      tries.push(minutes / 60);
      charge = { ...charge, status: 'action_needed', tried_at: now };
    }
    expect(tries).toEqual([48, 36, 24, 12]);
  });

  it('is tried once when many tries were missed, and given up 6 hours before (PY-03)', () => {
    expect(isTryDue(saved, before(8))).toBe(true);
    expect(isTryDue({ ...saved, tried_at: before(8) }, before(7))).toBe(false);
    const tried = { ...saved, tried_at: before(8) };
    expect(isTooLate(tried, before(6).subtract({ seconds: 1 }))).toBe(false);
    expect(isTooLate(tried, before(6))).toBe(true);
    expect([isTryDue(saved, before(1)), isTooLate(saved, before(1))]).toEqual([true, false]);
    expect(isTooLate(saved, start)).toBe(true);
  });

  it('pays what is kept of a cancelled lesson at once, and is tried for it even after the start (PY-04)', () => {
    const kept = { ...saved, keep_minor: 1900 };
    expect(isTryDue(kept, before(60))).toBe(true);
    expect([isTryDue(kept, before(-1)), isTooLate(kept, before(-1))]).toEqual([true, false]);
    expect(isTooLate({ ...kept, tried_at: before(-1) }, before(-1))).toBe(true);
  });

  it('sleeps until its next moment, and no longer (PY-03)', () => {
    expect(wakeAt(saved, before(100))).toEqual(before(48));
    expect(wakeAt(saved, before(47))).toEqual(before(47));
    const tried = { ...saved, status: 'action_needed' as const, tried_at: before(47) };
    expect(wakeAt(tried, before(47))).toEqual(before(36));
    expect(wakeAt({ ...tried, tried_at: before(12) }, before(11))).toEqual(before(6));
    expect(wakeAt({ ...tried, tried_at: before(12) }, before(5))).toEqual(before(5));
  });
});

describe('an authorisation', () => {
  const authorised: TimedCharge = { ...saved, status: 'authorised', capture_before: start };

  it('is taken 12 hours before it lapses, unless somebody has said how much (PY-03)', () => {
    expect(wakeAt(authorised, before(100))).toEqual(before(12));
    expect(wakeAt({ ...authorised, keep_minor: 0 }, before(100))).toBeNull();
    expect(isLapsing(authorised, before(13))).toBe(false);
    expect(isLapsing(authorised, before(12))).toBe(true);
    expect(isLapsing({ ...authorised, capture_before: null }, start)).toBe(false);
  });

  it('that lapsed is asked for at once, and for a week unless the lesson is ahead (PY-03)', () => {
    const lapsed: TimedCharge = { ...saved, needed_at: null, lapsed_at: start };
    const after = (hours: number) => before(-hours);
    expect(isTryDue(lapsed, start)).toBe(true);
    const tried: TimedCharge = { ...lapsed, status: 'action_needed', tried_at: start };
    expect(isTryDue(tried, after(100))).toBe(false);
    expect(wakeAt(tried, start)).toEqual(after(168));
    expect([isTooLate(tried, after(167)), isTooLate(tried, after(168))]).toEqual([false, true]);
    const ahead = { ...tried, needed_at: start, lapsed_at: before(30), tried_at: before(30) };
    expect(wakeAt(ahead, before(30))).toEqual(before(24));
    expect([isTooLate(ahead, before(7)), isTooLate(ahead, before(6))]).toEqual([false, true]);
    const late = { ...ahead, lapsed_at: before(2), tried_at: before(2) };
    expect([isTooLate(late, after(160)), isTooLate(late, after(166))]).toEqual([false, true]);
  });
});
