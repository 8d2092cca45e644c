import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import {
  chargeAuthorised,
  chargeCaptured,
  chargeFailed,
  chargeRefunded,
  chargeVoided,
} from '../events.ts';
import { book, ofCharge } from '../ledger/book.ts';
import {
  authorisePosting,
  capturePosting,
  feesPosting,
  refundFailedPosting,
  refundPosting,
  voidPosting,
} from '../ledger/postings.ts';
import { jobNames } from '../job-names.ts';
import { type KnownStatus, stepsBetween } from './charge-states.ts';
import {
  type Charge,
  changeCharge,
  listRefunds,
  lockCharge,
  logTransition,
  saveRefund,
} from './charges.queries.ts';
import { nextCall } from './next-call.ts';
import type { ChargeFacts, ObservedRefund } from './observe-charge.ts';

/**
 * Moves a charge to where the provider says it is, through every step between, each with its
 * postings and events. Facts older than what we know change nothing, so that looks at the
 * provider may arrive in any order and any number.
 */
export async function advanceCharge(
  outer: Ctx,
  chargeId: string,
  facts: ChargeFacts,
  cause: string,
): Promise<Charge> {
  return inTransaction(outer, async (ctx) => {
    const charge = await lockCharge(ctx, chargeId);
    const known = await listRefunds(ctx, chargeId);
    const refunds = mergeRefunds(known, facts.refunds);
    const refundedMinor = refunds.reduce((sum, refund) => sum + refund.amountMinor, 0);
    const target = withRefunds(facts, refundedMinor);
    const steps = stepsBetween(charge.last_known_status, target);
    if (!steps) return charge;
    const moved = await changeCharge(ctx, charge, {
      status: target,
      last_known_status: target,
      provider_session_id: charge.provider_session_id ?? facts.session?.id ?? null,
      provider_session_url: charge.provider_session_url ?? facts.session?.url ?? null,
      provider_intent_id: facts.intentId ?? charge.provider_intent_id,
      captured_minor: facts.capturedMinor,
      refunded_minor: refundedMinor,
      decline_code: target === 'open' ? facts.declineCode : null,
    });
    await takeSteps(ctx, charge, moved, steps, cause);
    await takeRefunds(ctx, moved, known, facts.refunds);
    for (const { balanceTransactionId, fee } of facts.fees)
      await book(ctx, ofCharge(moved), feesPosting(balanceTransactionId, fee));
    if (moved.status !== charge.status && nextCall(moved))
      await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id: chargeId });
    return moved;
  });
}

function mergeRefunds(known: ObservedRefund[], seen: ObservedRefund[]): ObservedRefund[] {
  return [...new Map([...known, ...seen].map((refund) => [refund.id, refund])).values()];
}

/** A refund that bounced still counts: that money is owed to the payer, no longer kept for us. */
function withRefunds({ status, capturedMinor }: ChargeFacts, refundedMinor: number): KnownStatus {
  if (status !== 'captured' || refundedMinor === 0) return status;
  return refundedMinor < capturedMinor ? 'partly_refunded' : 'refunded';
}

async function takeSteps(
  ctx: Ctx,
  before: Charge,
  after: Charge,
  steps: KnownStatus[],
  cause: string,
) {
  const chargeId = after.id;
  if (before.status === 'unknown')
    await logTransition(ctx, { chargeId, from: 'unknown', to: before.last_known_status, cause });
  let from = before.last_known_status;
  for (const to of steps) {
    await logTransition(ctx, { chargeId, from, to, cause });
    await takeStep(ctx, after, from, to);
    from = to;
  }
}

async function takeStep(
  ctx: Ctx,
  charge: Charge,
  from: KnownStatus,
  to: KnownStatus,
): Promise<void> {
  const fact = { chargeId: charge.id, reference: charge.reference };
  const amount = money(charge.amount_minor, charge.currency);
  if (to === 'authorised') {
    await book(ctx, ofCharge(charge), authorisePosting(charge.id, amount));
    await ctx.events.publish(ctx, chargeAuthorised, fact);
  } else if (to === 'captured') {
    const captured = money(charge.captured_minor, charge.currency);
    await book(ctx, ofCharge(charge), capturePosting(charge.id, amount, captured));
    await ctx.events.publish(ctx, chargeCaptured, { ...fact, amountMinor: captured.minor });
  } else if (to === 'voided' || to === 'failed') {
    if (from === 'authorised') await book(ctx, ofCharge(charge), voidPosting(charge.id, amount));
    await ctx.events.publish(ctx, to === 'voided' ? chargeVoided : chargeFailed, fact);
  }
}

async function takeRefunds(
  ctx: Ctx,
  charge: Charge,
  known: ObservedRefund[],
  seen: ObservedRefund[],
): Promise<void> {
  for (const refund of seen) {
    const before = known.find(({ id }) => id === refund.id);
    if (before && !isLater(refund.status, before.status)) continue;
    await saveRefund(ctx, charge.id, refund);
    const amount = money(refund.amountMinor, charge.currency);
    await book(ctx, ofCharge(charge), refundPosting(refund.id, amount));
    if (refund.status === 'failed') {
      await book(ctx, ofCharge(charge), refundFailedPosting(refund.id, amount));
      const bounced = { chargeId: charge.id, refundId: refund.id };
      ctx.log.error(bounced, 'a refund bounced and must be paid by hand');
    } else if (!before) {
      const fact = { chargeId: charge.id, reference: charge.reference };
      await ctx.events.publish(ctx, chargeRefunded, { ...fact, amountMinor: refund.amountMinor });
    }
  }
}

/** Refunds go pending, succeeded, and may bounce even after that. */
function isLater(status: ObservedRefund['status'], than: ObservedRefund['status']): boolean {
  const order = ['pending', 'succeeded', 'failed'];
  return order.indexOf(status) > order.indexOf(than);
}
