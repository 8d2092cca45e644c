import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Money, money } from '../../../platform/money/index.ts';
import {
  cancellationPolicies,
  deadlinesOf,
  keptCommission,
  type PolicyKind,
  quoteRefund,
} from './cancellation-policy.ts';

const at = (text: string) => Temporal.Instant.from(text);
const startsAt = at('2026-12-10T15:00:00Z');
const price = money(3801, 'GBP');

function refundAt(
  kind: PolicyKind,
  now: string,
  { bookedAt = '2026-11-23T09:00:00Z', of = price }: { bookedAt?: string; of?: Money } = {},
) {
  const policy = cancellationPolicies[kind];
  return quoteRefund({
    policy,
    price: of,
    startsAt,
    bookedAt: at(bookedAt),
    by: 'learner',
    now: at(now),
  }).refund.minor;
}

describe('what a learner gets back (SC-06)', () => {
  it.each<[PolicyKind, string, number]>([
    ['flexible', '2026-12-10T03:00:00Z', 3801],
    ['flexible', '2026-12-10T03:00:00.001Z', 0],
    ['standard', '2026-12-09T15:00:00Z', 3801],
    ['standard', '2026-12-09T15:00:00.001Z', 1900],
    ['standard', '2026-12-10T13:00:00Z', 1900],
    ['standard', '2026-12-10T13:00:00.001Z', 0],
    ['strict', '2026-12-07T15:00:00Z', 3801],
    ['strict', '2026-12-07T15:01:00Z', 1900],
    ['strict', '2026-12-09T15:00:00Z', 1900],
    ['strict', '2026-12-09T15:00:00.001Z', 0],
  ])('%s at %s: %i', (kind, now, expected) => {
    expect(refundAt(kind, now)).toBe(expected);
  });

  it('halves to the even minor unit, also where there are no cents', () => {
    const halfway = '2026-12-10T00:00:00Z';
    expect(refundAt('standard', halfway, { of: money(3803, 'GBP') })).toBe(1902);
    expect(refundAt('standard', halfway, { of: money(4505, 'JPY') })).toBe(2252);
  });

  it('is everything within an hour of booking, if the start was over a day away', () => {
    const bookedAt = '2026-12-09T10:00:00Z';
    expect(refundAt('strict', '2026-12-09T11:00:00Z', { bookedAt })).toBe(3801);
    expect(refundAt('strict', '2026-12-09T11:00:00.001Z', { bookedAt })).toBe(1900);
    expect(refundAt('strict', '2026-12-09T15:30:00Z', { bookedAt: '2026-12-09T15:00:00Z' })).toBe(
      0,
    );
  });

  it('is everything when the instructor cancels, up to the last minute', () => {
    const policy = cancellationPolicies.strict;
    const quote = quoteRefund({
      policy,
      price,
      startsAt,
      bookedAt: at('2026-11-23T09:00:00Z'),
      by: 'instructor',
      now: at('2026-12-10T14:59:00Z'),
    });
    expect(quote.refund).toEqual(price);
    expect(quote.kept).toEqual(money(0, 'GBP'));
  });

  it('lists exact deadlines, and none that had passed when the lesson was booked', () => {
    const listed = (kind: PolicyKind, bookedAt: string) =>
      deadlinesOf({
        policy: cancellationPolicies[kind],
        price,
        startsAt,
        bookedAt: at(bookedAt),
      }).map(({ until, refund }) => `${until} ${refund.minor}`);
    expect(listed('standard', '2026-11-23T09:00:00Z')).toEqual([
      '2026-12-09T15:00:00Z 3801',
      '2026-12-10T13:00:00Z 1900',
    ]);
    expect(listed('standard', '2026-12-10T10:00:00Z')).toEqual(['2026-12-10T13:00:00Z 1900']);
    expect(listed('standard', '2026-12-09T14:30:00Z')).toEqual([
      '2026-12-09T15:30:00Z 3801',
      '2026-12-10T13:00:00Z 1900',
    ]);
    expect(listed('strict', '2026-12-08T10:00:00Z')).toEqual([
      '2026-12-08T11:00:00Z 3801',
      '2026-12-09T15:00:00Z 1900',
    ]);
    expect(listed('flexible', '2026-12-10T10:00:00Z')).toEqual([]);
  });

  it('never grows as time passes, always sums with what is kept, and changes only at a listed deadline', () => {
    const kinds = fc.constantFrom<PolicyKind>('flexible', 'standard', 'strict');
    fc.assert(
      fc.property(
        kinds,
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.nat(20_000),
        fc.nat(20_000),
        fc.nat(20_000),
        (kind, minor, lead, a, b) => {
          const terms = {
            policy: cancellationPolicies[kind],
            price: money(minor, 'INR'),
            startsAt,
            bookedAt: startsAt.subtract({ minutes: lead }),
            by: 'learner' as const,
          };
          const [first, second] = [Math.min(a, b), Math.max(a, b)].map((minutes) =>
            terms.bookedAt.add({ minutes }),
          );
          const early = quoteRefund({ ...terms, now: first! });
          const late = quoteRefund({ ...terms, now: second! });
          expect(late.refund.minor).toBeLessThanOrEqual(early.refund.minor);
          expect(early.refund.minor + early.kept.minor).toBe(minor);
          const crossed = deadlinesOf(terms).some(
            ({ until }) =>
              Temporal.Instant.compare(first!, until) <= 0 &&
              Temporal.Instant.compare(until, second!) < 0,
          );
          if (!crossed) expect(late.refund).toEqual(early.refund);
        },
      ),
    );
  });
});

describe('keptCommission', () => {
  it('shrinks with the refund, half to even', () => {
    expect(
      keptCommission(money(381, 'GBP'), { refund: money(1901, 'GBP'), kept: money(1900, 'GBP') })
        .minor,
    ).toBe(190);
    expect(
      keptCommission(money(380, 'GBP'), { refund: money(3801, 'GBP'), kept: money(0, 'GBP') })
        .minor,
    ).toBe(0);
    expect(
      keptCommission(money(380, 'GBP'), { refund: money(0, 'GBP'), kept: money(3801, 'GBP') })
        .minor,
    ).toBe(380);
  });
});
