import { type Ctx, personOf } from '../../../platform/context.ts';
import { DomainError } from '../../../platform/errors/index.ts';
import { type Money, money } from '../../../platform/money/index.ts';
import { carryOutNow } from '../provider/carry-out-now.ts';
import { plusBusy, plusElsewhere, quoteChanged, subscriptionNotFound } from '../errors.ts';
import { instructNow } from '../provider/instruct.ts';
import { listPaidInvoices, sumRefunds } from './invoices.queries.ts';
import { quotedAt } from './quoted-at.ts';
import { isLive } from './subscription-states.ts';
import {
  changeSubscription,
  findLiveSubscription,
  getSubscriptionRow,
  lockSubscription,
  type Subscription,
} from './subscriptions.queries.ts';
import { unusedShare } from './unused-share.ts';

export interface CancellationQuote {
  /** Until when Plus goes on if it ends with the period. */
  periodEndsAt: Temporal.Instant;
  /** What the card gets back if it ends at once. */
  refund: Money;
  /** The instant that the amount is for; goes back with the answer. */
  at: Temporal.Instant;
}

/** What each way to end Plus means at this moment. Throws plus_not_found. */
export async function quoteCancellation(ctx: Ctx): Promise<CancellationQuote> {
  const row = await getLive(ctx);
  const at = ctx.clock.now();
  const { refund } = await refundAt(ctx, row, at);
  return { periodEndsAt: row.ends_at ?? row.period_ends_at!, refund, at };
}

export interface CancelSubscription {
  when: 'now' | 'period_end';
  /** What the person was shown, for an end at once, and for which instant. */
  expectedRefundMinor?: number | undefined;
  at?: Temporal.Instant | undefined;
}

/**
 * Ends Plus: with what is paid, or at once, and then what is not used up goes back to the card.
 * Network. Throws plus_not_found, quote_changed, plus_busy, plus_moved_on,
 * payment_provider_unavailable.
 */
export async function cancelSubscription(ctx: Ctx, input: CancelSubscription): Promise<void> {
  const { id } = await getLive(ctx);
  await instructNow(ctx, { kind: 'subscription', id }, (ctx) => instructEnd(ctx, id, input));
  const { status, refund_minor: refund } = await getSubscriptionRow(ctx, id);
  if (status !== (input.when === 'now' ? 'ended' : 'cancelling')) throw plusBusy();
  if (status === 'ended' && refund) await payBack(ctx, id);
}

/** At once, so that the next page shows it; where that fails, the job has it already. */
async function payBack(ctx: Ctx, id: string): Promise<void> {
  await carryOutNow(ctx, { kind: 'subscription', id }).catch((error: unknown) => {
    if (!(error instanceof DomainError && error.kind === 'unavailable')) throw error;
  });
}

async function instructEnd(ctx: Ctx, id: string, input: CancelSubscription): Promise<void> {
  const row = await lockSubscription(ctx, id);
  if (!isLive(row.status)) throw plusElsewhere(row.status);
  if (input.when === 'period_end') {
    await changeSubscription(ctx, id, { wanted_end: 'period_end' });
    return;
  }
  const { refund, invoiceId } = await refundAt(ctx, row, quotedAt(ctx, input.at));
  if (refund.minor !== input.expectedRefundMinor) throw quoteChanged({ refund });
  await changeSubscription(ctx, id, {
    wanted_end: 'now',
    ...(invoiceId && { refund_invoice_id: invoiceId, refund_minor: refund.minor }),
  });
}

async function getLive(ctx: Ctx): Promise<Subscription> {
  const row = await findLiveSubscription(ctx, personOf(ctx).id);
  if (!row) throw subscriptionNotFound();
  return row;
}

async function refundAt(
  ctx: Ctx,
  row: Subscription,
  at: Temporal.Instant,
): Promise<{ refund: Money; invoiceId?: string }> {
  // The newest that a card paid holds the period that is under way; a free one may stand before it.
  const invoices = await listPaidInvoices(ctx, row.id, 5);
  const paid = invoices.find(({ paid_minor: minor }) => minor > 0);
  if (!paid || row.status === 'trialing') return { refund: money(0, row.currency) };
  const refunded = await sumRefunds(ctx, paid.provider_invoice_id);
  const refund = unusedShare(paid, refunded, at);
  return refund.minor > 0 ? { refund, invoiceId: paid.provider_invoice_id } : { refund };
}

/**
 * Takes back an end with the period. Network. Throws plus_not_found, plus_moved_on, plus_busy,
 * payment_provider_unavailable.
 */
export async function resumeSubscription(ctx: Ctx): Promise<void> {
  const { id } = await getLive(ctx);
  await instructNow(ctx, { kind: 'subscription', id }, async (ctx) => {
    const row = await lockSubscription(ctx, id);
    if (row.status !== 'cancelling') throw plusElsewhere(row.status);
    await changeSubscription(ctx, id, { wanted_end: 'none' });
  });
  if ((await getSubscriptionRow(ctx, id)).ends_at) throw plusBusy();
}
