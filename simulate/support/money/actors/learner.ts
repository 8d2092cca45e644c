import { openDispute } from '../../../../src/dev/payments/actions/disputes/disputes.ts';
import { idOf } from '../../../../src/dev/payments/ids.ts';
import {
  abandonCharge,
  checkCharge,
  holdTransfer,
  openCharge,
  settleCancelledCharge,
  startCheckout,
} from '../../../../src/domains/payments/index.ts';
import { inTransaction, newId } from '../../../../src/platform/db/index.ts';
import { money, stepOf } from '../../../../src/platform/money/index.ts';
import type { Of } from '../steps.ts';
import type { MoneyWorld } from '../world.ts';
import { payPage } from './pages.ts';

/** The one complaint that a lesson may have here. */
export const complaint = 'complaint:simulation';

/** So many percent of an amount, in what the provider takes: three-decimal currencies in tens only. */
export function partOf(minor: number, percent: number, currency: unknown): number {
  const step = stepOf(String(currency));
  return Math.ceil((minor * percent) / 100 / step) * step;
}

/** What a learner does, and what scheduling asks of payments for it. */
export const learner = {
  async book({ ctx, teacherId, requests }: MoneyWorld, step: Of<'book'>) {
    const { amountMinor, currency, way, byHand } = step;
    const minor = partOf(amountMinor, 100, currency);
    const startsAt = ctx.clock.now().add({ hours: 24 * (way === 'card_saved' ? 6 : 2) });
    const reference = `booking:${newId(ctx.clock)}`;
    if (byHand) requests.note(reference, startsAt);
    await inTransaction(ctx, (ctx) =>
      openCharge(ctx, {
        reference,
        market: 'gb',
        amount: money(minor, currency),
        fee: money(partOf(minor, 10, currency), currency),
        capture: way === 'taken_at_once' ? 'automatic' : 'manual',
        ...(way === 'card_saved' && { neededAt: startsAt }),
        payee: { personId: teacherId, settleAt: startsAt.add({ hours: 49 }) },
        expiresAt: ctx.clock.now().add({ minutes: 15 }),
      }),
    );
  },

  pay: (world: MoneyWorld, step: Of<'pay'>) =>
    world.with(step, async (chargeId) => {
      const url = await startCheckout(world.ctx, {
        chargeId,
        payerId: world.learnerId,
        description: 'A lesson',
        email: 'learner@example.com',
        successUrl: 'https://etude.example/paid',
        cancelUrl: 'https://etude.example/back',
      });
      payPage(world.provider, url, step);
      if (step.comesBack) await checkCharge(world.ctx, chargeId);
    }),

  come_back: (world: MoneyWorld, step: Of<'come_back'>) =>
    world.with(step, (id) => checkCharge(world.ctx, id)),

  abandon: (world: MoneyWorld, step: Of<'abandon'>) =>
    world.with(step, (id) => abandonCharge(world.ctx, id)),

  cancel: (world: MoneyWorld, step: Of<'cancel'>) =>
    world.withLesson(step, (chargeId) => {
      const { amount_minor: amount, currency } = world.charge(chargeId);
      const keepMinor = partOf(Number(amount), step.keepPercent, currency);
      const reason = 'cancelled_by_learner';
      return settleCancelledCharge(world.ctx, { chargeId, keepMinor, reason });
    }),

  complain: (world: MoneyWorld, step: Of<'complain'>) =>
    world.withLesson(step, (chargeId) => holdTransfer(world.ctx, { chargeId, reason: complaint })),

  /** They ask their bank for the money back. */
  dispute: (world: MoneyWorld, step: Of<'dispute'>) =>
    world.with(step, (chargeId) => {
      const op = world.provider.begin();
      const ofCharge = [...op.store.intents.values()].filter(
        ({ metadata }) => metadata['charge_id'] === chargeId,
      );
      const taken = [...op.store.charges.values()].find(
        (one) => one.captured && ofCharge.some(({ id }) => id === idOf(one.payment_intent)),
      );
      if (taken && !taken.disputed && !taken.refunded)
        openDispute(op, taken, { reason: 'fraudulent', inquiry: step.inquiry });
    }),
};
