import { chooseDefaultCard } from '../../../../src/domains/payments/cards/change-cards.ts';
import { checkCards, listCards } from '../../../../src/domains/payments/cards/list-cards.ts';
import { startCardSetup } from '../../../../src/domains/payments/cards/start-card-setup.ts';
import {
  cancelSubscription,
  quoteCancellation,
  resumeSubscription,
} from '../../../../src/domains/payments/subscriptions/cancel-subscription.ts';
import {
  changePlan,
  previewPlanChange,
} from '../../../../src/domains/payments/subscriptions/change-plan.ts';
import { checkPlus } from '../../../../src/domains/payments/subscriptions/my-plus.ts';
import { startSubscription } from '../../../../src/domains/payments/subscriptions/start-subscription.ts';
import type { Of } from '../steps.ts';
import type { MoneyWorld } from '../world.ts';
import { payInvoicePage, payPage } from './pages.ts';

const me = (world: MoneyWorld) => world.product.as(world.learnerId);

/** What a subscriber does on the pages of Etude Plus and of their cards. */
export const subscriber = {
  async subscribe(world: MoneyWorld, step: Of<'subscribe'>) {
    const { url } = await startSubscription(me(world), { planId: step.plan });
    payPage(world.provider, url, step);
    // The page leads back to ours.
    await checkPlus(me(world));
  },

  check_plus: (world: MoneyWorld) => checkPlus(me(world)),

  async change_plan(world: MoneyWorld, { plan: planId }: Of<'change_plan'>) {
    const { dueNow, at } = await previewPlanChange(me(world), planId);
    await changePlan(me(world), { planId, expectedDueMinor: dueNow.minor, at });
  },

  async cancel_plus(world: MoneyWorld, { when }: Of<'cancel_plus'>) {
    const { refund, at } = await quoteCancellation(me(world));
    await cancelSubscription(me(world), { when, expectedRefundMinor: refund.minor, at });
  },

  resume_plus: (world: MoneyWorld) => resumeSubscription(me(world)),

  async change_card(world: MoneyWorld, { card }: Of<'change_card'>) {
    const { url } = await startCardSetup(me(world));
    payPage(world.provider, url, { card, bank: 'complete' });
    await checkCards(me(world));
    const saved = (await listCards(me(world), { limit: 20 })).items.at(-1);
    if (saved) await chooseDefaultCard(me(world), saved.id);
  },

  pay_owed: (world: MoneyWorld, { card }: Of<'pay_owed'>) => payInvoicePage(world.provider, card),
};
