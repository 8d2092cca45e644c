import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf } from '../../ids.ts';
import { failure, startWorld, type World } from '../../test-world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const noRedirects = { enabled: true, allow_redirects: 'never' as const };

/** A customer whose card was set up for charges without them. */
async function saved(token: string): Promise<{ customer: string; method: string }> {
  const { id: customer } = await world.stripe.customers.create({ email: 'ada@example.com' });
  const setup = await world.stripe.setupIntents.create({
    customer,
    payment_method: token,
    confirm: true,
    return_url: 'http://shop.test/back',
  });
  if (setup.status === 'requires_action') await world.confirmAtBank(setup);
  const { payment_method: method } = await world.stripe.setupIntents.retrieve(setup.id);
  return { customer, method: idOf(method) };
}

const charge = ({ customer, method }: { customer: string; method: string }, amount = 3200) =>
  world.stripe.paymentIntents.create({
    amount,
    currency: 'gbp',
    customer,
    payment_method: method,
    confirm: true,
    off_session: true,
    capture_method: 'manual',
  });

describe('a saved card', () => {
  it('is charged without the payer, held first and captured in part (PY-02)', async () => {
    const card = await saved('pm_card_visa');
    const held = await charge(card);
    expect(held).toMatchObject({ status: 'requires_capture', amount_capturable: 3200 });
    const captured = await world.stripe.paymentIntents.capture(held.id, {
      amount_to_capture: 1200,
    });
    expect(captured).toMatchObject({ status: 'succeeded', amount_received: 1200 });
    const methods = await world.stripe.customers.listPaymentMethods(card.customer);
    expect(methods.data.map(({ id }) => id)).toEqual([card.method]);
  });

  it('that was set up with the bank is not asked about again (PY-02)', async () => {
    const held = await charge(await saved('pm_card_authenticationRequiredOnSetup'));
    expect(held.status).toBe('requires_capture');
  });

  it('whose bank always asks fails off session, and is mended on session (PY-02)', async () => {
    const card = await saved('pm_card_authenticationRequired');
    const error = await failure(charge(card));
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({
      code: 'authentication_required',
      decline_code: 'authentication_required',
      statusCode: 402,
    });
    const { id } = (error as unknown as { payment_intent: Stripe.PaymentIntent }).payment_intent;
    const waiting = await world.stripe.paymentIntents.retrieve(id);
    expect(waiting).toMatchObject({
      status: 'requires_payment_method',
      last_payment_error: { code: 'authentication_required' },
    });
    const asked = await world.stripe.paymentIntents.confirm(id, {
      payment_method: card.method,
      return_url: 'http://shop.test/paid',
    });
    expect(asked.status).toBe('requires_action');
    const location = await world.confirmAtBank(asked);
    expect(location).toContain('redirect_status=succeeded');
    expect(location).toContain(`payment_intent=${id}`);
    expect((await world.stripe.paymentIntents.retrieve(id)).status).toBe('requires_capture');
  });

  it('that attaches but declines says so when it is charged (PY-02)', async () => {
    const error = await failure(charge(await saved('pm_card_chargeCustomerFail')));
    expect(error).toMatchObject({ code: 'card_declined', statusCode: 402 });
  });

  it('belongs to one customer, and can be taken away', async () => {
    const card = await saved('pm_card_visa');
    const other = await world.stripe.customers.create({});
    await expect(
      world.stripe.paymentMethods.attach(card.method, { customer: other.id }),
    ).rejects.toMatchObject({ statusCode: 400 });
    const stolen = charge({ customer: other.id, method: card.method });
    await expect(stolen).rejects.toMatchObject({ param: 'payment_method' });
    await world.stripe.paymentMethods.detach(card.method);
    expect((await failure(charge(card))).param).toBe('payment_method');
  });

  it('is refused when it is declined at saving', async () => {
    const { id: customer } = await world.stripe.customers.create({});
    const error = await failure(
      world.stripe.setupIntents.create({
        customer,
        payment_method: 'pm_card_chargeDeclined',
        confirm: true,
        return_url: 'http://shop.test/back',
      }),
    );
    expect(error).toMatchObject({ code: 'card_declined', statusCode: 402 });
    expect((await world.stripe.customers.listPaymentMethods(customer)).data).toEqual([]);
  });
});

