import { describe, expect, it } from 'vitest';
import { balanceOf } from './balance.ts';
import { countWeeks, lastWeeks, mondayOf } from './weeks.ts';

describe('the rules of charts', () => {
  it('areas sum up to the time practised (PR-07)', () => {
    const totals = [
      { exercise: 'a', areas: ['hips', 'legs', 'back'], seconds: 100 },
      { exercise: 'b', areas: ['hips'], seconds: 50 },
      { exercise: 'c', areas: [], seconds: 7 },
      { exercise: 'd', areas: ['arms'], seconds: 0 },
    ];
    expect(balanceOf(totals)).toEqual([
      { area: 'hips', seconds: 83 },
      { area: 'back', seconds: 33 },
      { area: 'legs', seconds: 33 },
      { area: null, seconds: 7 },
    ]);
  });

  it('weeks begin on Monday, also across a year (PR-07)', () => {
    const day = Temporal.PlainDate.from('2027-01-03');
    expect(mondayOf(day).toString()).toBe('2026-12-28');
    const weeks = lastWeeks([{ day: '2026-12-31', sessions: 2, seconds: 60 }], day);
    expect(weeks.at(-1)).toEqual({ week: '2026-12-28', days: 1, sessions: 2, seconds: 60 });
    expect(weeks).toHaveLength(12);
    const sundayToMonday = ['2026-12-27', '2026-12-28', '2027-01-03', '2027-01-04'];
    const dates = sundayToMonday.map((one) => Temporal.PlainDate.from(one));
    expect([1, 2, 3].map((daysMin) => countWeeks(dates, daysMin))).toEqual([3, 1, 0]);
  });
});
