import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { lockCharge } from '../charges/charges.queries.ts';
import { tables } from '../tables.ts';

interface Hold {
  chargeId: string;
  /** Its name among the charge's holds: "complaint:UUID", "dispute:ID". */
  reason: string;
}

/**
 * Keeps a charge's money from being sent on until the hold is lifted; what was sent stays where it
 * is. In the caller's transaction. Placing it again changes nothing.
 */
export async function holdTransfer(outer: Ctx, { chargeId, reason }: Hold): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await lockCharge(ctx, chargeId);
    await tables(ctx)
      .insertInto('payments.transfer_holds')
      .values({ charge_id: chargeId, reason, placed_at: ctx.clock.now().toString() })
      .onConflict((conflict) => conflict.constraint('transfer_holds_pkey').doNothing())
      .execute();
  });
}

/** Lifts a hold; what is due by then goes within a minute, unless another hold is left. */
export async function liftHold(outer: Ctx, { chargeId, reason }: Hold): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    await lockCharge(ctx, chargeId);
    const now = ctx.clock.now().toString();
    await tables(ctx)
      .updateTable('payments.transfer_holds')
      .set({ lifted_at: now })
      .where('charge_id', '=', chargeId)
      .where('reason', '=', reason)
      .where('lifted_at', 'is', null)
      .execute();
    await tables(ctx)
      .updateTable('payments.transfers')
      .set({ next_try_at: now })
      .where('charge_id', '=', chargeId)
      .where('status', 'in', ['waiting', 'blocked'])
      .execute();
  });
}
