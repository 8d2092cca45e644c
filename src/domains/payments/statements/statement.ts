import type { Ctx } from '../../../platform/context.ts';
import { decodeCursor, encodeCursor } from '../../../platform/http/index.ts';
import { invalid } from '../../../platform/errors/index.ts';
import { getPerson } from '../../identity/index.ts';
import {
  type Movement,
  selectBalanceAt,
  selectMonths,
  selectMovements,
} from './movements.queries.ts';

/** What moved through somebody's payout account in one month, in one currency. */
export interface CurrencyStatement {
  currency: string;
  openingMinor: number;
  movements: Movement[];
  closingMinor: number;
}

export interface Statement {
  /** YYYY-MM, on the calendar of the person's zone. */
  month: string;
  name: string;
  timeZone: string;
  locale: string;
  from: Temporal.ZonedDateTime;
  /** The month's last day. */
  lastDay: Temporal.PlainDate;
  currencies: CurrencyStatement[];
}

/** Opening balance, every movement, closing balance: they sum, to the last minor unit. */
export async function getStatement(ctx: Ctx, personId: string, month: string): Promise<Statement> {
  const { displayName: name, timeZone, locale } = await getPerson(ctx, personId);
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const from = first.toZonedDateTime({ timeZone });
  const until = first.add({ months: 1 }).toZonedDateTime({ timeZone });
  const period = { personId, from: from.toInstant(), until: until.toInstant() };
  const movements = await selectMovements(ctx, period);
  const opening = await selectBalanceAt(ctx, personId, period.from);
  const lastDay = until.toPlainDate().subtract({ days: 1 });
  const currencies = inCurrencies(opening, movements);
  return { month, name, timeZone, locale, from, lastDay, currencies };
}

/** By currency; one in which nothing moved and nothing lies is left out. */
function inCurrencies(
  opening: readonly { currency: string; minor: number }[],
  movements: readonly Movement[],
): CurrencyStatement[] {
  const codes = [...new Set([...opening, ...movements].map(({ currency }) => currency))];
  return codes.toSorted().flatMap((currency) => {
    const own = movements.filter((movement) => movement.currency === currency);
    const openingMinor = opening.find((one) => one.currency === currency)?.minor ?? 0;
    if (own.length === 0 && openingMinor === 0) return [];
    const closingMinor = own.reduce((sum, { amountMinor }) => sum + amountMinor, openingMinor);
    return [{ currency, openingMinor, movements: own, closingMinor }];
  });
}

const monthsPageLength = 24;

/** Months that have a statement, the latest first. Throws invalid bad_cursor. */
export async function listStatements(ctx: Ctx, personId: string, cursor: string | undefined) {
  const { timeZone } = await getPerson(ctx, personId);
  const before = cursor === undefined ? undefined : readMonthCursor(cursor);
  const limit = monthsPageLength + 1;
  const months = await selectMonths(ctx, { personId, timeZone, before, limit });
  const page = months.slice(0, monthsPageLength);
  const last = months.length > monthsPageLength ? page.at(-1) : undefined;
  return {
    items: page.map((month) => ({ month })),
    nextCursor: last ? encodeCursor([last]) : null,
  };
}

function readMonthCursor(cursor: string): string {
  const [month] = decodeCursor(cursor, 1);
  if (typeof month === 'string' && /^\d{4}-\d{2}$/.test(month)) return month;
  throw invalid('bad_cursor', 'This page link is not complete. Start again from the first page.', {
    field: 'cursor',
  });
}
