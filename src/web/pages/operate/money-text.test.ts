import { describe, expect, it } from 'vitest';
import { readAmount, typedAmount } from './money-text.ts';

describe('an amount that is typed', () => {
  it.each([
    ['12.50', 'GBP', 1250],
    ['12,5', 'GBP', 1250],
    ['12', 'GBP', 1200],
    ['0.07', 'GBP', 7],
    ['4500', 'JPY', 4500],
    ['1.234', 'KWD', 1234],
    [' 8 ', 'GBP', 800],
  ])('%s %s is %i minor units (MK-03)', (typed, currency, minor) => {
    expect(readAmount(typed, currency)).toBe(minor);
  });

  it.each([
    ['12.505', 'GBP'],
    ['45.5', 'JPY'],
    ['-5', 'GBP'],
    ['1e3', 'GBP'],
    ['', 'GBP'],
    ['£5', 'GBP'],
  ])('%s %s is refused rather than guessed (MK-03)', (typed, currency) => {
    expect(readAmount(typed, currency)).toBeUndefined();
  });

  it.each([
    [1250, 'GBP', '12.50'],
    [7, 'GBP', '0.07'],
    [4500, 'JPY', '4500'],
    [1234, 'KWD', '1.234'],
  ])('of %i %s is shown as %s, and read as the same (MK-03)', (minor, currency, text) => {
    expect(typedAmount(minor, currency)).toBe(text);
    expect(readAmount(text, currency)).toBe(minor);
  });
});
