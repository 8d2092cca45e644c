import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../../ids.ts';
import { payHostedPage } from '../../pay-hosted-page.ts';
import { failure, startWorld, type World } from '../../test-world.ts';
import { makePlans, makeSubscriber, type Plans } from './test-plans.ts';

let world: World;
let plans: Plans;
beforeEach(async () => {
  world = await startWorld();
  plans = await makePlans(world);
});
afterEach(() => world.close());

const status = async (id: string) => (await world.stripe.subscriptions.retrieve(id)).status;

describe('a subscription', () => {
  it('charges at once, and again every month on the same day (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe({ expand: ['latest_invoice.payments'] });
    expect(made.status).toBe('active');
    expect(made.latest_invoice).toMatchObject({
      status: 'paid',
      amount_paid: 900,
      billing_reason: 'subscription_create',
      payments: { data: [{ status: 'paid', amount_paid: 900 }] },
    });
    const [item] = made.items.data;
    expect(item!.current_period_end).toBe(ada.start + 30 * 86_400);
    await ada.moveTo(30.01);
    expect(await ada.latestInvoice(made)).toMatchObject({
      status: 'draft',
      billing_reason: 'subscription_cycle',
    });
    await ada.moveTo(30.1);
    expect(await ada.latestInvoice(made)).toMatchObject({ status: 'paid', amount_paid: 900 });
    await ada.moveTo(100);
    const { data: invoices } = await world.stripe.invoices.list({ subscription: made.id });
    expect(invoices.map(({ amount_paid: paid }) => paid)).toEqual([900, 900, 900, 900]);
    expect(new Set(invoices.map(({ number }) => number)).size).toBe(4);
  });

  it('begins with a trial that costs nothing, and is told before it ends (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe({ trial_period_days: 14 });
    expect(made).toMatchObject({ status: 'trialing', trial_end: ada.start + 14 * 86_400 });
    expect(await ada.latestInvoice(made)).toMatchObject({ status: 'paid', total: 0 });
    await ada.moveTo(12);
    const { data } = await world.stripe.events.list({
      type: 'customer.subscription.trial_will_end',
    });
    expect(data).toHaveLength(1);
    await ada.moveTo(14.1);
    expect(await status(made.id)).toBe('active');
    expect(await ada.latestInvoice(made)).toMatchObject({ status: 'paid', amount_paid: 900 });
  });

  it.each([
    ['cancel', 'canceled'],
    ['pause', 'paused'],
    ['create_invoice', 'past_due'],
  ] as const)('whose trial ends without a card does what was set: %s', async (set, becomes) => {
    const ada = await makeSubscriber(world, plans);
    await world.stripe.paymentMethods.detach(ada.method);
    const made = await ada.subscribe({
      trial_period_days: 3,
      trial_settings: { end_behavior: { missing_payment_method: set } },
    });
    await ada.moveTo(4);
    expect(await status(made.id)).toBe(becomes);
  });

  it('waits for its first payment, for 23 hours (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const waiting = await ada.subscribe({ payment_behavior: 'default_incomplete' });
    expect(waiting.status).toBe('incomplete');
    const { confirmation_secret: secret } = await world.stripe.invoices.retrieve(
      idOf(waiting.latest_invoice),
      { expand: ['confirmation_secret'] },
    );
    const intent = secret!.client_secret.split('_secret_')[0]!;
    await world.stripe.paymentIntents.confirm(intent, { payment_method: ada.method });
    expect(await status(waiting.id)).toBe('active');

    const never = await ada.subscribe({ payment_behavior: 'default_incomplete' });
    await ada.moveTo(1);
    expect(await status(never.id)).toBe('incomplete_expired');
  });

  // Since API version 2025-03-31: a first attempt that fails used to leave an incomplete one.
  it('from a page begins when that was gone through: a refusal leaves nothing (PY-06)', async () => {
    const { id: customer } = await world.stripe.customers.create({ email: 'ada@example.com' });
    const { id, url } = await world.stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      line_items: [{ price: plans.monthly, quantity: 1 }],
      success_url: 'http://shop.test/ok',
    });
    expect((await payHostedPage(url!, { card: '4000000000000002' })).outcome).toBe('declined');
    const all = async () => {
      const subscriptions = await world.stripe.subscriptions.list({ customer, status: 'all' });
      const invoices = await world.stripe.invoices.list({ customer });
      return [subscriptions.data, invoices.data] as const;
    };
    expect(await all()).toEqual([[], []]);
    expect((await payHostedPage(url!)).outcome).toBe('paid');
    const [[made], [invoice]] = await all();
    expect(made).toMatchObject({ status: 'active', latest_invoice: invoice!.id });
    expect(invoice).toMatchObject({ status: 'paid', amount_paid: 900 });
    expect(await world.stripe.checkout.sessions.retrieve(id)).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      subscription: made!.id,
    });
    const charges = (await world.stripe.charges.list({ customer })).data;
    expect(charges.map((charge) => charge.status)).toEqual(['succeeded', 'failed']);
  });

  it('with a card that declines is incomplete, or refused as asked (PY-06)', async () => {
    const ben = await makeSubscriber(world, plans, 'pm_card_chargeCustomerFail');
    const made = await ben.subscribe();
    expect(made.status).toBe('incomplete');
    const refused = await failure(ben.subscribe({ payment_behavior: 'error_if_incomplete' }));
    expect(refused).toMatchObject({ statusCode: 402, code: 'card_declined' });
    const { data } = await world.stripe.subscriptions.list({ customer: ben.customer });
    expect(data.map(({ id }) => id)).toEqual([made.id]);
  });

  it('needs a card, recurring prices, and one interval', async () => {
    const ada = await makeSubscriber(world, plans);
    const once = await world.stripe.prices.create({
      product: plans.product,
      currency: 'gbp',
      unit_amount: 500,
    });
    const wrong = (items: { price: string }[]) => failure(ada.subscribe({ items }));
    expect((await wrong([{ price: once.id }])).param).toBe('items[0][price]');
    expect((await wrong([{ price: plans.monthly }, { price: plans.yearly }])).param).toBe('items');
    expect((await wrong([{ price: 'price_none' }])).code).toBe('resource_missing');
    await world.stripe.paymentMethods.detach(ada.method);
    expect((await failure(ada.subscribe())).code).toBe('resource_missing');
  });
});

