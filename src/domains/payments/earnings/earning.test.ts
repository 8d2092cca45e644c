import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepOf } from '../../../platform/money/index.ts';
import { type EarningFacts, splitEarning, statusOfEarning } from './earning.ts';

const now = Temporal.Instant.from('2026-11-25T09:00:00Z');
const facts = (more: Partial<EarningFacts> = {}): EarningFacts => ({
  currency: 'GBP',
  priceMinor: 3800,
  feeMinor: 380,
  chargeStatus: 'captured',
  capturedMinor: 3800,
  refundedMinor: 0,
  keepMinor: null,
  endsAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  isHeld: false,
  transfer: transfer('waiting'),
  payoutStatus: null,
  ...more,
});
function transfer(
  status: NonNullable<EarningFacts['transfer']>['status'],
  more: Partial<NonNullable<EarningFacts['transfer']>> = {},
): NonNullable<EarningFacts['transfer']> {
  return {
    status,
    dueAt: now,
    sentAt: null,
    amountMinor: 0,
    nettedMinor: 0,
    reversedMinor: 0,
    owedMinor: 0,
    ...more,
  };
}

const minors = (given: EarningFacts) => {
  const { price, returned, commission, netted, earned } = splitEarning(given);
  return [price, returned, commission, netted, earned].map(({ minor }) => minor);
};

describe('a price taken apart (PY-02, PY-07)', () => {
  it('is the commission and what is earned', () => {
    expect(minors(facts())).toEqual([3800, 0, 380, 0, 3420]);
  });

  it('counts a late cancellation by what stays of it, also before that was carried out', () => {
    expect(minors(facts({ keepMinor: 1900, refundedMinor: 1900 }))).toEqual([
      3800, 1900, 190, 0, 1710,
    ]);
    expect(minors(facts({ keepMinor: 1900 }))).toEqual([3800, 1900, 190, 0, 1710]);
    expect(minors(facts({ chargeStatus: 'voided', capturedMinor: 0 }))).toEqual([
      3800, 3800, 0, 0, 0,
    ]);
  });

  it('names what is set off against an earlier lesson', () => {
    const given = facts({ transfer: transfer('sent', { nettedMinor: 420 }) });
    expect(minors(given)).toEqual([3800, 0, 380, 420, 3000]);
  });

  it('always sums, whatever was captured and given back, in any currency (PY-10)', () => {
    const drawn = fc.record({
      priceMinor: fc.integer({ min: 1, max: 99_999_999 }),
      share: fc.integer({ min: 0, max: 10_000 }),
      back: fc.integer({ min: 0, max: 10_000 }),
      currency: fc.constantFrom('GBP', 'JPY', 'KWD'),
    });
    fc.assert(
      fc.property(drawn, ({ share, back, currency, ...some }) => {
        const step = stepOf(currency);
        const whole = (minor: number) => minor - (minor % step);
        const priceMinor = whole(some.priceMinor) + step;
        const feeMinor = whole(Math.floor((priceMinor * share) / 10_000));
        const refundedMinor = whole(Math.floor((priceMinor * back) / 10_000));
        const [price, returned, commission, netted, earned] = minors(
          facts({ priceMinor, feeMinor, capturedMinor: priceMinor, refundedMinor, currency }),
        );
        expect(returned! + commission! + netted! + earned!).toBe(price);
        expect(Math.min(returned!, commission!, earned!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

const statusOf = (more: Partial<EarningFacts>) => statusOfEarning(facts(more), now);

describe('where a lesson’s money is (PY-02, PY-03)', () => {
  it('is told from the charge, the transfer and the payout', () => {
    const ahead = Temporal.Instant.from('2026-11-26T09:00:00Z');
    expect(statusOf({ endsAt: ahead })).toBe('expected');
    expect(statusOf({ capturedMinor: 0, chargeStatus: 'authorised' })).toBe('expected');
    expect(statusOf({})).toBe('waiting');
    expect(statusOf({ isHeld: true })).toBe('held_back');
    // Reversed for a dispute, and sent again should it be won.
    expect(statusOf({ isHeld: true, transfer: transfer('reversed') })).toBe('held_back');
    expect(statusOf({ transfer: transfer('blocked') })).toBe('blocked');
    expect(statusOf({ transfer: transfer('sent') })).toBe('sent');
    expect(statusOf({ transfer: transfer('sent'), payoutStatus: 'pending' })).toBe('sent');
    expect(statusOf({ transfer: transfer('sent'), payoutStatus: 'paid' })).toBe('paid');
    expect(statusOf({ transfer: transfer('sent'), payoutStatus: 'failed' })).toBe('sent');
    expect(statusOf({ transfer: transfer('reversed') })).toBe('taken_back');
    expect(statusOf({ transfer: transfer('cancelled') })).toBe('cancelled');
    expect(statusOf({ refundedMinor: 3800 })).toBe('cancelled');
  });
});
