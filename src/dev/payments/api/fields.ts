import { amountStep, formatAmount, isCurrency, largestAmount, minimumAmount } from '../money.ts';
import { invalidRequest } from './errors.ts';
import type { Params } from './params.ts';

/** A lower-case currency code. */
export function readCurrency(params: Params, name = 'currency'): string | undefined {
  const currency = params.text(name, 20)?.toLowerCase();
  if (currency === undefined || isCurrency(currency)) return currency;
  throw invalidRequest(`Invalid currency: ${currency}`, { param: name });
}

export function requiredCurrency(params: Params): string {
  const currency = readCurrency(params);
  if (currency !== undefined) return currency;
  throw invalidRequest('Missing required param: currency.', {
    code: 'parameter_missing',
    param: 'currency',
  });
}

/** Refuses what the provider would not charge: too little, too much, or what banks cannot settle. */
export function checkChargeable(amount: number, currency: string): void {
  if (amount < minimumAmount(currency)) {
    throw invalidRequest(
      `The amount must be at least ${formatAmount(minimumAmount(currency), currency)}.`,
      { code: 'amount_too_small', param: 'amount' },
    );
  }
  if (amount > largestAmount) {
    throw invalidRequest(`The amount must be at most ${formatAmount(largestAmount, currency)}.`, {
      code: 'amount_too_large',
      param: 'amount',
    });
  }
  if (amount % amountStep(currency) !== 0) {
    throw invalidRequest(
      `Amounts in ${currency.toUpperCase()} must be multiples of ${amountStep(currency)} minor units.`,
      { code: 'parameter_invalid_integer', param: 'amount' },
    );
  }
}

/** An amount of at least 1 minor unit. */
export function readAmount(params: Params, name = 'amount'): number | undefined {
  const amount = params.integer(name);
  if (amount === undefined || amount >= 1) return amount;
  throw invalidRequest(`Invalid positive integer: ${name}`, {
    code: 'parameter_invalid_integer',
    param: name,
  });
}

export function requiredAmount(params: Params): number {
  const amount = readAmount(params);
  if (amount !== undefined) return amount;
  throw invalidRequest('Missing required param: amount.', {
    code: 'parameter_missing',
    param: 'amount',
  });
}

/** An http or https address, as it was given. */
export function readUrl(params: Params, name: string): string | undefined {
  const value = params.text(name);
  if (value === undefined) return undefined;
  const url = URL.parse(value);
  if (url && (url.protocol === 'http:' || url.protocol === 'https:')) return value;
  throw invalidRequest('Not a valid URL', { code: 'url_invalid', param: name });
}

export function requiredUrl(params: Params, name: string): string {
  const url = readUrl(params, name);
  if (url !== undefined) return url;
  throw invalidRequest(`Missing required param: ${name}.`, {
    code: 'parameter_missing',
    param: name,
  });
}

export function readEmail(params: Params, name: string): string | null {
  const value = params.text(name, 512);
  if (value === undefined) return null;
  if (/^[^\s@]+@[^\s@]+$/.test(value)) return value;
  throw invalidRequest(`Invalid email address: ${value}`, { code: 'email_invalid', param: name });
}
