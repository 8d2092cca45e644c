import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, allocate, exponentOf, formatMoney, money, share, stepOf, subtract } from './index.ts';

const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

describe('money', () => {
  it('is a whole number of minor units in a known currency (PY-10)', () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])
      expect(() => money(wrong, 'GBP')).toThrow(RangeError);
    expect(() => money(1, 'pounds')).toThrow(RangeError);
  });

  it('never mixes currencies (MK-03)', () => {
    expect(() => subtract(money(1, 'GBP'), money(1, 'USD'))).toThrow(/do not mix/);
  });

  it('splits into parts that sum to the whole, whatever the weights (MK-03)', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 6 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(minor, weights, (whole, drawn) => {
        const parts = allocate(money(whole, 'JPY'), drawn);
        expect(parts.reduce((sum, part) => sum + part.minor, 0)).toBe(whole);
        expect(parts).toHaveLength(drawn.length);
      }),
    );
  });

  it('splits what banks settle in tens into tens, and loses nothing of what they do not (MK-03)', () => {
    const currency = fc.constantFrom('KWD', 'BHD', 'TND', 'JPY', 'GBP');
    const bp = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), currency, bp, (any, code, points) => {
        const step = stepOf(code);
        const whole = money(any - (any % step), code);
        const parts = allocate(whole, [10_000 - points, points]);
        expect(parts.map((part) => part.minor % step)).toEqual([0, 0]);
        expect(parts[0]!.minor + parts[1]!.minor).toBe(whole.minor);
        expect(parts[1]).toEqual(share(whole, points));
        const [rest] = allocate(money(any, code), [3, 7]);
        expect(add(rest!, allocate(money(any, code), [3, 7])[1]!).minor).toBe(any);
        const exact = (any * points) / 10_000;
        expect(Math.abs(share(money(any, code), points).minor - exact)).toBeLessThanOrEqual(
          step / 2,
        );
      }),
    );
  });

  it('gives back in parts just what it split, in whatever parts it is kept (MK-03, PY-04)', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 0, max: 3000 }), (drawn, points) => {
        const whole = drawn.reduce((sum, part) => sum + part, 0);
        const fee = share(money(whole, 'GBP'), points);
        let kept = whole;
        let back = 0;
        for (const part of drawn) {
          const before = allocate(fee, [whole - kept, kept])[1]!.minor;
          kept -= part;
          back += before - allocate(fee, [whole - kept, kept])[1]!.minor;
        }
        expect(back).toBe(fee.minor);
      }),
    );
  });

  it.each([
    [25, 1000, 2], // 2.5 goes to the even neighbour
    [35, 1000, 4],
    [-25, 1000, -2],
    [3_800, 1000, 380],
    [1, 5000, 0],
    [3, 5000, 2],
  ])('takes a share of %i by %i basis points half to even: %i', (whole, points, expected) => {
    expect(share(money(whole, 'GBP'), points).minor).toBe(expected);
  });

  it('reads as people write it, with and without minor units (MK-01, MK-04)', () => {
    expect(formatMoney(money(3_800, 'GBP'), 'en-GB')).toBe('£38.00');
    expect(formatMoney(money(4_500, 'JPY'), 'ja-JP')).toBe('￥4,500');
    expect(formatMoney(money(-5, 'USD'), 'en-US')).toBe('-$0.05');
    expect(formatMoney(money(9_007_199_254_740_991, 'INR'), 'en-IN')).toBe(
      '₹9,00,71,99,25,47,409.91',
    );
    expect([exponentOf('JPY'), exponentOf('GBP'), exponentOf('KWD')]).toEqual([0, 2, 3]);
  });
});
