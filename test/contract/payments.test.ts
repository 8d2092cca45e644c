import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failure, idOf, noRedirects, startProvider, type Provider } from './provider.ts';

let provider: Provider;
let stripe: Stripe;
beforeAll(async () => {
  provider = await startProvider();
  ({ stripe } = provider);
});
afterAll(() => provider.close());

const pay = (changes: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 2000,
    currency: 'usd',
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: noRedirects,
    ...changes,
  });
const hold = (amount = 2000) => pay({ amount, capture_method: 'manual' });

describe('a payment', () => {
  it('is created, confirmed and has a charge with a balance transaction', async () => {
    const intent = await pay({ expand: ['latest_charge.balance_transaction'] });
    expect(intent).toMatchObject({
      object: 'payment_intent',
      status: 'succeeded',
      amount_received: 2000,
    });
    const charge = intent.latest_charge as Stripe.Charge;
    expect(charge).toMatchObject({ paid: true, captured: true, amount_captured: 2000 });
    if (intent.capture_method === 'automatic') {
      const transaction = charge.balance_transaction as Stripe.BalanceTransaction;
      expect(transaction).toMatchObject({
        type: 'charge',
        amount: 2000,
        reporting_category: 'charge',
      });
      expect(transaction.net).toBe(2000 - transaction.fee);
    }
  });

  it('is held, and captured in part: the rest goes back without a refund', async () => {
    const held = await hold();
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 2000 });
    const captured = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1200 });
    expect(captured).toMatchObject({ status: 'succeeded', amount: 2000, amount_received: 1200 });
    const charge = await stripe.charges.retrieve(idOf(captured.latest_charge));
    expect(charge).toMatchObject({ amount: 2000, amount_captured: 1200, amount_refunded: 0 });
    const again = await failure(stripe.paymentIntents.capture(held.id));
    expect(again).toMatchObject({ code: 'payment_intent_unexpected_state', statusCode: 400 });
  });

  it('that is held can be cancelled once', async () => {
    const held = await hold();
    const cancelled = await stripe.paymentIntents.cancel(held.id, {
      cancellation_reason: 'requested_by_customer',
    });
    expect(cancelled).toMatchObject({ status: 'canceled', amount_capturable: 0 });
    const again = await failure(stripe.paymentIntents.cancel(held.id));
    expect(again.code).toBe('payment_intent_unexpected_state');
  });

  it('cannot be captured for more than was held', async () => {
    const held = await hold();
    const error = await failure(
      stripe.paymentIntents.capture(held.id, { amount_to_capture: 2001 }),
    );
    expect(error).toMatchObject({ statusCode: 400, param: 'amount_to_capture' });
  });

  it.each([
    ['pm_card_chargeDeclined', 'card_declined', 'generic_decline'],
    ['pm_card_chargeDeclinedInsufficientFunds', 'card_declined', 'insufficient_funds'],
    ['pm_card_chargeDeclinedExpiredCard', 'expired_card', 'expired_card'],
    ['pm_card_chargeDeclinedIncorrectCvc', 'incorrect_cvc', 'incorrect_cvc'],
  ])('with %s is refused with the reason', async (payment_method, code, decline) => {
    const error = await failure(pay({ payment_method }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({ statusCode: 402, code });
    const { payment_intent: intent } = error as unknown as { payment_intent: Stripe.PaymentIntent };
    expect(intent).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code },
    });
    const charge = await stripe.charges.retrieve(idOf(intent.latest_charge));
    expect(charge).toMatchObject({ status: 'failed', paid: false, failure_code: code });
    expect([decline, null]).toContain(charge.outcome?.reason ?? null);
  });

  it('whose bank asks waits for the payer', async () => {
    const asked = await pay({
      payment_method: 'pm_card_authenticationRequired',
      automatic_payment_methods: { enabled: true },
      return_url: 'https://example.com/back',
    });
    expect(asked).toMatchObject({
      status: 'requires_action',
      next_action: {
        type: 'redirect_to_url',
        redirect_to_url: { return_url: 'https://example.com/back' },
      },
    });
  });

  it.each([
    [{ amount: 10 }, 'amount_too_small'],
    [{ amount: -1 }, 'parameter_invalid_integer'],
    [{ amount: 100_000_000 }, 'amount_too_large'],
  ])('of %o is refused', async (changes, code) => {
    expect(await failure(pay(changes))).toMatchObject({ statusCode: 400, code });
  });

  it('counts in minor units, also where a currency has none', async () => {
    const intent = await stripe.paymentIntents.create({ amount: 60, currency: 'jpy' });
    expect(intent).toMatchObject({
      amount: 60,
      currency: 'jpy',
      status: 'requires_payment_method',
    });
    const error = await failure(stripe.paymentIntents.create({ amount: 5, currency: 'jpy' }));
    expect(error.code).toBe('amount_too_small');
  });
});

