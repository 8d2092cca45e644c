import Stripe from 'stripe';
import { expect } from 'vitest';
import {
  onboardHostedPage,
  type OnboardOptions,
} from '../../src/dev/payments/onboard-hosted-page.ts';
import { startOnboarding } from '../../src/domains/payments/payout-accounts/start-onboarding.ts';
import { settleDue } from '../../src/domains/payments/transfers/settle-due.ts';
import { type PaymentsWorld, webhookSecret } from './payments.ts';

/** Goes through the provider's onboarding, and hears what it finds. Returns where the page led. */
export async function onboard(
  world: PaymentsWorld,
  personId: string,
  options: OnboardOptions = {},
): Promise<string> {
  const back = await onboardHostedPage(await startOnboarding(world.ctx, personId), options);
  await passTime(world, { seconds: 10 });
  return back;
}

/** Time goes by; transfers that are due go out, and what the provider sends arrives at the end, signed then. */
export async function passTime(
  world: PaymentsWorld,
  duration: Temporal.DurationLike,
): Promise<void> {
  await world.deliverAll();
  world.clock.advance(duration);
  await settleDue(world.ctx);
  await world.runJobs();
  for (const { body } of await world.takeEvents()) {
    const timestamp = Math.floor(world.clock.now().epochMilliseconds / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload: body,
      secret: webhookSecret,
      timestamp,
    });
    expect((await world.deliver({ body, signature })).statusCode).toBe(200);
  }
  await world.runJobs();
}

/** Day by day, as automatic payouts go out at midnight. */
export async function passDays(world: PaymentsWorld, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) await passTime(world, { hours: 24 });
}

/** Sends somebody money that the platform has taken by card, past our own books. */
export async function transferTo(
  world: PaymentsWorld,
  personId: string,
  amount: number,
): Promise<Stripe.Transfer> {
  const { provider_account_id: destination } = await world.ctx.db
    .withTables<{
      'payments.payout_accounts': { person_id: string; provider_account_id: string };
    }>()
    .selectFrom('payments.payout_accounts')
    .select('provider_account_id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const intent = await world.stripe.paymentIntents.create({
    amount: amount * 2,
    currency: 'gbp',
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
  return world.stripe.transfers.create({
    amount,
    currency: 'gbp',
    destination,
    source_transaction: intent.latest_charge as string,
  });
}
