import { describe, expect, it } from 'vitest';
import type { Market } from './markets.queries.ts';
import { suggestMarket } from './suggest-market.ts';

const market = (code: Market['code'], countries: string[], zones: string[], locales: string[]) =>
  ({ code, countries, zones, locales }) as unknown as Market;
const markets = [
  market('us', ['US', 'PR'], ['America/New_York'], ['en-US', 'es-US']),
  market('gb', ['GB'], ['Europe/London'], ['en-GB']),
  market('in', ['IN'], ['Asia/Kolkata', 'Asia/Calcutta'], ['en-IN', 'hi-IN']),
  market('jp', ['JP'], ['Asia/Tokyo'], ['ja-JP', 'en-JP']),
];

const suggested = (signals: Parameters<typeof suggestMarket>[1]) => {
  const { market, because } = suggestMarket(markets, signals);
  return `${market.code} by ${because}`;
};

describe('the suggested market (MK-02)', () => {
  it.each([
    ['jp by country', { country: 'jp', timeZone: 'Europe/London', acceptLanguage: 'en-GB' }],
    ['us by country', { country: 'PR' }],
    [
      'in by time_zone',
      { country: 'XX', timeZone: 'Asia/Calcutta', acceptLanguage: 'en-US,en;q=0.9' },
    ],
    ['gb by time_zone', { timeZone: 'Europe/London', acceptLanguage: 'en-US' }],
    [
      'gb by language',
      { timeZone: 'Europe/Paris', acceptLanguage: 'fr-FR,en-GB;q=0.7,en-US;q=0.5' },
    ],
    ['us by language', { acceptLanguage: 'fr-FR, en-GB;q=0.3, en-US;q=0.8' }],
    ['jp by language', { acceptLanguage: 'ja' }],
    ['in by language', { acceptLanguage: 'hi-Deva-IN' }],
    ['us by default', { acceptLanguage: 'en' }],
    ['us by default', { acceptLanguage: 'ja;q=0' }],
    ['us by default', {}],
    [
      'us by default',
      { timeZone: '../../etc', country: '%', acceptLanguage: `${'x-'.repeat(5000)},,;;q=9` },
    ],
  ])('is %s from %j', (expected, signals) => {
    expect(suggested(signals)).toBe(expected);
  });
});