describe('a saved card', () => {
  const customerWith = async (token: string) => {
    const { id: customer } = await stripe.customers.create({ email: 'contract@example.com' });
    const setup = await stripe.setupIntents.create({
      customer,
      payment_method: token,
      confirm: true,
      usage: 'off_session',
      automatic_payment_methods: noRedirects,
    });
    return { customer, setup };
  };

  it('is charged without the payer', async () => {
    const { customer, setup } = await customerWith('pm_card_visa');
    expect(setup.status).toBe('succeeded');
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: idOf(setup.payment_method),
      confirm: true,
      off_session: true,
      capture_method: 'manual',
    });
    expect(intent.status).toBe('requires_capture');
    const { data } = await stripe.customers.listPaymentMethods(customer);
    expect(data.map(({ id }) => id)).toEqual([idOf(setup.payment_method)]);
  });

  it('whose bank always asks fails without the payer', async () => {
    const { id: customer } = await stripe.customers.create({});
    const method = await stripe.paymentMethods.attach('pm_card_authenticationRequired', {
      customer,
    });
    const error = await failure(
      pay({
        customer,
        payment_method: method.id,
        off_session: true,
      }),
    );
    expect(error).toMatchObject({ statusCode: 402, code: 'authentication_required' });
    const { payment_intent: intent } = error as unknown as { payment_intent: Stripe.PaymentIntent };
    expect(intent.status).toBe('requires_payment_method');
  });

  it('that attaches but declines says so when it is charged', async () => {
    const { id: customer } = await stripe.customers.create({});
    const { id: method } = await stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
      customer,
    });
    const error = await failure(pay({ customer, payment_method: method, off_session: true }));
    expect(error).toMatchObject({ statusCode: 402, code: 'card_declined' });
  });

  it('that was taken away is not taken again', async () => {
    const { customer, setup } = await customerWith('pm_card_visa');
    const method = idOf(setup.payment_method);
    await stripe.paymentMethods.detach(method);
    expect((await failure(pay({ customer, payment_method: method }))).statusCode).toBe(400);
  });
});

describe('refunds', () => {
  it('come in parts, up to what was captured', async () => {
    const { id } = await pay();
    const part = await stripe.refunds.create({ payment_intent: id, amount: 700 });
    expect(part).toMatchObject({ object: 'refund', amount: 700, status: 'succeeded' });
    const error = await failure(stripe.refunds.create({ payment_intent: id, amount: 1301 }));
    expect(error.statusCode).toBe(400);
    await stripe.refunds.create({ payment_intent: id });
    const again = await failure(stripe.refunds.create({ payment_intent: id }));
    expect(again.code).toBe('charge_already_refunded');
    const { data } = await stripe.refunds.list({ payment_intent: id });
    expect(data.map(({ amount }) => amount)).toEqual([1300, 700]);
  });

  it('may be pending first', async () => {
    const { id } = await pay({ payment_method: 'pm_card_pendingRefund' });
    const refund = await stripe.refunds.create({ payment_intent: id });
    expect(refund.status).toBe('pending');
    await provider.eventually(
      () => stripe.refunds.retrieve(refund.id),
      ({ status }) => status === 'succeeded',
    );
  });

  it('may fail after they succeeded', async () => {
    const { id } = await pay({ payment_method: 'pm_card_refundFail' });
    const refund = await stripe.refunds.create({ payment_intent: id });
    const failed = await provider.eventually(
      () => stripe.refunds.retrieve(refund.id),
      ({ status }) => status === 'failed',
    );
    expect(failed.failure_balance_transaction).toBeTruthy();
  });
});

describe('disputes', () => {
  const disputed = async () => {
    const intent = await pay({ payment_method: 'pm_card_createDispute' });
    const read = () => stripe.disputes.list({ payment_intent: intent.id });
    const { data } = await provider.eventually(read, (list) => list.data.length > 0);
    return data[0]!;
  };

  it('take the money and a fee, and want an answer', async () => {
    const dispute = await disputed();
    expect(dispute).toMatchObject({ status: 'needs_response', reason: 'fraudulent', amount: 2000 });
    expect(dispute.evidence_details.due_by).toBeGreaterThan(provider.now());
    const [taken] = dispute.balance_transactions;
    expect(taken).toMatchObject({ type: 'adjustment', amount: -2000 });
  });

  it.each([
    ['winning_evidence', 'won'],
    ['losing_evidence', 'lost'],
  ])('answered with %s are %s', async (uncategorized_text, outcome) => {
    const { id } = await disputed();
    await stripe.disputes.update(id, { evidence: { uncategorized_text }, submit: true });
    await provider.eventually(
      () => stripe.disputes.retrieve(id),
      ({ status }) => status === outcome,
    );
  });
});