describe('a renewal that fails', () => {
  it('is tried again after 3, 5 and 7 days; a new card mends it (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    const failing = await world.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: ada.customer,
    });
    await world.stripe.subscriptions.update(made.id, { default_payment_method: failing.id });
    await ada.moveTo(30.1);
    expect(await status(made.id)).toBe('past_due');
    const first = await ada.latestInvoice(made);
    expect(first).toMatchObject({ status: 'open', attempt_count: 1 });
    expect(first.next_payment_attempt).toBeGreaterThan(ada.start + 33 * 86_400);
    await ada.moveTo(33.1);
    expect(await ada.latestInvoice(made)).toMatchObject({ status: 'open', attempt_count: 2 });
    await world.stripe.subscriptions.update(made.id, { default_payment_method: ada.method });
    await ada.moveTo(38.2);
    expect(await ada.latestInvoice(made)).toMatchObject({ status: 'paid', attempt_count: 3 });
    expect(await status(made.id)).toBe('active');
  });

  it('ends the subscription after the last try (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    await world.stripe.paymentMethods.detach(ada.method);
    await ada.moveTo(46);
    expect(await world.stripe.subscriptions.retrieve(made.id)).toMatchObject({
      status: 'canceled',
      cancellation_details: { reason: 'payment_failed' },
    });
    const failed = await world.stripe.events.list({ type: 'invoice.payment_failed' });
    expect(failed.data).toHaveLength(4);
  });

  it('for want of a card says so, and leaves the others alone (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe({ default_payment_method: ada.method });
    const ben = await makeSubscriber(world, plans);
    const other = await ben.subscribe();
    await world.stripe.paymentMethods.detach(ada.method);
    await ada.moveTo(30.1);
    await ben.moveTo(30.1);
    expect([await status(made.id), await status(other.id)]).toEqual(['past_due', 'active']);
  });

  it('whose bank asks waits for the payer (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans, 'pm_card_authenticationRequired');
    const made = await ada.subscribe({ trial_period_days: 1 });
    await ada.moveTo(1.1);
    expect(await status(made.id)).toBe('past_due');
    const invoice = await ada.latestInvoice(made);
    const page = await fetch(invoice.hosted_invoice_url!).then((answer) => answer.text());
    expect(page).toContain('Pay £9.00');
    const card = { number: '4000002760003184', expiry: '12/40', cvc: '123', name: 'Ada' };
    const submitted = await fetch(invoice.hosted_invoice_url!, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(card),
    });
    const bank = submitted.headers.get('location')!;
    expect(bank).toContain('/c/authenticate/pi_');
    await fetch(bank, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ outcome: 'complete' }),
    });
    expect(await status(made.id)).toBe('active');
    expect(await fetch(invoice.hosted_invoice_url!).then((answer) => answer.text())).toContain(
      'Paid',
    );
  });
});

describe('the end', () => {
  it('comes when the period does, unless it is taken back (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    const ending = await world.stripe.subscriptions.update(made.id, {
      cancel_at_period_end: true,
      cancellation_details: { feedback: 'unused' },
    });
    expect(ending).toMatchObject({
      status: 'active',
      cancel_at: made.items.data[0]!.current_period_end,
      cancellation_details: { feedback: 'unused', reason: 'cancellation_requested' },
    });
    const kept = await world.stripe.subscriptions.update(made.id, { cancel_at_period_end: false });
    expect(kept).toMatchObject({ cancel_at: null, canceled_at: null });
    await ada.moveTo(30.1);
    expect(await status(made.id)).toBe('active');
    await world.stripe.subscriptions.update(made.id, { cancel_at_period_end: true });
    await ada.moveTo(62);
    expect(await status(made.id)).toBe('canceled');
    const { data } = await world.stripe.invoices.list({ subscription: made.id });
    expect(data).toHaveLength(2);
  });

  it('comes at once, with what is left as a credit for later (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    await ada.moveTo(15);
    const ended = await world.stripe.subscriptions.cancel(made.id, {
      prorate: true,
      invoice_now: true,
    });
    expect(ended).toMatchObject({ status: 'canceled', ended_at: ada.start + 15 * 86_400 });
    const customer = await world.stripe.customers.retrieve(ada.customer);
    expect(customer).toMatchObject({ balance: -450 });
    const again = await ada.subscribe();
    expect(await ada.latestInvoice(again)).toMatchObject({
      total: 900,
      starting_balance: -450,
      amount_paid: 450,
    });
    expect((await failure(world.stripe.subscriptions.cancel(made.id))).statusCode).toBe(404);
  });
});
