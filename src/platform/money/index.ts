/** An amount in a currency's minor units (cents, pence, paise, yen). Never a fraction. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

export function money(minor: number, currency: string): Money {
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`not a whole number of minor units: ${minor}`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`not an ISO 4217 currency: ${currency}`);
  return { minor, currency };
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + b.minor, sameCurrency(a, b));
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - b.minor, sameCurrency(a, b));
}

function sameCurrency(a: Money, b: Money): string {
  if (a.currency !== b.currency) throw new RangeError(`${a.currency} and ${b.currency} do not mix`);
  return a.currency;
}

/**
 * What amounts of a currency that are charged, sent or given back must be multiples of: banks settle
 * currencies of three decimals in tens.
 */
export const stepOf = (currency: string): number => (exponentOf(currency) === 3 ? 10 : 1);

/**
 * Splits an amount by weights. Every part but the first is rounded half to even, to what banks
 * settle; the first takes what is left, so the parts always sum to the whole.
 */
export function allocate(whole: Money, weights: readonly number[]): Money[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.some((w) => !Number.isSafeInteger(w) || w < 0) || total <= 0)
    throw new RangeError('weights are whole, not negative, and not all zero');
  const rest = weights.slice(1).map((weight) => portion(whole, weight, total));
  const first = whole.minor - rest.reduce((sum, minor) => sum + minor, 0);
  return [first, ...rest].map((minor) => money(minor, whole.currency));
}

/** The given basis points (1/10,000) of an amount, rounded half to even, to what banks settle. */
export function share(whole: Money, basisPoints: number): Money {
  return money(portion(whole, basisPoints, 10_000), whole.currency);
}

function portion({ minor, currency }: Money, weight: number, total: number): number {
  const step = stepOf(currency);
  return divideHalfEven(minor, weight, total * step) * step;
}

function divideHalfEven(minor: number, weight: number, total: number): number {
  const product = BigInt(minor) * BigInt(weight);
  const divisor = BigInt(total);
  const sign = product < 0n ? -1n : 1n;
  const magnitude = product * sign;
  const quotient = magnitude / divisor;
  const twice = (magnitude % divisor) * 2n;
  const up = twice > divisor || (twice === divisor && quotient % 2n === 1n);
  return Number(sign * (up ? quotient + 1n : quotient));
}

const exponents = new Map<string, number>();

/** Digits after the point in a currency: 2 for USD, 0 for JPY, 3 for KWD (from CLDR). */
export function exponentOf(currency: string): number {
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    exponent = format.resolvedOptions().maximumFractionDigits ?? 2;
    exponents.set(currency, exponent);
  }
  return exponent;
}

/** The amount as decimal text for machines ("38.00", "4500"), without going through a float. */
export function decimalText({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  if (exponent === 0) return String(minor);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** The amount as a person of that locale reads it ("£38.00", "¥4,500"). */
export function formatMoney(amount: Money, locale: string): string {
  const key = `${locale} ${amount.currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency });
    formats.set(key, format);
  }
  return format.format(decimalText(amount) as Intl.StringNumericLiteral);
}
