const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, currency: string, whole: boolean): Intl.NumberFormat {
  const key = `${locale} ${currency} ${whole}`;
  let format = formats.get(key);
  if (!format) {
    const digits = whole ? { maximumFractionDigits: 0 } : {};
    format = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...digits,
    });
    formats.set(key, format);
  }
  return format;
}

const exponents = new Map<string, number>();

/** Digits after the point in a currency: 2 for GBP, 0 for JPY. */
export function exponentOf(currency: string): number {
  let exponent = exponents.get(currency);
  if (exponent === undefined) {
    exponent =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
        .maximumFractionDigits ?? 2;
    exponents.set(currency, exponent);
  }
  return exponent;
}

/**
 * An amount as a person of that locale reads it: "£38" for whole pounds unless `exact`, else
 * "£38.50". The digits are moved as text, so no fraction is ever computed.
 */
export function formatPrice(
  amount: { minor: number; currency: string },
  locale: string,
  exact = false,
): string {
  const exponent = exponentOf(amount.currency);
  const digits = String(Math.abs(amount.minor)).padStart(exponent + 1, '0');
  const fraction = exponent === 0 ? '' : digits.slice(-exponent);
  const whole = exponent === 0 ? digits : digits.slice(0, -exponent);
  const text =
    `${amount.minor < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}` as Intl.StringNumericLiteral;
  return formatOf(locale, amount.currency, !exact && /^0*$/.test(fraction)).format(text);
}

/** The sign of a currency in that locale: "£". */
export function currencySign(currency: string, locale: string): string {
  const parts = formatOf(locale, currency, true).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
