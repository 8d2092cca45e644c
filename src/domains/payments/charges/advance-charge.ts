import type { Ctx } from '../../../platform/context.ts';
import { findDefaultCard } from '../customers/find-default-card.ts';
import { jobNames } from '../job-names.ts';
import { book, ofCharge } from '../ledger/book.ts';
import { findSettlement, wakeTransfers } from '../transfers/transfers.queries.ts';
import {
  type Charge,
  changeCharge,
  listRefunds,
  logTransition,
  saveRefund,
  setWake,
} from './charges.queries.ts';
import { wakeAt } from './charge-times.ts';
import { type ChargeDecision, decideAdvance } from './decide-advance.ts';
import { nextCall } from './next-call.ts';
import type { ChargeFacts } from './observe-charge.ts';

/**
 * Moves a locked charge to where the provider says it is, through every step between, each with
 * its postings and events, in the caller's transaction. Facts older than what we know change
 * nothing, so that looks at the provider may arrive in any order and any number.
 */
export async function advanceCharge(
  ctx: Ctx,
  charge: Charge,
  facts: ChargeFacts,
  cause: string,
): Promise<void> {
  const { id: chargeId } = charge;
  const known = await listRefunds(ctx, chargeId);
  const settlement = await findSettlement(ctx, chargeId);
  const card = facts.lapsed ? await cardOfPayer(ctx, charge) : undefined;
  const around = { known, facts, settlement, card, now: ctx.clock.now() };
  const decision = decideAdvance(charge, around);
  if (!decision) return;
  const moved = await changeCharge(ctx, charge, decision.set);
  await execute(ctx, moved, decision, cause);
  const wake = wakeAt(moved, ctx.clock.now());
  if (wake?.epochMilliseconds !== charge.wake_at?.epochMilliseconds)
    await setWake(ctx, chargeId, wake);
  // A second part that is given back leaves the status as it was.
  const hasMoved = moved.status !== charge.status || moved.refunded_minor !== charge.refunded_minor;
  const isPageOver = charge.provider_session_id !== null && moved.provider_session_id === null;
  if ((hasMoved || isPageOver) && nextCall(moved, ctx.clock.now()))
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id: chargeId });
  if (hasMoved) await wakeTransfers(ctx, { chargeId, settled: settlement !== undefined });
}

async function cardOfPayer(ctx: Ctx, { payer_id: personId, platform }: Charge) {
  return personId ? findDefaultCard(ctx, { personId, platform }) : undefined;
}

async function execute(
  ctx: Ctx,
  charge: Charge,
  { transitions, refunds, bounced, postings, events }: ChargeDecision,
  cause: string,
): Promise<void> {
  for (const { from, to } of transitions)
    await logTransition(ctx, { chargeId: charge.id, from, to, cause });
  for (const refund of refunds) await saveRefund(ctx, charge.id, refund);
  for (const posting of postings) await book(ctx, ofCharge(charge), posting);
  for (const { event, data } of events) await ctx.events.publish(ctx, event, data);
  for (const { id: refundId } of bounced)
    ctx.log.error({ chargeId: charge.id, refundId }, 'a refund bounced and must be paid by hand');
}
