import type Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { idOf } from '../../ids.ts';
import { failure, startWorld, type World } from '../../test-world.ts';
import { periodEnd, shareOfRest } from './periods.ts';
import { makePlans, makeSubscriber, type Plans } from './test-plans.ts';

let world: World;
let plans: Plans;
beforeEach(async () => {
  world = await startWorld();
  plans = await makePlans(world);
});
afterEach(() => world.close());

const itemOf = (subscription: Stripe.Subscription) => subscription.items.data[0]!.id;
const amounts = ({ lines }: Stripe.Invoice) => lines.data.map(({ amount }) => amount);

describe('another plan in the middle of a period', () => {
  it('is charged at once by the second that is left, as the preview said (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    await ada.moveTo(10);
    const change = {
      items: [{ id: itemOf(made), price: plans.large }],
      proration_behavior: 'always_invoice' as const,
      proration_date: ada.start + 10 * 86_400,
    };
    const preview = await world.stripe.invoices.createPreview({
      subscription: made.id,
      subscription_details: change,
    });
    expect(amounts(preview).slice(0, 2)).toEqual([-600, 1200]);
    const upgraded = await world.stripe.subscriptions.update(made.id, change);
    const invoice = await ada.latestInvoice(upgraded);
    expect(invoice).toMatchObject({
      billing_reason: 'subscription_update',
      status: 'paid',
      amount_paid: 600,
    });
    expect(amounts(invoice)).toEqual([-600, 1200]);
    expect(
      invoice.lines.data.every((line) => line.parent?.subscription_item_details?.proration),
    ).toBe(true);
    await ada.moveTo(30.1);
    expect(await ada.latestInvoice(made)).toMatchObject({ amount_paid: 1800 });
  });

  it('waits for the next invoice when nothing else is said (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe({ items: [{ price: plans.large }] });
    await ada.moveTo(10);
    const items = [{ id: itemOf(made), price: plans.monthly }];
    const preview = await world.stripe.invoices.createPreview({
      subscription: made.id,
      subscription_details: { items },
    });
    expect(amounts(preview)).toEqual([-1200, 600, 900]);
    await world.stripe.subscriptions.update(made.id, { items });
    const { data } = await world.stripe.invoiceItems.list({
      customer: ada.customer,
      pending: true,
    });
    expect(data.map(({ amount }) => amount)).toEqual([600, -1200]);
    await ada.moveTo(30.1);
    const renewed = await ada.latestInvoice(made);
    expect(amounts(renewed)).toEqual([-1200, 600, 900]);
    expect(renewed).toMatchObject({ total: 300, amount_paid: 300 });
  });

  it('with another interval begins a new period now (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    await ada.moveTo(15);
    const yearly = await world.stripe.subscriptions.update(made.id, {
      items: [{ id: itemOf(made), price: plans.yearly }],
    });
    expect(yearly.billing_cycle_anchor).toBe(ada.start + 15 * 86_400);
    const invoice = await ada.latestInvoice(yearly);
    expect(amounts(invoice)).toEqual([-450, 9000]);
    expect(invoice).toMatchObject({ status: 'paid', amount_paid: 8550 });
  });

  it('to a cheaper one at once leaves a credit (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe({ items: [{ price: plans.large }] });
    await ada.moveTo(15);
    await world.stripe.subscriptions.update(made.id, {
      items: [{ id: itemOf(made), price: plans.monthly }],
      proration_behavior: 'always_invoice',
    });
    expect(await ada.latestInvoice(made)).toMatchObject({ total: -450, status: 'paid' });
    expect(await world.stripe.customers.retrieve(ada.customer)).toMatchObject({ balance: -450 });
    await ada.moveTo(30.1);
    expect(await ada.latestInvoice(made)).toMatchObject({ total: 900, amount_paid: 450 });
  });

  it('changes nothing when the card declines and that was asked for (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe();
    const failing = await world.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer: ada.customer,
    });
    await world.stripe.subscriptions.update(made.id, { default_payment_method: failing.id });
    await ada.moveTo(10);
    const error = await failure(
      world.stripe.subscriptions.update(made.id, {
        items: [{ id: itemOf(made), price: plans.large }],
        proration_behavior: 'always_invoice',
        payment_behavior: 'error_if_incomplete',
      }),
    );
    expect(error).toMatchObject({ statusCode: 402, code: 'card_declined' });
    const after = await world.stripe.subscriptions.retrieve(made.id);
    expect(after.items.data[0]!.price.id).toBe(plans.monthly);
    expect(after.latest_invoice).toBe(made.latest_invoice);
    const { data } = await world.stripe.invoiceItems.list({
      customer: ada.customer,
      pending: true,
    });
    expect(data).toEqual([]);
  });

  it('in a trial costs nothing until the trial ends (PY-06)', async () => {
    const ada = await makeSubscriber(world, plans);
    const made = await ada.subscribe({ trial_period_days: 14 });
    await ada.moveTo(5);
    await world.stripe.subscriptions.update(made.id, {
      items: [{ id: itemOf(made), price: plans.large }],
    });
    await ada.moveTo(14.1);
    expect(await ada.latestInvoice(made)).toMatchObject({ amount_paid: 1800 });
  });
});

