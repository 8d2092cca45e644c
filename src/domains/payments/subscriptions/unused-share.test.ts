import { describe, expect, it } from 'vitest';
import { unusedShare } from './unused-share.ts';

const line = {
  description: 'Etude Plus',
  amountMinor: 3000,
  from: '2026-11-01T00:00:00Z',
  until: '2026-12-01T00:00:00Z',
  proration: false,
};
const at = (text: string) => Temporal.Instant.from(text);
const share = (
  when: string,
  changes: Partial<typeof line> = {},
  money: { paid?: number; refunded?: number; currency?: string } = {},
) => {
  const invoice = {
    currency: money.currency ?? 'GBP',
    paid_minor: money.paid ?? 3000,
    lines: [{ ...line, ...changes }],
  };
  return unusedShare(invoice, money.refunded ?? 0, at(when)).minor;
};

describe('what goes back when Plus ends at once (PY-06)', () => {
  it('is the part of the price that the rest of the period makes', () => {
    expect(share('2026-11-01T00:00:00Z')).toBe(3000);
    expect(share('2026-11-16T00:00:00Z')).toBe(1500);
    expect(share('2026-11-30T00:00:00Z')).toBe(100);
  });

  it('is nothing outside the period', () => {
    expect(share('2026-12-01T00:00:00Z')).toBe(0);
    expect(share('2026-10-31T23:59:59Z')).toBe(0);
  });

  it('is never more than the card paid and still holds', () => {
    expect(share('2026-11-01T00:00:00Z', {}, { paid: 1200 })).toBe(1200);
    expect(share('2026-11-01T00:00:00Z', {}, { paid: 1200, refunded: 500 })).toBe(700);
    expect(share('2026-11-16T00:00:00Z', {}, { refunded: 3000 })).toBe(0);
  });

  it('leaves out what a change of plan took back or charged', () => {
    expect(share('2026-11-16T00:00:00Z', { proration: true })).toBe(0);
    expect(share('2026-11-16T00:00:00Z', { amountMinor: -3000 })).toBe(0);
  });

  it('is a whole number of yen too (MK-03)', () => {
    expect(
      share('2026-11-11T00:00:01Z', { amountMinor: 980 }, { paid: 980, currency: 'JPY' }),
    ).toBe(653);
  });
});
