import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streakOf } from './streak.ts';

const day = (text: string) => Temporal.PlainDate.from(`2026-${text}`);
const streak = (days: string[], today: string) => streakOf(days.map(day), day(today));

describe('a streak', () => {
  it('counts days in a row, each once, and waits for today (PR-07)', () => {
    expect(streak(['11-01', '11-02', '11-02', '11-03'], '11-03')).toEqual({
      current: 3,
      best: 3,
      atRisk: false,
    });
    expect(streak(['11-03', '11-01', '11-02'], '11-04')).toEqual({
      current: 3,
      best: 3,
      atRisk: false,
    });
  });

  it('forgives one missed day, and says that it hangs on today (PR-07)', () => {
    expect(streak(['11-01', '11-02'], '11-04')).toEqual({ current: 2, best: 2, atRisk: true });
    expect(streak(['11-01', '11-02', '11-04'], '11-04')).toEqual({
      current: 3,
      best: 3,
      atRisk: false,
    });
    expect(streak(['11-01', '11-02'], '11-05')).toEqual({ current: 0, best: 2, atRisk: false });
  });

  it('forgives a second one only a week after the first (PR-07)', () => {
    const week = ['11-01', '11-03', '11-04', '11-05', '11-06', '11-07', '11-08'];
    expect(streak([...week, '11-10'], '11-10').current).toBe(8);
    expect(streak(['11-01', '11-03', '11-05'], '11-05')).toEqual({
      current: 2,
      best: 2,
      atRisk: false,
    });
  });

  it('is never shortened by one more day of practice (PR-07)', () => {
    const days = ['11-03', '11-04', '11-06', '11-07'];
    expect(streak(days, '11-07').current).toBe(4);
    expect(streak(['11-01', ...days], '11-07').current).toBe(4);
  });

  it('goes over months, years and leap days (PR-07)', () => {
    const days = ['2027-12-31', '2028-01-01', '2028-02-28', '2028-02-29', '2028-03-01'];
    expect(
      streakOf(
        days.map((one) => Temporal.PlainDate.from(one)),
        Temporal.PlainDate.from('2028-03-01'),
      ),
    ).toEqual({ current: 3, best: 3, atRisk: false });
  });

  it('is nothing without practice, and takes no day from the future (PR-07)', () => {
    expect(streak([], '11-05')).toEqual({ current: 0, best: 0, atRisk: false });
    expect(streak(['11-09'], '11-05')).toEqual({ current: 0, best: 0, atRisk: false });
  });

  it('never exceeds the days practised, nor its best; another day never shortens the best (PR-07)', () => {
    const offsets = fc.array(fc.nat({ max: 60 }), { maxLength: 40 });
    fc.assert(
      fc.property(offsets, fc.nat({ max: 60 }), (some, more) => {
        const at = (offset: number) => day('06-01').add({ days: offset });
        const today = at(60);
        const before = streakOf(some.map(at), today);
        expect(before.current).toBeLessThanOrEqual(before.best);
        expect(before.best).toBeLessThanOrEqual(new Set(some).size);
        expect(streakOf([...some, more].map(at), today).best).toBeGreaterThanOrEqual(before.best);
      }),
    );
  });
});
