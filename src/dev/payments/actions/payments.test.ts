import type Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payHostedPage } from '../pay-hosted-page.ts';
import { automatic, lineItem, manual, startWorld, type World } from '../test-world.ts';
import { idOf } from '../ids.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const chargeOf = (intent: Stripe.PaymentIntent) =>
  world.stripe.charges.retrieve(idOf(intent.latest_charge));
const balanceOf = async (source: string) =>
  (await world.stripe.balanceTransactions.list({ source })).data.map(
    ({ type, amount, fee, net }) => ({
      type,
      amount,
      fee,
      net,
    }),
  );

describe('authorise now, capture later', () => {
  it('holds the amount without taking it (PY-01)', async () => {
    const { session, intent, result } = await world.pay({
      payment_intent_data: {
        capture_method: 'manual',
        metadata: { charge: 'c-1' },
        transfer_group: 'booking-1',
      },
    });
    expect(result).toMatchObject({
      outcome: 'paid',
      location: `http://shop.test/done?session=${session.id}`,
    });
    expect(session).toMatchObject({ status: 'complete', payment_status: 'unpaid', url: null });
    expect(intent).toMatchObject({
      status: 'requires_capture',
      amount_capturable: 3200,
      amount_received: 0,
      metadata: { charge: 'c-1' },
      transfer_group: 'booking-1',
    });
    const charge = await chargeOf(intent);
    expect(charge).toMatchObject({ captured: false, paid: true, balance_transaction: null });
    expect(charge.payment_method_details?.card?.capture_before).toBe(world.seconds() + 7 * 86_400);
    expect(await balanceOf(charge.id)).toEqual([]);
  });

  it('captures all of it, with a fee of 1.5 % and 20 minor units (PY-10)', async () => {
    const { session, intent } = await world.pay({ ...manual, line_items: [lineItem('jpy', 6000)] });
    const captured = await world.stripe.paymentIntents.capture(intent.id);
    expect(captured).toMatchObject({
      status: 'succeeded',
      amount_received: 6000,
      amount_capturable: 0,
    });
    expect(await balanceOf(idOf(captured.latest_charge))).toEqual([
      { type: 'charge', amount: 6000, fee: 110, net: 5890 },
    ]);
    expect((await world.stripe.checkout.sessions.retrieve(session.id)).payment_status).toBe('paid');
    await expect(world.stripe.paymentIntents.capture(intent.id)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
      statusCode: 400,
    });
  });

  it('captures a part and releases the rest without a refund (PY-01)', async () => {
    const { intent } = await world.pay(manual);
    const tooMuch = world.stripe.paymentIntents.capture(intent.id, { amount_to_capture: 3201 });
    await expect(tooMuch).rejects.toMatchObject({ param: 'amount_to_capture' });
    const captured = await world.stripe.paymentIntents.capture(intent.id, {
      amount_to_capture: 1600,
    });
    expect(captured).toMatchObject({ status: 'succeeded', amount: 3200, amount_received: 1600 });
    const charge = await chargeOf(captured);
    expect(charge).toMatchObject({ amount: 3200, amount_captured: 1600, amount_refunded: 0 });
    expect((await world.stripe.refunds.list({ charge: charge.id })).data).toEqual([]);
    expect(await balanceOf(charge.id)).toEqual([
      { type: 'charge', amount: 1600, fee: 44, net: 1556 },
    ]);
  });

  it('releases the hold on cancel, and cannot cancel twice (PY-01)', async () => {
    const { intent } = await world.pay(manual);
    const cancelled = await world.stripe.paymentIntents.cancel(intent.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(cancelled).toMatchObject({
      status: 'canceled',
      cancellation_reason: 'requested_by_customer',
      amount_capturable: 0,
    });
    expect(await chargeOf(intent)).toMatchObject({ amount_captured: 0, amount_refunded: 0 });
    for (const call of [
      world.stripe.paymentIntents.cancel(intent.id),
      world.stripe.paymentIntents.capture(intent.id),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' });
    }
  });

  it('lets an authorisation lapse after seven days', async () => {
    const { intent } = await world.pay(manual);
    world.advance({ days: 7 });
    const lapsed = await world.stripe.paymentIntents.retrieve(intent.id);
    expect(lapsed).toMatchObject({ status: 'canceled', cancellation_reason: 'expired' });
  });
});

describe('sessions that end unpaid', () => {
  it('expire on request with what was begun in them, and take no more cards', async () => {
    const { id, url } = await world.createSession(manual);
    expect(await payHostedPage(url!, { card: '4000000000000002' })).toMatchObject({
      outcome: 'declined',
    });
    const open = await world.stripe.checkout.sessions.retrieve(id);
    const intentId = idOf(open.payment_intent);
    await expect(world.stripe.paymentIntents.cancel(intentId)).rejects.toMatchObject({
      code: 'payment_intent_unexpected_state',
    });
    expect(await world.stripe.checkout.sessions.expire(id)).toMatchObject({
      status: 'expired',
      url: null,
    });
    expect((await world.stripe.paymentIntents.retrieve(intentId)).status).toBe('canceled');
    expect(await payHostedPage(url!)).toMatchObject({
      outcome: 'closed',
      message: 'This checkout has expired',
    });
    await expect(world.stripe.checkout.sessions.expire(id)).rejects.toMatchObject({
      statusCode: 400,
    });
  });

  it('expire by themselves at expires_at', async () => {
    const { id, url } = await world.createSession({ expires_at: world.seconds() + 1800 });
    world.advance({ seconds: 1799 });
    expect((await world.stripe.checkout.sessions.retrieve(id)).status).toBe('open');
    world.advance({ seconds: 1 });
    expect((await payHostedPage(url!)).outcome).toBe('closed');
    expect((await world.stripe.checkout.sessions.retrieve(id)).status).toBe('expired');
  });
});

describe('refunds', () => {
  it('come in parts up to what was captured, and the provider keeps its fee (PY-10)', async () => {
    const { intent } = await world.pay(automatic);
    const first = await world.stripe.refunds.create({
      payment_intent: intent.id,
      amount: 1000,
      metadata: { refund: 'r-1' },
    });
    expect(first).toMatchObject({ status: 'succeeded', amount: 1000, metadata: { refund: 'r-1' } });
    await expect(
      world.stripe.refunds.create({ payment_intent: intent.id, amount: 2201 }),
    ).rejects.toMatchObject({ code: 'amount_too_large', param: 'amount' });
    const rest = await world.stripe.refunds.create({ charge: idOf(intent.latest_charge) });
    expect(rest.amount).toBe(2200);
    expect(await balanceOf(rest.id)).toEqual([
      { type: 'refund', amount: -2200, fee: 0, net: -2200 },
    ]);
    await expect(world.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_already_refunded',
    });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 3200, refunded: true });
    const listed = await world.stripe.refunds.list({ payment_intent: intent.id });
    expect(listed.data.map(({ id }) => id)).toEqual([rest.id, first.id]);
  });

  it('are refused before the capture and for payments that failed', async () => {
    const { intent } = await world.pay(manual);
    await expect(world.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_not_refundable',
    });
    const failed = await world.pay(automatic, { card: '4000000000000002' });
    await expect(
      world.stripe.refunds.create({ payment_intent: failed.intent.id }),
    ).rejects.toMatchObject({ param: 'payment_intent' });
  });

  it('of card 7726 are pending first, then succeed', async () => {
    const { intent } = await world.pay(automatic, { card: '4000000000007726' });
    const refund = await world.stripe.refunds.create({ payment_intent: intent.id });
    expect(refund).toMatchObject({ status: 'pending', pending_reason: 'processing' });
    world.advance({ seconds: 5 });
    expect((await world.stripe.refunds.retrieve(refund.id)).status).toBe('succeeded');
  });

  it('of card 5126 succeed first, then fail and give the money back', async () => {
    const { intent } = await world.pay(automatic, { card: '4000000000005126' });
    const refund = await world.stripe.refunds.create({ payment_intent: intent.id, amount: 700 });
    expect(refund.status).toBe('succeeded');
    world.advance({ seconds: 5 });
    const failed = await world.stripe.refunds.retrieve(refund.id, {
      expand: ['failure_balance_transaction'],
    });
    expect(failed).toMatchObject({
      status: 'failed',
      failure_balance_transaction: { type: 'refund_failure', amount: 700 },
    });
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 0, refunded: false });
  });
});

describe('what follows a capture', () => {
  it('makes the money available two days later', async () => {
    const { intent } = await world.pay(automatic);
    const status = async () =>
      (await world.stripe.balanceTransactions.list({ source: idOf(intent.latest_charge) })).data[0]
        ?.status;
    expect(await status()).toBe('pending');
    world.advance({ days: 2 });
    expect(await status()).toBe('available');
  });

  it('opens a dispute for card 0259 and takes amount and fee', async () => {
    const { intent } = await world.pay(automatic, { card: '4000000000000259' });
    expect((await chargeOf(intent)).disputed).toBe(false);
    world.advance({ seconds: 5 });
    expect((await chargeOf(intent)).disputed).toBe(true);
    const { data } = await world.stripe.disputes.list({ payment_intent: intent.id });
    expect(data[0]).toMatchObject({
      amount: 3200,
      reason: 'fraudulent',
      status: 'needs_response',
      balance_transactions: [{ amount: -3200, fee: 1500, net: -4700 }],
    });
    await expect(world.stripe.refunds.create({ payment_intent: intent.id })).rejects.toMatchObject({
      code: 'charge_disputed',
    });
  });
});
