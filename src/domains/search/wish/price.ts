import { exponentOf } from '../../../platform/money/index.ts';
import { type Span, spanOf } from './words.ts';

export interface WishedPrice extends Span {
  minor: number;
  currency: string;
}

const currencies: [pattern: string, currency: string][] = [
  ['us\\$|\\$|usd\\b|(?:us )?dollars?\\b|bucks?\\b', 'USD'],
  ['£|gbp\\b|pounds?(?: sterling)?\\b|quid\\b', 'GBP'],
  ['₹|inr\\b|rs\\b\\.?|rupees?\\b|रुपये', 'INR'],
  ['¥|jpy\\b|yen\\b|円', 'JPY'],
  ['€|eur\\b|euros?\\b', 'EUR'],
];
const anyCurrency = currencies.map(([pattern]) => pattern).join('|');
const currencyMatchers = currencies.map(
  ([pattern, code]) => [new RegExp(`^(?:${pattern})$`), code] as const,
);

const number = String.raw`\d{1,3}(?:,\d{2,3})+(?:\.\d{1,2})?|\d{1,7}(?:[.,]\d{1,2})?`;
/** Say "at most" even before a bare number. */
const limitWords =
  'under|below|less than|lower than|cheaper than|up to|upto|at most|no more than|not more than|not over|max(?:imum)?(?: of)?|budget(?: of| is|:)?|<=?|≤';
/** May stand before an amount with a currency; alone they say nothing of money. */
const looseWords = 'around|about|approx\\.?|roughly|within|for|at|~';
const atLeastWords = 'over|above|from|more than|at least|min(?:imum)?(?: of)?|>=?|≥';
const limitAfter = String.raw`or (?:less|under|below|cheaper)|max(?:imum)?\b|tops\b|at most|以下|まで|未満|以内`;
const perHour = String.raw`(?:\/|p\/|per|an?|each)\s*(?:h|hr|hour|lesson|session|class)\b|ph\b|hourly\b|p\/h\b`;

const pricePattern = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}.,])`,
    `(?:(?<between>between)\\s+|(?<atLeast>${atLeastWords})\\s*|(?<limit>${limitWords})\\s*|(?:${looseWords})\\s*)?`,
    `(?:(?<lowBefore>${anyCurrency})?\\s*(?<low>${number})\\s*(?<lowAfter>${anyCurrency})?\\s*(?:-|–|to|and)\\s*)?`,
    `(?<before>${anyCurrency})?\\s*(?<amount>${number})(?<thousands>\\s?k\\b)?(?![\\d:])`,
    `(?:\\s*(?<after>${anyCurrency}))?`,
    `(?:\\s*(?:${perHour}))?`,
    `(?:\\s*(?<limitAfter>${limitAfter}))?`,
  ].join(''),
  'gu',
);

/** What makes a bare number count something else: minutes, years, miles, o'clock, ordinals. */
const otherUnit =
  /^(?:\s*-?\s*(?:mins?|minutes?|hours?|hrs?|years?|yrs?|yo|y\/o|miles?|mi|kms?|kilomet\w*|m|met(?:re|er)s?|weeks?|days?|months?|lessons?|sessions?|classes|students?|people|kids|children|am|pm)\b|\s*[%:]|[\p{L}\d]|歳|才|分|時|人|回)/u;

/** "Kids under 12" is about an age. */
const ofAge = /(?:kids?|child(?:ren)?|boys?|girls?|teens?|students?|people|ages?|aged)\s*$/u;

/**
 * The most that a lesson's hour may cost, from the first amount in the folded wish that reads as
 * one. A bare number counts only beside words like "under" or "max".
 */
export function findPrice(
  text: string,
  folded: string,
  marketCurrency: string,
): WishedPrice | undefined {
  for (const match of folded.matchAll(pricePattern)) {
    const part = match.groups!;
    const named = part.before ?? part.after ?? part.lowBefore ?? part.lowAfter;
    const isRange = part.low !== undefined;
    const end = match.index + match[0].trimEnd().length;
    if (part.atLeast && !(isRange && part.atLeast === 'from')) continue;
    if (
      !named &&
      (isRange || !(part.limit ?? part.limitAfter) || isCount(folded, match.index, end))
    )
      continue;
    const currency = named ? currencyOf(named) : marketCurrency;
    const minor = minorUnits(part.amount!, part.thousands !== undefined, currency);
    if (minor <= 0) continue;
    return { ...spanOf(text, match.index, end), minor, currency };
  }
  return undefined;
}

function isCount(folded: string, start: number, end: number): boolean {
  return otherUnit.test(folded.slice(end)) || ofAge.test(folded.slice(0, start));
}

function currencyOf(written: string): string {
  return currencyMatchers.find(([pattern]) => pattern.test(written))![1];
}

/** "1,500.5" in minor units without a float; digits beyond the currency's are cut, so never more than was said. */
function minorUnits(amount: string, thousands: boolean, currency: string): number {
  const [whole = '', fraction = ''] = amount
    .replace(/,(?=\d{1,2}$)/, '.')
    .replaceAll(',', '')
    .split('.');
  const places = exponentOf(currency) + (thousands ? 3 : 0);
  return Number(whole + fraction.slice(0, places).padEnd(places, '0'));
}
