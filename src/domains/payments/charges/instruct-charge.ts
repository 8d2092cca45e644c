import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { stepOf } from '../../../platform/money/index.ts';
import { amountInvalid, chargeBusy, chargeDisputed, chargeElsewhere } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { tables } from '../tables.ts';
import { type Charge, lockCharge } from './charges.queries.ts';
import { judgeInstruction } from './next-call.ts';

export interface SettleCancelledCharge {
  chargeId: string;
  /** What stays with us by the policy, in minor units; 0 gives everything back. */
  keepMinor: number;
  /** For the record, e.g. "cancelled_by_learner". */
  reason: string;
}

/**
 * Gives back what a cancelled charge does not keep: voids or captures a share of what was
 * authorised, refunds what was taken. Only writes the instruction, in the caller's transaction;
 * a job carries it out. False when the same was asked before. Throws charge_not_found,
 * amount_invalid, charge_busy, charge_moved_on.
 */
export async function settleCancelledCharge(
  ctx: Ctx,
  input: SettleCancelledCharge,
): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const charge = await lockCharge(ctx, input.chargeId);
    return instruct(ctx, charge, input.keepMinor, input.reason);
  });
}

/**
 * Takes the whole authorised amount, when the lesson was given; like settleCancelledCharge.
 * A charge that was taken at payment has nothing left to do.
 */
export async function captureCharge(ctx: Ctx, chargeId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const charge = await lockCharge(ctx, chargeId);
    return instruct(ctx, charge, charge.amount_minor, 'delivered');
  });
}

/**
 * Ends a checkout that nobody finished: its page is closed, so it can't be paid later. Should it
 * turn out paid all the same, charge_authorised is published and nothing is given back until
 * settleCancelledCharge says so. False when there is nothing (more) to end.
 */
export async function abandonCharge(ctx: Ctx, chargeId: string): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const charge = await lockCharge(ctx, chargeId);
    const unpaid = charge.last_known_status === 'created' || charge.last_known_status === 'open';
    if (!unpaid || charge.abandoned_at) return false;
    const now = ctx.clock.now().toString();
    await tables(ctx)
      .updateTable('payments.charges')
      .set({ abandoned_at: now, updated_at: now })
      .where('id', '=', chargeId)
      .execute();
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id: chargeId });
    return true;
  });
}

async function instruct(
  ctx: Ctx,
  charge: Charge,
  keepMinor: number,
  reason: string,
): Promise<boolean> {
  if (!Number.isSafeInteger(keepMinor) || keepMinor < 0 || keepMinor > charge.amount_minor)
    throw amountInvalid('keepMinor');
  if (keepMinor % stepOf(charge.currency) !== 0) throw amountInvalid('keepMinor');
  const judgement = judgeInstruction(charge, keepMinor, ctx.clock.now());
  if (judgement === 'busy') throw chargeBusy();
  if (judgement === 'disputed') throw chargeDisputed();
  if (judgement === 'moved_on') throw chargeElsewhere(charge.status);
  if (judgement === 'same') return false;
  await tables(ctx)
    .updateTable('payments.charges')
    .set({ keep_minor: keepMinor, keep_reason: reason, updated_at: ctx.clock.now().toString() })
    .where('id', '=', charge.id)
    .execute();
  await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id: charge.id });
  return true;
}
