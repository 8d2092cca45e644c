const metersPerMile = 1609.344;
const formats = new Map<string, Intl.NumberFormat>();

/** "0.6 mi" or "1.2 km": one digit below ten, none above. */
export function formatDistance(meters: number, unit: 'mi' | 'km', locale: string): string {
  const value = meters / (unit === 'mi' ? metersPerMile : 1000);
  const digits = value < 10 ? 1 : 0;
  const key = `${locale} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return `${format.format(value)} ${unit}`;
}
