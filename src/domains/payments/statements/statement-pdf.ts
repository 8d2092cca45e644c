import { decimalText, money } from '../../../platform/money/index.ts';
import { type PdfBlock, renderPdf } from '../../../platform/pdf/index.ts';
import { isOfLesson, type Movement } from './movements.queries.ts';
import type { CurrencyStatement, Statement } from './statement.ts';
import { m } from './statement-texts.ts';

/** The statement as a paper. */
export async function statementPdf(statement: Statement): Promise<Buffer> {
  const month = monthName(statement);
  return renderPdf({
    title: m.statement_title({ month }),
    issuer: m.statement_issuer(),
    language: 'en',
    blocks: [
      { kind: 'facts', facts: factsOf(statement) },
      ...(statement.currencies.length === 0
        ? [{ kind: 'paragraph' as const, text: m.statement_nothing() }]
        : statement.currencies.flatMap((one) => sectionOf(one, statement))),
      { kind: 'note', text: m.statement_note_amounts() },
      { kind: 'note', text: m.statement_note_fees() },
    ],
    footer: m.statement_footer({ month }),
    pageOf: (page, pages) => m.statement_page({ page, pages }),
  });
}

/** The texts are English, so dates are written as an English reader expects them. */
const textLocale = ({ locale }: Statement) => (locale.startsWith('en') ? locale : 'en-GB');

const monthName = (statement: Statement) =>
  statement.from.toLocaleString(textLocale(statement), { month: 'long', year: 'numeric' });

function factsOf(statement: Statement): [string, string][] {
  const day = (date: Temporal.PlainDate) =>
    date.toLocaleString(textLocale(statement), { dateStyle: 'long' });
  const zone = statement.timeZone.split('/').at(-1)!.replaceAll('_', ' ');
  const from = day(statement.from.toPlainDate());
  return [
    [m.statement_name(), statement.name],
    [m.statement_period(), m.statement_period_is({ from, until: day(statement.lastDay), zone })],
  ];
}

function sectionOf(one: CurrencyStatement, statement: Statement): PdfBlock[] {
  const amount = (minor: number) => decimalText(money(minor, one.currency));
  const end = { weight: 3, align: 'end' } as const;
  return [
    { kind: 'heading', text: m.statement_in({ currency: one.currency }) },
    {
      kind: 'table',
      columns: [
        { title: m.statement_date(), weight: 3 },
        { title: m.statement_what(), weight: 8 },
        { title: m.statement_paid(), ...end },
        { title: m.statement_commission(), ...end },
        { title: m.statement_set_off(), ...end },
        { title: m.statement_amount(), ...end },
      ],
      rows: [
        ['', m.statement_opening(), '', '', '', amount(one.openingMinor)],
        ...one.movements.map((movement) => rowOf(movement, statement, amount)),
      ],
      totals: [['', m.statement_closing(), '', '', '', amount(one.closingMinor)]],
    },
  ];
}

function rowOf(movement: Movement, statement: Statement, amount: (minor: number) => string) {
  const day = (instant: Temporal.Instant) =>
    instant
      .toZonedDateTimeISO(statement.timeZone)
      .toLocaleString(textLocale(statement), { day: 'numeric', month: 'short', year: 'numeric' });
  const { paidMinor, commissionMinor, setOffMinor } = movement;
  const parts = isOfLesson(movement)
    ? [paidMinor, commissionMinor, setOffMinor].map(amount)
    : ['', '', ''];
  return [day(movement.at), whatOf(movement, day), ...parts, amount(movement.amountMinor)];
}

function whatOf(
  { kind, title, startsAt, bankLast4: bank }: Movement,
  day: (instant: Temporal.Instant) => string,
): string {
  const lesson =
    title && startsAt
      ? m.statement_lesson({ title, day: day(startsAt) })
      : m.statement_some_lesson();
  switch (kind) {
    case 'transfer':
      return lesson;
    case 'transfer_reversal':
      return m.statement_taken_back({ lesson });
    case 'transfer_undone':
      return m.statement_undone({ lesson });
    case 'payout':
      return bank ? m.statement_payout({ bank }) : m.statement_payout_plain();
    case 'payout_back':
      return m.statement_payout_back();
  }
}