describe('invoices by hand', () => {
  it('collect what waits, are finalised, sent, and paid on their page', async () => {
    const ada = await makeSubscriber(world, plans);
    const { stripe } = world;
    await stripe.invoiceItems.create({ customer: ada.customer, amount: 700, currency: 'gbp' });
    const draft = await stripe.invoices.create({
      customer: ada.customer,
      currency: 'gbp',
      collection_method: 'send_invoice',
      days_until_due: 14,
      pending_invoice_items_behavior: 'include',
    });
    await stripe.invoiceItems.create({
      customer: ada.customer,
      invoice: draft.id,
      amount: 300,
      currency: 'gbp',
    });
    const sent = await stripe.invoices.sendInvoice(draft.id);
    expect(sent).toMatchObject({ status: 'open', amount_due: 1000, invoice_pdf: null });
    const card = { number: '4242424242424242', expiry: '12/40', cvc: '123', name: 'Ada' };
    await fetch(sent.hosted_invoice_url!, { method: 'POST', body: new URLSearchParams(card) });
    const paid = await stripe.invoices.retrieve(draft.id, { expand: ['payments'] });
    expect(paid).toMatchObject({ status: 'paid', amount_paid: 1000 });
    const intent = idOf(paid.payments!.data[0]!.payment.payment_intent!);
    expect((await stripe.paymentIntents.retrieve(intent)).amount_received).toBe(1000);
  });

  it('can be void, and then take no money', async () => {
    const ada = await makeSubscriber(world, plans);
    await world.stripe.invoiceItems.create({
      customer: ada.customer,
      amount: 700,
      currency: 'gbp',
    });
    const draft = await world.stripe.invoices.create({
      customer: ada.customer,
      currency: 'gbp',
      pending_invoice_items_behavior: 'include',
    });
    await world.stripe.invoices.finalizeInvoice(draft.id);
    expect((await world.stripe.invoices.voidInvoice(draft.id)).status).toBe('void');
    expect((await failure(world.stripe.invoices.pay(draft.id))).statusCode).toBe(400);
  });
});

describe('periods', () => {
  const seconds = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 1000;
  const month = { interval: 'month', count: 1 } as const;

  it('keep the day of the anchor where the month has it', () => {
    const anchor = seconds('2027-01-31T10:00:00Z');
    const february = periodEnd(anchor, anchor, month);
    expect(february).toBe(seconds('2027-02-28T10:00:00Z'));
    expect(periodEnd(anchor, february, month)).toBe(seconds('2027-03-31T10:00:00Z'));
    expect(periodEnd(anchor, seconds('2031-03-31T10:00:00Z'), month)).toBe(
      seconds('2031-04-30T10:00:00Z'),
    );
  });

  it('are worth what is left of them, to the second', () => {
    expect(shareOfRest(900, { start: 0, end: 100 }, 0)).toBe(900);
    expect(shareOfRest(900, { start: 0, end: 100 }, 100)).toBe(0);
    expect(shareOfRest(999, { start: 0, end: 3 }, 1)).toBe(666);
    expect(shareOfRest(1, { start: 0, end: 2 }, 1)).toBe(1);
  });
});