describe('a payment intent', () => {
  it('goes step by step: created, given a card, confirmed', async () => {
    const made = await world.stripe.paymentIntents.create({
      amount: 1500,
      currency: 'eur',
      automatic_payment_methods: noRedirects,
      metadata: { keep: '1', drop: '2' },
    });
    expect(made.status).toBe('requires_payment_method');
    const updated = await world.stripe.paymentIntents.update(made.id, {
      amount: 1600,
      payment_method: 'pm_card_visa',
      metadata: { drop: '' },
    });
    expect(updated).toMatchObject({ status: 'requires_confirmation', amount: 1600 });
    expect(updated.metadata).toEqual({ keep: '1' });
    const paid = await world.stripe.paymentIntents.confirm(made.id);
    expect(paid).toMatchObject({ status: 'succeeded', amount_received: 1600 });
    await expect(
      world.stripe.paymentIntents.update(made.id, { amount: 1700 }),
    ).rejects.toMatchObject({ code: 'payment_intent_unexpected_state' });
  });

  it('that may redirect wants to know where to come back', async () => {
    const error = await failure(
      world.stripe.paymentIntents.create({
        amount: 1500,
        currency: 'eur',
        payment_method: 'pm_card_visa',
        confirm: true,
      }),
    );
    expect(error.param).toBe('return_url');
  });

  it('can be told to fail rather than to ask', async () => {
    const error = await failure(
      world.stripe.paymentIntents.create({
        amount: 1500,
        currency: 'eur',
        payment_method: 'pm_card_authenticationRequired',
        confirm: true,
        error_on_requires_action: true,
        automatic_payment_methods: noRedirects,
      }),
    );
    expect(error).toMatchObject({ statusCode: 402, decline_code: 'authentication_required' });
  });

  it.each([
    ['usd', 49, 'amount_too_small'],
    ['jpy', 49, 'amount_too_small'],
    ['kwd', 1005, 'parameter_invalid_integer'],
    ['isk', 5050, 'parameter_invalid_integer'],
    ['gbp', 100_000_000, 'amount_too_large'],
    ['gbp', -5, 'parameter_invalid_integer'],
  ])('in %s is not made of %i (PY-10)', async (currency, amount, code) => {
    expect(await failure(world.stripe.paymentIntents.create({ amount, currency }))).toMatchObject({
      code,
      statusCode: 400,
    });
  });

  it('can want the bank to be asked although it would not ask', async () => {
    const made = await world.stripe.paymentIntents.create({
      amount: 1500,
      currency: 'eur',
      payment_method: 'pm_card_visa',
      payment_method_options: { card: { request_three_d_secure: 'challenge' } },
      confirm: true,
      return_url: 'http://shop.test/paid',
    });
    expect(made.status).toBe('requires_action');
    await world.confirmAtBank(made, 'fail');
    expect((await world.stripe.paymentIntents.retrieve(made.id)).status).toBe(
      'requires_payment_method',
    );
  });

  it('can be found by its metadata', async () => {
    const { id } = await world.stripe.paymentIntents.create({
      amount: 1500,
      currency: 'eur',
      metadata: { reference: "booking's 7" },
    });
    const query = `metadata["reference"]:"booking's 7" AND status:"requires_payment_method"`;
    const found = await world.stripe.paymentIntents.search({ query });
    expect(found.data.map((intent) => intent.id)).toEqual([id]);
    expect((await failure(world.stripe.paymentIntents.search({ query: 'x' }))).param).toBe('query');
  });
});

it('a checkout can keep its card for later charges (PY-02)', async () => {
  const { id: customer } = await world.stripe.customers.create({ email: 'ada@example.com' });
  const { intent } = await world.pay({
    customer,
    customer_email: undefined,
    payment_intent_data: { setup_future_usage: 'off_session' },
  });
  const method = idOf(intent.payment_method);
  await expect(charge({ customer, method })).resolves.toMatchObject({ status: 'requires_capture' });
});

it('numbers are taken of test cards only, and never kept', async () => {
  const card = (number: string) =>
    world.stripe.paymentMethods.create({
      type: 'card',
      card: { number, exp_month: 12, exp_year: 2040, cvc: '123' },
    });
  expect((await card('4000002760003184')).card?.last4).toBe('3184');
  expect(await failure(card('4111111111111111'))).toMatchObject({ code: 'test_mode_live_card' });
  expect(await failure(card('4242424242424241'))).toMatchObject({ code: 'incorrect_number' });
});
