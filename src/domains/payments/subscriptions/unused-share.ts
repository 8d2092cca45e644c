import { allocate, type Money, money } from '../../../platform/money/index.ts';
import type { InvoiceLine } from './observe-subscription.ts';

/** A paid invoice, with what has gone back of it. */
export interface PaidInvoice {
  currency: string;
  paid_minor: number;
  lines: InvoiceLine[];
}

/**
 * What of a payment is not used up at an instant: of each line whose period is under way, the part
 * of its price that the rest of the period makes; never more than what the card paid and still holds.
 */
export function unusedShare(
  invoice: PaidInvoice,
  refundedMinor: number,
  now: Temporal.Instant,
): Money {
  const unused = invoice.lines
    .filter(({ proration, amountMinor }) => !proration && amountMinor > 0)
    .reduce((sum, line) => sum + restOf(line, invoice.currency, now), 0);
  return money(Math.max(0, Math.min(unused, invoice.paid_minor - refundedMinor)), invoice.currency);
}

function restOf(line: InvoiceLine, currency: string, now: Temporal.Instant): number {
  const [from, until, at] = [line.from, line.until, now.toString()].map(seconds) as [
    number,
    number,
    number,
  ];
  if (at < from || at >= until) return 0;
  const [, rest] = allocate(money(line.amountMinor, currency), [at - from, until - at]);
  return rest!.minor;
}

const seconds = (instant: string) =>
  Math.floor(Temporal.Instant.from(instant).epochMilliseconds / 1000);
