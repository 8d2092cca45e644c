import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure, idOf, isReal, startProvider, type Provider } from './provider.ts';

let provider: Provider;
let stripe: Stripe;
beforeAll(async () => {
  provider = await startProvider();
  ({ stripe } = provider);
});
afterAll(() => provider.close());

const addresses = {
  success_url: 'https://example.com/done?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'https://example.com/back',
};
const item = (unit_amount: number, recurring?: { interval: 'month' }) => ({
  quantity: 1,
  price_data: {
    currency: 'usd',
    unit_amount,
    product_data: { name: 'Lesson' },
    ...(recurring && { recurring }),
  },
});
const open = (changes: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  stripe.checkout.sessions.create({
    mode: 'payment',
    line_items: [item(2000)],
    ...addresses,
    ...changes,
  });

describe('a checkout', () => {
  it('is open, with a page of its own, and has no payment yet', async () => {
    const session = await open({ client_reference_id: 'ref-1', metadata: { booking: 'b-1' } });
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 2000,
      currency: 'usd',
      client_reference_id: 'ref-1',
      metadata: { booking: 'b-1' },
    });
    expect(session.url).toMatch(/^https?:\/\//);
    const { data } = await stripe.checkout.sessions.listLineItems(session.id);
    expect(data[0]).toMatchObject({ object: 'item', amount_total: 2000, description: 'Lesson' });
  });

  it('expires when it is asked to, once', async () => {
    const { id } = await open();
    expect(await stripe.checkout.sessions.expire(id)).toMatchObject({
      status: 'expired',
      url: null,
    });
    expect((await failure(stripe.checkout.sessions.expire(id))).statusCode).toBe(400);
  });

  it('may save a card, or begin a subscription', async () => {
    const { id: customer } = await stripe.customers.create({ email: 'contract@example.com' });
    const setup = await stripe.checkout.sessions.create({
      mode: 'setup',
      currency: 'usd',
      customer,
      ...addresses,
    });
    expect(setup).toMatchObject({
      mode: 'setup',
      payment_status: 'no_payment_required',
      amount_total: null,
    });
    expect(idOf(setup.setup_intent)).toMatch(/^seti_/);
    const subscription = await open({
      mode: 'subscription',
      customer,
      line_items: [item(1000, { interval: 'month' })],
      subscription_data: { trial_period_days: 7 },
    });
    expect(subscription).toMatchObject({
      mode: 'subscription',
      subscription: null,
      amount_total: 0,
    });
  });

  it('names what is wrong with it', async () => {
    const wrong = async (changes: object) => failure(open(changes));
    expect((await wrong({ expires_at: provider.now() + 60 })).param).toBe('expires_at');
    expect((await wrong({ mode: 'subscription' })).statusCode).toBe(400);
    expect((await wrong({ line_items: [item(5)] })).code).toBe('amount_too_small');
  });
});

// The provider's own page wants a person and scripts.
describe.skipIf(isReal)(
  'the hosted page (left out at the provider: a person must pay there)',
  () => {
    it('takes a payment', async () => {
      const { id, url } = await open();
      expect((await provider.payPage(url!)).location).toBe(
        `https://example.com/done?session=${id}`,
      );
      const session = await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent'] });
      expect(session).toMatchObject({
        status: 'complete',
        payment_status: 'paid',
        payment_intent: { status: 'succeeded', amount_received: 2000 },
      });
    });

    it('saves a card that is charged later', async () => {
      const { id: customer } = await stripe.customers.create({ email: 'contract@example.com' });
      const { id, url } = await stripe.checkout.sessions.create({
        mode: 'setup',
        currency: 'usd',
        customer,
        ...addresses,
      });
      await provider.payPage(url!, '4000002500003155');
      const session = await stripe.checkout.sessions.retrieve(id, { expand: ['setup_intent'] });
      const setup = session.setup_intent as Stripe.SetupIntent;
      expect(setup).toMatchObject({ status: 'succeeded', customer });
      const charged = await stripe.paymentIntents.create({
        amount: 2000,
        currency: 'usd',
        customer,
        payment_method: idOf(setup.payment_method),
        off_session: true,
        confirm: true,
      });
      expect(charged.status).toBe('succeeded');
    });

    it.each([
      [undefined, 'paid', 'active', 1000],
      [7, 'no_payment_required', 'trialing', 0],
    ])('begins a subscription (trial: %s days)', async (days, payment, status, paid) => {
      const { id, url } = await open({
        mode: 'subscription',
        customer_email: 'contract@example.com',
        line_items: [item(1000, { interval: 'month' })],
        subscription_data: { metadata: { plan: 'plus' }, ...(days && { trial_period_days: days }) },
      });
      expect((await provider.payPage(url!)).outcome).toBe('paid');
      const session = await stripe.checkout.sessions.retrieve(id, {
        expand: ['subscription.latest_invoice'],
      });
      expect(session).toMatchObject({ status: 'complete', payment_status: payment });
      const subscription = session.subscription as Stripe.Subscription;
      expect(subscription).toMatchObject({ status, metadata: { plan: 'plus' } });
      expect(subscription.latest_invoice).toMatchObject({ status: 'paid', amount_paid: paid });
      expect(idOf(subscription.default_payment_method)).toMatch(/^pm_/);
      expect(idOf(session.customer)).toBe(subscription.customer);
    });
  },
);
