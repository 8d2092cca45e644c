import { expect, it } from 'vitest';
import { formatDistance } from './distances.ts';
import { formatPrice } from './prices.ts';
import { dateIn, formatTime } from './times.ts';

it('shows prices in their currency, with a fraction only where there is one (MK-03)', () => {
  expect(formatPrice({ minor: 3800, currency: 'GBP' }, 'en-GB')).toBe('£38');
  expect(formatPrice({ minor: 3850, currency: 'GBP' }, 'en-GB')).toBe('£38.50');
  expect(formatPrice({ minor: 3800, currency: 'GBP' }, 'en-GB', true)).toBe('£38.00');
  expect(formatPrice({ minor: 4500, currency: 'JPY' }, 'en-JP', true)).toBe('¥4,500');
  expect(formatPrice({ minor: -5, currency: 'USD' }, 'en-US')).toBe('-$0.05');
});

it('shows an instant in the viewer’s zone, in the viewer’s way (SC-02)', () => {
  const start = '2026-11-24T18:00:00Z';
  expect(formatTime(start, 'time', 'Europe/London', 'en-GB')).toBe('18:00');
  expect(formatTime(start, 'time', 'America/New_York', 'en-US')).toMatch(/^1:00\sPM$/);
  expect(formatTime(start, 'longDay', 'Asia/Tokyo', 'en-GB')).toMatch(/Wednesday,? 25 November/);
  expect(dateIn(start, 'Asia/Tokyo')).toBe('2026-11-25');
});

it('shows distances in the market’s unit (MK-01)', () => {
  expect(formatDistance(965, 'mi', 'en-GB')).toBe('0.6 mi');
  expect(formatDistance(23_400, 'km', 'en-GB')).toBe('23 km');
});
