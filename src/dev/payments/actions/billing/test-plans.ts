import type Stripe from 'stripe';
import { idOf } from '../../ids.ts';
import type { World } from '../../test-world.ts';

/** A customer with a clock of their own, and plans to choose from. */
export interface Subscriber {
  customer: string;
  method: string;
  clock: string;
  start: number;
  /** Moves the customer's clock to so many days after the start. */
  moveTo(days: number): Promise<void>;
  subscribe(changes?: Partial<Stripe.SubscriptionCreateParams>): Promise<Stripe.Subscription>;
  latestInvoice(subscription: Stripe.Subscription): Promise<Stripe.Invoice>;
}

export interface Plans {
  product: string;
  monthly: string;
  large: string;
  yearly: string;
}

export async function makePlans(world: World, currency = 'gbp'): Promise<Plans> {
  const { id: product } = await world.stripe.products.create({ name: 'Plus' });
  const price = async (unit_amount: number, interval: 'month' | 'year') =>
    (await world.stripe.prices.create({ product, currency, unit_amount, recurring: { interval } }))
      .id;
  return {
    product,
    monthly: await price(900, 'month'),
    large: await price(1800, 'month'),
    yearly: await price(9000, 'year'),
  };
}

const daySeconds = 86_400;

export async function makeSubscriber(
  world: World,
  plans: Plans,
  token = 'pm_card_visa',
): Promise<Subscriber> {
  const { stripe } = world;
  const start = world.seconds();
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const { id: customer } = await stripe.customers.create({
    email: 'ada@example.com',
    test_clock: clock.id,
  });
  const method = await stripe.paymentMethods.attach(token, { customer });
  await stripe.customers.update(customer, {
    invoice_settings: { default_payment_method: method.id },
  });
  return {
    customer,
    method: method.id,
    clock: clock.id,
    start,
    async moveTo(days) {
      await stripe.testHelpers.testClocks.advance(clock.id, {
        frozen_time: start + Math.round(days * daySeconds),
      });
    },
    subscribe: (changes = {}) =>
      stripe.subscriptions.create({ customer, items: [{ price: plans.monthly }], ...changes }),
    latestInvoice: async ({ id }) => {
      const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(id);
      return stripe.invoices.retrieve(idOf(invoice));
    },
  };
}
