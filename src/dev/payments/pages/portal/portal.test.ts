import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  makePlans,
  makeSubscriber,
  type Plans,
  type Subscriber,
} from '../../actions/billing/test-plans.ts';
import { startWorld, type World } from '../../test-world.ts';

let world: World;
let plans: Plans;
let ada: Subscriber;
let subscription: Stripe.Subscription;
let url: string;
beforeEach(async () => {
  world = await startWorld();
  plans = await makePlans(world);
  ada = await makeSubscriber(world, plans);
  subscription = await ada.subscribe({ default_payment_method: ada.method });
  const { id: configuration } = await world.stripe.billingPortal.configurations.create({
    features: {
      invoice_history: { enabled: true },
      payment_method_update: { enabled: true },
      subscription_cancel: { enabled: true, mode: 'at_period_end' },
      subscription_update: {
        enabled: true,
        default_allowed_updates: ['price'],
        proration_behavior: 'always_invoice',
        products: [{ product: plans.product, prices: [plans.monthly, plans.large] }],
      },
    },
  });
  const session = await world.stripe.billingPortal.sessions.create({
    customer: ada.customer,
    configuration,
    return_url: 'http://shop.test/plan',
  });
  ({ url } = session);
});
afterEach(() => world.close());

const text = (answer: Response) => answer.text();
const send = (path: string, values: Record<string, string>) =>
  fetch(`${url}/${path}`, { method: 'POST', body: new URLSearchParams(values) }).then(text);
const now = () => world.stripe.subscriptions.retrieve(subscription.id);

describe('the customer portal', () => {
  it('shows plan, card and invoices, without scripts (PY-06)', async () => {
    const page = await fetch(url).then(text);
    expect(page).toContain('£9.00 every month');
    expect(page).toContain('Visa ending in 4242');
    expect(page).toContain('-0001</a');
    expect(page).toContain('href="http://shop.test/plan"');
    expect(page).not.toContain('<script');
  });

  it('asks before it cancels, and takes it back (PY-06)', async () => {
    const id = { subscription: subscription.id };
    expect(await send('cancel', id)).toContain('Cancel your plan?');
    expect((await now()).cancel_at_period_end).toBe(false);
    expect(await send('cancel', { ...id, sure: 'yes' })).toContain('Ends on');
    expect((await now()).cancel_at_period_end).toBe(true);
    expect(await send('resume', id)).toContain('Next payment on');
    expect((await now()).cancel_at_period_end).toBe(false);
  });

  it('says what a change costs before it is made (PY-06)', async () => {
    await ada.moveTo(10);
    const change = { subscription: subscription.id, price: plans.large };
    const asked = await send('change', change);
    expect(asked).toContain('£6.00 is charged now');
    expect(asked).toContain('Unused time on Plus');
    expect(await send('change', { ...change, sure: 'yes' })).toContain('£18.00 every month');
    expect(await ada.latestInvoice(subscription)).toMatchObject({ amount_paid: 600 });
  });

  it('offers only what was set, and only to its customer', async () => {
    await send('change', { subscription: subscription.id, price: plans.yearly, sure: 'yes' });
    expect((await now()).items.data[0]!.price.id).toBe(plans.monthly);
    const other = await makeSubscriber(world, plans);
    const theirs = await other.subscribe();
    await send('cancel', { subscription: theirs.id, sure: 'yes' });
    const kept = await world.stripe.subscriptions.retrieve(theirs.id);
    expect(kept.cancel_at_period_end).toBe(false);
    expect((await fetch(`${url}x`)).status).toBe(404);
  });

  it('takes another card, which pays from then on (PY-06)', async () => {
    const card = { number: '5555555555554444', expiry: '12/40', cvc: '123', name: 'Ada' };
    expect(await send('card', { ...card, number: '4000000000000002' })).toContain('declined');
    expect(await send('card', card)).toContain('Mastercard ending in 4444');
    await ada.moveTo(30.1);
    const { payments } = await world.stripe.invoices.retrieve(
      (await ada.latestInvoice(subscription)).id,
      { expand: ['payments.data.payment.payment_intent'] },
    );
    const intent = payments!.data[0]!.payment.payment_intent as Stripe.PaymentIntent;
    const method = await world.stripe.paymentMethods.retrieve(intent.payment_method as string);
    expect(method.card?.last4).toBe('4444');
  });
});
