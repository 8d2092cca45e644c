import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { lockCharge } from '../charges/charges.queries.ts';
import { disputeClosed, disputeOpened } from '../events.ts';
import { jobNames } from '../job-names.ts';
import { book } from '../ledger/book.ts';
import { holdTransfer, liftHold } from '../transfers/hold-transfer.ts';
import { findSettlement, wakeTransfers } from '../transfers/transfers.queries.ts';
import { decideDispute, type DisputeDecision } from './decide-dispute.ts';
import { isOpen } from './dispute-states.ts';
import {
  changeDispute,
  type Dispute,
  logDisputeTransition,
  markCharge,
} from './disputes.queries.ts';
import { type DisputeFacts, observeDispute } from './observe-dispute.ts';

/** Moves a locked dispute to what was seen, and its charge with it, in the caller's transaction. */
export async function advanceDispute(
  ctx: Ctx,
  dispute: Dispute,
  seen: Stripe.Dispute,
  cause: string,
): Promise<void> {
  const { id } = dispute;
  const charge = await lockCharge(ctx, dispute.charge_id);
  const sentOn = await findSettlement(ctx, charge.id);
  const facts = observeDispute(seen);
  const decision = decideDispute(dispute, { charge, sentOn }, facts);
  if (!decision) return;
  await changeDispute(ctx, id, {
    ...changesFor(facts, decision),
    // A dispute that grew out of an inquiry is answered anew.
    ...(decision.moves && decision.status === 'needs_response' && unanswered),
  });
  for (const posting of decision.postings) await book(ctx, ofDispute(dispute), posting);
  if (!decision.moves) return;
  const { status, lostMinor } = decision;
  await logDisputeTransition(ctx, { disputeId: id, from: dispute.status, to: status, cause });
  await markCharge(ctx, { chargeId: charge.id, lostMinor });
  await tell(ctx, dispute, decision);
  // What was sent on comes back while a bank decides, and goes again when it has.
  await wakeTransfers(ctx, { chargeId: charge.id, settled: sentOn !== undefined });
  if (isOpen(status)) return;
  // A refund that was asked for before waited for the end of it.
  await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id: charge.id });
}

const unanswered = { answer: null, answered_by: null, answered_at: null };

const changesFor = (facts: DisputeFacts, { status, heldMinor }: DisputeDecision) => ({
  status,
  reason: facts.reason,
  currency: facts.amount.currency,
  amount_minor: facts.amount.minor,
  held_minor: heldMinor,
  due_at: facts.dueAt?.toString() ?? null,
  opened_at: facts.openedAt.toString(),
});

async function tell(ctx: Ctx, dispute: Dispute, { status }: DisputeDecision): Promise<void> {
  const fact = { disputeId: dispute.id, chargeId: dispute.charge_id };
  const hold = { chargeId: dispute.charge_id, reason: `dispute:${dispute.provider_dispute_id}` };
  const wasOpen = isOpen(dispute.status);
  if (isOpen(status)) {
    await holdTransfer(ctx, hold);
    // An inquiry that became a dispute has another deadline: it is told anew.
    if (dispute.status === 'reported' || status === 'needs_response')
      await ctx.events.publish(ctx, disputeOpened, { ...fact, status });
    return;
  }
  if (!wasOpen) return;
  await liftHold(ctx, hold);
  await ctx.events.publish(ctx, disputeClosed, { ...fact, outcome: status });
}

/** A dispute, as postings name it. */
const ofDispute = ({ id, charge_id, market_code, platform }: Dispute) => ({
  kind: 'dispute' as const,
  id,
  chargeId: charge_id,
  market: market_code,
  platform,
});
