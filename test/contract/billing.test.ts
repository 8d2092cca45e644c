import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, startProvider, type Provider } from './provider.ts';

let provider: Provider;
let stripe: Stripe;
let monthly: string;
let large: string;
beforeAll(async () => {
  provider = await startProvider();
  ({ stripe } = provider);
  const { id: product } = await stripe.products.create({ name: 'Contract plan' });
  const price = (unit_amount: number) =>
    stripe.prices.create({
      product,
      currency: 'usd',
      unit_amount,
      recurring: { interval: 'month' },
    });
  monthly = (await price(1000)).id;
  large = (await price(3000)).id;
});
afterAll(() => provider.close());

const day = 86_400;
// The first of a month with 30 days, so that halves are whole.
const start = Date.UTC(2027, 3, 1, 12) / 1000;

async function subscriber(token = 'pm_card_visa') {
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: start });
  const { id: customer } = await stripe.customers.create({ test_clock: clock.id });
  const { id: method } = await stripe.paymentMethods.attach(token, { customer });
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: method } });
  return {
    customer,
    method,
    moveTo: (days: number) => provider.moveClock(clock.id, start + Math.round(days * day)),
    subscribe: (changes: Partial<Stripe.SubscriptionCreateParams> = {}) =>
      stripe.subscriptions.create({
        customer,
        items: [{ price: monthly }],
        expand: ['latest_invoice'],
        ...changes,
      }),
    done: () => stripe.testHelpers.testClocks.del(clock.id),
  };
}

async function latestInvoice(id: string): Promise<Stripe.Invoice> {
  const { latest_invoice: invoice } = await stripe.subscriptions.retrieve(id);
  return stripe.invoices.retrieve(idOf(invoice));
}

describe('a subscription', () => {
  it('is paid at once and renewed every month', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe();
    expect(made).toMatchObject({ status: 'active', cancel_at_period_end: false });
    expect(made.latest_invoice).toMatchObject({
      status: 'paid',
      amount_paid: 1000,
      billing_reason: 'subscription_create',
    });
    expect(made.items.data[0]!.current_period_end).toBe(start + 30 * day);
    await ada.moveTo(30.2);
    expect(await latestInvoice(made.id)).toMatchObject({
      status: 'paid',
      amount_paid: 1000,
      billing_reason: 'subscription_cycle',
    });
    await ada.done();
  });

  it('may begin with a trial', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe({ trial_period_days: 7 });
    expect(made).toMatchObject({ status: 'trialing', trial_end: start + 7 * day });
    expect(made.latest_invoice).toMatchObject({ total: 0, status: 'paid' });
    await ada.moveTo(7.2);
    expect((await stripe.subscriptions.retrieve(made.id)).status).toBe('active');
    expect(await latestInvoice(made.id)).toMatchObject({ amount_paid: 1000 });
    await ada.done();
  });

  it('changes plan in the middle, for what the preview says', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe();
    await ada.moveTo(15);
    const change = {
      items: [{ id: made.items.data[0]!.id, price: large }],
      proration_behavior: 'always_invoice' as const,
      proration_date: start + 15 * day,
    };
    const preview = await stripe.invoices.createPreview({
      subscription: made.id,
      subscription_details: change,
    });
    const prorations = (invoice: Stripe.Invoice) =>
      invoice.lines.data
        .filter((line) => line.parent?.subscription_item_details?.proration)
        .map(({ amount }) => amount)
        .toSorted((a, b) => a - b);
    expect(prorations(preview)).toEqual([-500, 1500]);
    await stripe.subscriptions.update(made.id, change);
    const invoice = await latestInvoice(made.id);
    expect(prorations(invoice)).toEqual([-500, 1500]);
    expect(invoice).toMatchObject({ amount_paid: 1000, billing_reason: 'subscription_update' });
    await ada.done();
  });

  it('is past due when a renewal fails, and active when it is paid', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe();
    const { id: failing } = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: ada.customer,
    });
    await stripe.subscriptions.update(made.id, { default_payment_method: failing });
    await ada.moveTo(30.2);
    expect((await stripe.subscriptions.retrieve(made.id)).status).toBe('past_due');
    const invoice = await latestInvoice(made.id);
    expect(invoice).toMatchObject({ status: 'open', attempt_count: 1, attempted: true });
    expect(invoice.next_payment_attempt).not.toBeNull();
    const paid = await stripe.invoices.pay(invoice.id, { payment_method: ada.method });
    expect(paid).toMatchObject({ status: 'paid', amount_remaining: 0 });
    expect((await stripe.subscriptions.retrieve(made.id)).status).toBe('active');
    await ada.done();
  });

  it('ends with its period, unless that is taken back', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe();
    const ending = await stripe.subscriptions.update(made.id, { cancel_at_period_end: true });
    expect(ending).toMatchObject({ cancel_at_period_end: true, cancel_at: start + 30 * day });
    const kept = await stripe.subscriptions.update(made.id, { cancel_at_period_end: false });
    expect(kept).toMatchObject({ cancel_at: null, canceled_at: null });
    await stripe.subscriptions.update(made.id, { cancel_at_period_end: true });
    await ada.moveTo(30.2);
    expect((await stripe.subscriptions.retrieve(made.id)).status).toBe('canceled');
    await ada.done();
  });

  it('ends at once, with a credit for what is left', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe();
    await ada.moveTo(15);
    const ended = await stripe.subscriptions.cancel(made.id, { prorate: true, invoice_now: true });
    expect(ended).toMatchObject({ status: 'canceled', ended_at: start + 15 * day });
    const customer = await stripe.customers.retrieve(ada.customer);
    expect(customer).toMatchObject({ balance: -500 });
    await ada.done();
  });

  it('waits with `default_incomplete` until somebody pays', async () => {
    const ada = await subscriber();
    const made = await ada.subscribe({
      payment_behavior: 'default_incomplete',
      expand: ['latest_invoice.confirmation_secret'],
    });
    expect(made.status).toBe('incomplete');
    const { confirmation_secret: secret } = made.latest_invoice as Stripe.Invoice;
    await stripe.paymentIntents.confirm(secret!.client_secret.split('_secret_')[0]!, {
      payment_method: ada.method,
      return_url: 'https://example.com/back',
    });
    await provider.eventually(
      () => stripe.subscriptions.retrieve(made.id),
      ({ status }) => status === 'active',
    );
    await ada.done();
  });
});

it('the customer portal is a page of its own', async () => {
  const { id: customer } = await stripe.customers.create({});
  const configuration = await stripe.billingPortal.configurations.create({
    business_profile: { headline: 'Contract' },
    features: { invoice_history: { enabled: true } },
  });
  const session = await stripe.billingPortal.sessions.create({
    customer,
    configuration: configuration.id,
    return_url: 'https://example.com/account',
  });
  expect(session).toMatchObject({ object: 'billing_portal.session', customer });
  expect(session.url).toMatch(/^https?:\/\//);
});
