import { exponentOf, formatPrice } from '../../format/prices.ts';

/** An amount as operators compare it: with every digit, in its own currency. */
export const moneyText = (minor: number, currency: string, locale: string): string =>
  formatPrice({ minor, currency }, locale, true);

/** "12.50" as a field of a form shows it. */
export function typedAmount(minor: number, currency: string): string {
  const exponent = exponentOf(currency);
  const digits = String(minor).padStart(exponent + 1, '0');
  return exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * Minor units of what was typed, "12.50" or "12,5"; undefined when it is no amount of that currency.
 * Digits are moved as text, so no fraction is ever computed.
 */
export function readAmount(typed: string, currency: string): number | undefined {
  const exponent = exponentOf(currency);
  const parts = /^(\d{1,9})(?:[.,](\d*))?$/.exec(typed.trim());
  const fraction = parts?.[2] ?? '';
  if (!parts || fraction.length > exponent) return undefined;
  return Number(`${parts[1]}${fraction.padEnd(exponent, '0')}`);
}
