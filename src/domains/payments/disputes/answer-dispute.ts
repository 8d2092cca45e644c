import { type Ctx, personOf } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { disputeAnswered, disputeOver, evidenceMissing } from '../errors.ts';
import { jobNames } from '../job-names.ts';
import { isAnswerable } from './dispute-states.ts';
import { changeDispute, type Dispute, lockDispute } from './disputes.queries.ts';

/**
 * Sends what was gathered to the bank, once and for all, or gives in. Only writes the instruction;
 * a job carries it out. Throws dispute_not_found, dispute_over, dispute_answered, evidence_missing.
 */
export async function answerDispute(
  outer: Ctx,
  { disputeId, answer }: { disputeId: string; answer: 'contest' | 'accept' },
): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const dispute = await lockAnswerable(ctx, disputeId);
    if (answer === 'contest' && Object.keys(dispute.evidence).length === 0) throw evidenceMissing();
    await changeDispute(ctx, disputeId, {
      answer,
      answered_by: personOf(ctx).id,
      answered_at: ctx.clock.now().toString(),
      refusal: null,
    });
    await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'dispute', id: disputeId });
  });
}

/** The dispute, locked, if it takes an answer still. Throws dispute_not_found, dispute_over, dispute_answered. */
export async function lockAnswerable(ctx: Ctx, disputeId: string): Promise<Dispute> {
  const dispute = await lockDispute(ctx, disputeId);
  if (dispute.answer) throw disputeAnswered();
  if (!isAnswerable(dispute.status)) throw disputeOver(dispute.status);
  return dispute;
}
