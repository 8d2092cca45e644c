import { type Ctx, personOf } from '../../../platform/context.ts';
import { encodeCursor } from '../../../platform/http/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { receiptNotFound } from '../errors.ts';
import { readTimeCursor } from '../time-cursor.ts';
import {
  findPaymentRefunds,
  findPaymentRow,
  listPaymentRows,
  type PaymentRefund,
  type PaymentRow,
} from './my-payments.queries.ts';

/**
 * `held`: authorised, taken after the lesson. `released`: let go without being taken. `due`: a bill
 * that waits to be paid. `checking`: the provider is being asked.
 */
export type PaymentStatus =
  | 'held'
  | 'paid'
  | 'released'
  | 'partly_refunded'
  | 'refunded'
  | 'due'
  | 'checking';

export interface PaymentView {
  id: string;
  kind: 'lesson' | 'plus';
  /** Where it is for a lesson. */
  bookingId: string | null;
  description: string | null;
  status: PaymentStatus;
  amount: Money;
  refunded: Money;
  /** Why something was given back or let go. */
  reason: string | null;
  refunds: RefundView[];
  card: { brand: string; last4: string } | null;
  payUrl: string | null;
  at: Temporal.Instant;
  /** Whether there is a receipt: something was taken. */
  hasReceipt: boolean;
}

export interface RefundView {
  amount: Money;
  status: 'pending' | 'succeeded' | 'failed';
  at: Temporal.Instant;
  /** The latest by when banks usually show it. */
  arrivesBy: Temporal.Instant;
}

/** Banks take five to ten days. */
const arrivalDays = 10;

/** A page of what the signed-in person has paid, newest first. Throws bad_cursor. */
export async function listPayments(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: PaymentView[]; nextCursor: string | null }> {
  const { id: personId } = personOf(ctx);
  const after = cursor === undefined ? undefined : readTimeCursor(cursor);
  const rows = await listPaymentRows(ctx, personId, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  const refunds = await findPaymentRefunds(
    ctx,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((row) => viewPayment(row, refunds.get(row.id) ?? [])),
    nextCursor: last ? encodeCursor([last.at.toString(), last.id]) : null,
  };
}

/** One payment of the signed-in person, with what a paper about it needs. Throws payment_not_found. */
export async function getPayment(
  ctx: Ctx,
  id: string,
): Promise<{ row: PaymentRow; view: PaymentView }> {
  const row = await findPaymentRow(ctx, personOf(ctx).id, id);
  if (!row) throw receiptNotFound();
  const refunds = await findPaymentRefunds(ctx, [id]);
  return { row, view: viewPayment(row, refunds.get(id) ?? []) };
}

function viewPayment(row: PaymentRow, refunds: PaymentRefund[]): PaymentView {
  const amount = (minor: number) => money(minor, row.currency);
  const status = statusOf(row);
  const { cardBrand: brand, cardLast4: last4 } = row;
  return {
    id: row.id,
    kind: row.kind,
    bookingId: /^booking:(.+)$/.exec(row.reference ?? '')?.[1] ?? null,
    description: row.description,
    status,
    amount: amount(status === 'released' || status === 'due' ? row.amountMinor : row.paidMinor),
    refunded: amount(row.refundedMinor),
    reason: row.reason === 'delivered' ? null : row.reason,
    refunds: refunds.map((refund) => ({
      amount: amount(refund.amountMinor),
      status: refund.status,
      at: refund.at,
      arrivesBy: refund.at.add({ hours: arrivalDays * 24 }),
    })),
    card: brand && last4 ? { brand, last4 } : null,
    payUrl: row.payUrl,
    at: row.at,
    hasReceipt: ['paid', 'partly_refunded', 'refunded'].includes(status),
  };
}

function statusOf({ status, paidMinor, refundedMinor }: PaymentRow): PaymentStatus {
  if (status === 'open') return 'due';
  if (status === 'authorised') return 'held';
  if (status === 'voided') return 'released';
  if (status === 'unknown') return 'checking';
  if (refundedMinor === 0) return 'paid';
  return refundedMinor < paidMinor ? 'partly_refunded' : 'refunded';
}
