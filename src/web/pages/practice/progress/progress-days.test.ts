import { describe, expect, it } from 'vitest';
import { addDays, axisEnd, calendarWeeks, depthOf, lastDays } from './progress-days.ts';

const progress = {
  today: '2026-11-21',
  calendar: {
    from: '2026-08-31',
    to: '2026-11-21',
    days: [{ day: '2026-11-20', sessions: 1, seconds: 1200 }],
  },
};

describe('the calendar of what was practised', () => {
  it('has whole weeks from Monday on, with the days ahead marked (PR-07)', () => {
    const weeks = calendarWeeks(progress);
    expect(weeks).toHaveLength(12);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks[11]!.map(({ day }) => day)[0]).toBe('2026-11-16');
    expect(weeks[11]![4]).toEqual({ day: '2026-11-20', seconds: 1200, isAhead: false });
    expect(weeks[11]![6]).toEqual({ day: '2026-11-22', seconds: 0, isAhead: true });
  });

  it('ends its last days today, also over the end of a year and a change of clocks (PR-07)', () => {
    expect(lastDays(progress, 14).at(-1)?.day).toBe('2026-11-21');
    expect(lastDays(progress, 14)[0]?.day).toBe('2026-11-08');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('has an axis that ends at a round number, at or above the most (PR-07)', () => {
    for (const minutes of [0, 1, 10, 11, 61, 119, 2_520, 2_521, 10_000]) {
      expect(axisEnd(minutes)).toBeGreaterThanOrEqual(Math.max(10, minutes));
      expect(axisEnd(minutes) % 10).toBe(0);
    }
  });

  it('is the deeper the longer the practice was (PR-07)', () => {
    expect([0, 1, 600, 1500, 3600, 9000].map(depthOf)).toEqual([0, 1, 2, 3, 4, 4]);
  });
});
