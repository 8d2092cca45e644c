import Stripe from 'stripe';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { automatic, manual, startWorld, webhookSecret, type World } from './test-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const authorised = [
  'payment_intent.created',
  'charge.succeeded',
  'payment_intent.amount_capturable_updated',
  'checkout.session.completed',
];

it('events arrive in order, signed by the emulator’s clock (PY-05)', async () => {
  const { intent } = await world.pay(manual);
  await world.stripe.paymentIntents.capture(intent.id);
  await world.emulator.drain();
  expect(world.listener.types()).toEqual([
    ...authorised,
    'charge.captured',
    'payment_intent.succeeded',
  ]);
  const { webhooks } = world.stripe;
  const receivedAt = world.seconds() * 1000;
  for (const { payload, signature, event } of world.listener.received) {
    const verified = webhooks.constructEvent(
      payload,
      signature,
      webhookSecret,
      300,
      undefined,
      receivedAt,
    );
    expect(verified.id).toBe(event.id);
    expect(verified.api_version).toBe('2026-10-28.endive');
    expect(() =>
      webhooks.constructEvent(`${payload} `, signature, webhookSecret, 300, undefined, receivedAt),
    ).toThrow(Stripe.errors.StripeSignatureVerificationError);
  }
});

it('an event holds the object as it was then, and can be read again later (PY-05)', async () => {
  const { intent } = await world.pay(manual);
  await world.stripe.paymentIntents.capture(intent.id);
  await world.emulator.drain();
  const { data } = await world.stripe.events.list({ type: 'payment_intent.*', limit: 10 });
  expect(data.map(({ type }) => type)).toEqual([
    'payment_intent.succeeded',
    'payment_intent.amount_capturable_updated',
    'payment_intent.created',
  ]);
  const created = await world.stripe.events.retrieve(data[2]!.id);
  expect(created.data.object).toMatchObject({ id: intent.id, status: 'requires_payment_method' });
  expect(data[0]!.request?.id).toMatch(/^req_/);
  expect(data[1]!.request?.id).toBeNull();
});

it('a refused webhook is sent again before the next one (PY-05)', async () => {
  world.listener.refuse(2);
  await world.pay(manual);
  await world.emulator.drain();
  expect(world.listener.types()).toEqual(authorised);
  const { data } = await world.stripe.events.list();
  expect(data.every((event) => event.pending_webhooks === 0)).toBe(true);
});

it('a webhook nobody takes is given up after the last retry, the others still arrive', async () => {
  world.listener.refuse(4);
  await world.pay(manual);
  await world.emulator.drain();
  expect(world.listener.types()).toEqual(authorised.slice(1));
});

it('deliverWebhooksNow does not wait for the patience between attempts', async () => {
  const other = await startWorld({ webhookRetryDelaysMs: [60_000] });
  other.listener.refuse(1);
  await other.stripe.customers.create({ email: 'a@example.com' });
  await other.emulator.deliverWebhooksNow();
  expect(other.listener.types()).toEqual([]);
  await other.emulator.deliverWebhooksNow();
  expect(other.listener.types()).toEqual(['customer.created']);
  await other.close();
});

it('events can be delivered twice or out of order (PY-05)', async () => {
  world.emulator.faults.webhook('duplicate', 'charge.succeeded');
  world.emulator.faults.webhook('reorder', 'payment_intent.amount_capturable_updated');
  await world.pay(manual);
  await world.emulator.drain();
  expect(world.listener.types()).toEqual([
    'payment_intent.created',
    'charge.succeeded',
    'charge.succeeded',
    'checkout.session.completed',
    'payment_intent.amount_capturable_updated',
  ]);
  const [, first, second] = world.listener.received;
  expect(first!.event.id).toBe(second!.event.id);
});

it('without an address nothing is sent, and the events are still on record', async () => {
  world.emulator.setWebhookUrl(undefined);
  await world.pay(automatic);
  await world.emulator.drain();
  expect(world.listener.types()).toEqual([]);
  expect((await world.stripe.events.list()).data).toHaveLength(4);
});

it('announces what happens by itself: late refunds, disputes, expiry', async () => {
  const late = await world.pay(automatic, { card: '4000000000007726' });
  await world.stripe.refunds.create({ payment_intent: late.intent.id });
  const failing = await world.pay(automatic, { card: '4000000000005126' });
  await world.stripe.refunds.create({ payment_intent: failing.intent.id });
  await world.pay(automatic, { card: '4000000000000259' });
  await world.createSession({ expires_at: world.seconds() + 1800 });
  await world.emulator.drain();
  const before = world.listener.received.length;
  world.advance({ seconds: 1800 });
  await world.emulator.drain();
  expect(world.listener.types().slice(before).toSorted()).toEqual([
    'charge.dispute.created',
    'charge.dispute.funds_withdrawn',
    'charge.refund.updated',
    'charge.refund.updated',
    'checkout.session.expired',
    'refund.failed',
    'refund.updated',
  ]);
});
