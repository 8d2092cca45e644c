import { expect, it } from 'vitest';
import { formatAmount, isCurrency, processingFee } from './money.ts';

it('amounts are written with the minor digits of their currency (PY-10)', () => {
  expect(formatAmount(4550, 'gbp')).toBe('£45.50');
  expect(formatAmount(6000, 'jpy')).toBe('¥6,000');
  expect(formatAmount(150_000, 'inr')).toBe('₹1,500.00');
  expect(formatAmount(1500, 'bhd')).toContain('1.500');
});

it('the fee is 1.5 % rounded half up, plus 20 (PY-10)', () => {
  expect([100, 99, 3160, 3170, 6000].map(processingFee)).toEqual([22, 21, 67, 68, 110]);
});

it('knows currencies by their lower-case code only', () => {
  expect(['usd', 'USD', 'zzz', 'toString', ''].map(isCurrency)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
