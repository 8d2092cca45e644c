import { getContact } from '../../identity/index.ts';
import { getMarket } from '../../markets/index.ts';
import { type Ctx, personOf } from '../../../platform/context.ts';
import { decimalText, type Money, money } from '../../../platform/money/index.ts';
import { type PdfBlock, type PdfPaper, renderPdf } from '../../../platform/pdf/index.ts';
import { receiptNotFound } from '../errors.ts';
import type { InvoiceLine } from '../subscriptions/observe-subscription.ts';
import { getPayment, type PaymentView } from './list-payments.ts';
import type { PaymentRow } from './my-payments.queries.ts';
import { m } from './receipt-texts.ts';

export type PaperKind = 'receipt' | 'invoice';

/**
 * The receipt or invoice of a payment of the signed-in person, with the file's name. Throws
 * payment_not_found, also while nothing was taken.
 */
export async function paymentPdf(
  ctx: Ctx,
  { id, kind }: { id: string; kind: PaperKind },
): Promise<{ name: string; file: Buffer }> {
  const { row, view } = await getPayment(ctx, id);
  if (!view.hasReceipt) throw receiptNotFound();
  const { displayName, email, timeZone, locale } = await getContact(ctx, personOf(ctx).id);
  const market = await getMarket(ctx, row.marketCode);
  const reader: Reader = {
    name: `${displayName}, ${email}`,
    // The texts are English, so dates are written as an English reader expects them.
    day: (at) =>
      at
        .toZonedDateTimeISO(timeZone)
        .toPlainDate()
        .toLocaleString(locale.startsWith('en') ? locale : 'en-GB', { dateStyle: 'long' }),
    country: market.name,
    taxNote: market.taxNote,
  };
  const number = paperNumber(row);
  return {
    name: `etude-${kind}-${number}.pdf`,
    file: await renderPdf(paymentPaper({ row, view, kind, number, reader })),
  };
}

export interface Reader {
  name: string;
  day(at: Temporal.Instant): string;
  country: string;
  taxNote: string;
}

/** Provider's numbers where there are; a lesson's is its payment's own, short enough to be read out. */
export function paperNumber({ kind, reference, id, at }: PaymentRow): string {
  if (kind === 'plus' && reference) return reference;
  const year = at.toZonedDateTimeISO('UTC').year;
  return `L${year}-${id.replaceAll('-', '').slice(-10).toUpperCase()}`;
}

interface About {
  row: PaymentRow;
  view: PaymentView;
  kind: PaperKind;
  number: string;
  reader: Reader;
}

/** What the paper says; every amount as digits below the currency's code, as no font has every sign. */
function paymentPaper({ row, view, kind, number, reader }: About): PdfPaper {
  const { card } = view;
  const brand = card && card.brand.charAt(0).toUpperCase() + card.brand.slice(1);
  const paidWith = card ? m.paper_card({ brand: brand!, last4: card.last4 }) : m.paper_card_any();
  return {
    title: kind === 'receipt' ? m.receipt_title() : m.invoice_title(),
    issuer: m.paper_issuer(),
    language: 'en',
    blocks: [
      {
        kind: 'facts',
        facts: [
          [m.paper_number(), number],
          [m.paper_date(), reader.day(row.at)],
          [m.paper_for(), reader.name],
          [m.paper_country(), reader.country],
          ...(kind === 'receipt' ? [[m.paper_paid_with(), paidWith] as const] : []),
        ],
      },
      tableOf(row, view, reader),
      { kind: 'note', text: reader.taxNote },
      ...(row.kind === 'lesson' ? [{ kind: 'note' as const, text: m.paper_lesson_note() }] : []),
    ],
    footer: m.paper_footer({ number }),
    pageOf: (page, pages) => m.paper_page({ page, pages }),
  };
}

function tableOf(row: PaymentRow, view: PaymentView, reader: Reader): PdfBlock {
  const amount = (value: Money) => decimalText(value);
  const minor = (value: number) => amount(money(value, row.currency));
  const left = row.paidMinor - row.refundedMinor;
  return {
    kind: 'table',
    columns: [
      { title: m.paper_what(), weight: 6 },
      { title: m.paper_when(), weight: 5 },
      { title: m.paper_amount({ currency: row.currency }), weight: 3, align: 'end' },
    ],
    rows: linesOf(row, reader).map(([what, when, value]) => [what, when, minor(value)]),
    totals: [
      [m.paper_total(), '', minor(row.paidMinor)],
      ...view.refunds
        .filter(({ status }) => status !== 'failed')
        .map(({ at, amount: back }) => [
          m.paper_refunded({ date: reader.day(at) }),
          '',
          minor(-back.minor),
        ]),
      ...(row.refundedMinor > 0 ? [[m.paper_left(), '', minor(left)]] : []),
    ],
  };
}

type Line = [what: string, when: string, minor: number];

/** They add up to what was paid. */
export function linesOf(row: PaymentRow, reader: Pick<Reader, 'day'>): Line[] {
  if (row.kind === 'lesson') {
    const what = row.description ?? m.paper_lesson();
    const partly = row.paidMinor < row.amountMinor;
    return [[partly ? `${what} (${m.paper_kept()})` : what, reader.day(row.at), row.paidMinor]];
  }
  const lines = (row.lines ?? []).map((line): Line => [
    nameOf(line),
    `${reader.day(Temporal.Instant.from(line.from))} – ${reader.day(Temporal.Instant.from(line.until))}`,
    line.amountMinor,
  ]);
  const sum = lines.reduce((total, [, , value]) => total + value, 0);
  return sum === row.paidMinor ? lines : [...lines, [m.paper_credit(), '', row.paidMinor - sum]];
}

const monthDaysMax = 31;

function nameOf({ proration, from, until }: InvoiceLine): string {
  if (proration) return m.paper_plus_rest();
  const hours = Temporal.Instant.from(from).until(until).total('hours');
  return hours <= monthDaysMax * 24 + 1 ? m.paper_plus_month() : m.paper_plus_year();
}
