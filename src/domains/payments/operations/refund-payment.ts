import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction, newId } from '../../../platform/db/index.ts';
import { stepOf } from '../../../platform/money/index.ts';
import { keptOf } from '../charges/commission.ts';
import { lockCharge } from '../charges/charges.queries.ts';
import { settleCancelledCharge } from '../charges/instruct-charge.ts';
import { amountInvalid, chargeElsewhere } from '../errors.ts';
import { tables } from '../tables.ts';
import type { RefundReason } from './refund-reasons.ts';

export interface RefundPayment {
  chargeId: string;
  amountMinor: number;
  /** What had been refunded when the operator decided: what has changed since refuses the refund. */
  expectedRefundedMinor: number;
  reason: RefundReason;
  note: string;
}

/**
 * Gives back a part or all of what is kept of a payment, for a reason that is written down. Only
 * writes the instruction; a job carries it out. Of several at once one wins. Throws
 * charge_not_found, amount_invalid, charge_moved_on, charge_busy, charge_disputed.
 */
export async function refundPayment(outer: Ctx, input: RefundPayment): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const charge = await lockCharge(ctx, input.chargeId);
    const kept = keptOf(charge);
    const isTaken = charge.status === 'captured' || charge.status === 'partly_refunded';
    if (!isTaken || charge.refunded_minor !== input.expectedRefundedMinor)
      throw chargeElsewhere(charge.status);
    const isWhole = input.amountMinor % stepOf(charge.currency) === 0;
    if (input.amountMinor < 1 || input.amountMinor > kept || !isWhole)
      throw amountInvalid('amountMinor');
    const instructed = await settleCancelledCharge(ctx, {
      chargeId: charge.id,
      keepMinor: kept - input.amountMinor,
      reason: `operator:${input.reason}`,
    });
    // The same was asked for before, and is on its way.
    if (!instructed) throw chargeElsewhere(charge.status);
    await writeDown(ctx, input);
  });
}

async function writeDown(ctx: Ctx, input: RefundPayment): Promise<void> {
  await tables(ctx)
    .insertInto('payments.operator_refunds')
    .values({
      id: newId(ctx.clock),
      charge_id: input.chargeId,
      amount_minor: input.amountMinor,
      reason: input.reason,
      note: input.note.trim(),
      operator_id: personOf(ctx).id,
      created_at: ctx.clock.now().toString(),
    })
    .execute();
}
