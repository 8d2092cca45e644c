import { decimalText, money } from '../../../platform/money/index.ts';
import { isOfLesson, type Movement } from './movements.queries.ts';
import type { CurrencyStatement, Statement } from './statement.ts';
import { m } from './statement-texts.ts';

/** The statement for a spreadsheet: one line per movement, with the balance after it. RFC 4180, UTF-8. */
export function statementCsv({ currencies, timeZone, from, lastDay }: Statement): string {
  const lines = currencies.flatMap((one) => [
    balanceLine('opening', from.toPlainDate(), one.currency, one.openingMinor),
    ...movementLines(one, timeZone),
    balanceLine('closing', lastDay, one.currency, one.closingMinor),
  ]);
  const rows = [m.statement_columns(), ...lines];
  // The mark tells spreadsheets that the letters are UTF-8.
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function movementLines({ currency, openingMinor, movements }: CurrencyStatement, timeZone: string) {
  let balance = openingMinor;
  return movements.map((movement) => {
    balance += movement.amountMinor;
    const amount = (minor: number) => decimalText(money(minor, currency));
    const part = (minor: number) => (isOfLesson(movement) ? amount(minor) : '');
    return [
      movement.at.toZonedDateTimeISO(timeZone).toPlainDate().toString(),
      m.statement_kinds()[movement.kind],
      movement.title ?? bankOf(movement),
      movement.startsAt
        ?.toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' }) ?? '',
      movement.reference ?? '',
      currency,
      part(movement.paidMinor),
      part(movement.commissionMinor),
      part(movement.setOffMinor),
      amount(movement.amountMinor),
      amount(balance),
    ];
  });
}

const bankOf = ({ bankLast4 }: Movement) => (bankLast4 ? `····${bankLast4}` : '');

function balanceLine(
  kind: 'opening' | 'closing',
  day: Temporal.PlainDate,
  currency: string,
  minor: number,
): string[] {
  const balance = decimalText(money(minor, currency));
  return [day.toString(), m.statement_kinds()[kind], '', '', '', currency, '', '', '', '', balance];
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made a text. */
function cell(text: string): string {
  const isAmount = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isAmount && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
