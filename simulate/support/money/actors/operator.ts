import { closeDispute } from '../../../../src/dev/payments/actions/disputes/disputes.ts';
import { answerDispute } from '../../../../src/domains/payments/disputes/answer-dispute.ts';
import { saveEvidence } from '../../../../src/domains/payments/disputes/save-evidence.ts';
import { liftHold, settleCancelledCharge } from '../../../../src/domains/payments/index.ts';
import { refundPayment } from '../../../../src/domains/payments/operations/refund-payment.ts';
import { keptOf } from '../../../../src/domains/payments/charges/commission.ts';
import { inTransaction } from '../../../../src/platform/db/index.ts';
import type { Of } from '../steps.ts';
import type { MoneyWorld } from '../world.ts';
import { complaint, partOf } from './learner.ts';

type Kept = Parameters<typeof keptOf>[0] & { currency: string };

const operatorId = '01a207a2-0000-7000-8000-00000000000c';

/** The bank's judgement of one of the disputes. */
export function judge({ provider }: MoneyWorld, { which, won }: Omit<Of<'judge'>, 'do'>): void {
  const op = provider.begin();
  const disputes = [...op.store.disputes.values()];
  const dispute = disputes[which % Math.max(1, disputes.length)];
  if (dispute) closeDispute(op, dispute, won);
}

export const operator = {
  /** As scheduling settles a problem. */
  settle_complaint: (world: MoneyWorld, step: Of<'settle_complaint'>) =>
    world.withLesson(step, (chargeId) =>
      inTransaction(world.ctx, async (ctx) => {
        const { amount_minor: price, currency } = world.charge(chargeId);
        const amount = Number(price);
        const refund = partOf(amount, step.refundPercent, currency);
        const reason = 'problem_instructor_absent';
        if (refund > 0)
          await settleCancelledCharge(ctx, { chargeId, keepMinor: amount - refund, reason });
        await liftHold(ctx, { chargeId, reason: complaint });
      }),
    ),

  refund_part: (world: MoneyWorld, step: Of<'refund_part'>) =>
    world.with(step, (chargeId) => {
      const { currency, ...charge } = world.charge(chargeId) as unknown as Kept;
      return refundPayment(world.product.as(operatorId), {
        chargeId,
        amountMinor: partOf(keptOf(charge), step.percent, currency),
        expectedRefundedMinor: charge.refunded_minor,
        reason: 'goodwill',
        note: 'Drawn',
      });
    }),

  async answer_dispute(world: MoneyWorld, { which, answer }: Of<'answer_dispute'>) {
    const disputes = world.store.rows('payments.disputes');
    const disputeId = disputes[which % Math.max(1, disputes.length)]?.['id'] as string | undefined;
    if (!disputeId) return;
    const ctx = world.product.as(operatorId);
    const changes = { uncategorized_text: 'The lesson was given.' };
    if (answer === 'contest') await saveEvidence(ctx, { disputeId, changes });
    await answerDispute(ctx, { disputeId, answer });
  },

  judge,
};
