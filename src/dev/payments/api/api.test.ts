import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  automatic,
  clientFor,
  failure,
  lineItem,
  manual,
  startWorld,
  type World,
} from '../test-world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('the API as the official SDK sees it', () => {
  it('opens a checkout session from nested parameters and answers with a request id (PY-01)', async () => {
    const session = await world.createSession({
      metadata: { booking: 'b-1' },
      client_reference_id: 'ref-1',
      allowed_payment_method_types: ['card'],
      ...manual,
    });
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 3200,
      currency: 'gbp',
      metadata: { booking: 'b-1' },
      client_reference_id: 'ref-1',
      allowed_payment_method_types: ['card'],
      expires_at: world.seconds() + 86_400,
    });
    const { lastResponse } = session as Stripe.Response<Stripe.Checkout.Session>;
    expect(lastResponse.requestId).toMatch(/^req_/);
    expect(lastResponse.apiVersion).toBe('2026-10-28.endive');
  });

  it('refuses a missing or wrong key with 401', async () => {
    const wrong = await failure(
      clientFor(world.emulator, 'sk_test_wrong').balanceTransactions.list(),
    );
    expect(wrong).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
    expect(wrong.statusCode).toBe(401);
    expect((await fetch(`${world.emulator.url}/v1/events`)).status).toBe(401);
    const basic = Buffer.from('sk_test_local:').toString('base64');
    const answer = await fetch(`${world.emulator.url}/v1/events`, {
      headers: { authorization: `Basic ${basic}` },
    });
    expect(answer.status).toBe(200);
  });

  it('names the parameter that is missing, unknown, or of the wrong kind', async () => {
    const missing = await failure(world.createSession({ line_items: [] }));
    expect(missing).toMatchObject({
      code: 'parameter_missing',
      param: 'line_items',
      statusCode: 400,
    });
    const unknown = await failure(
      world.createSession({ subscription_data: { trial_period_days: 1 } }),
    );
    expect(unknown).toMatchObject({ code: 'parameter_unknown', param: 'subscription_data' });
    const wrong = await failure(world.createSession({ line_items: [lineItem('gbp', 10.5)] }));
    expect(wrong).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'line_items[0][price_data][unit_amount]',
    });
    expect(wrong.raw).toMatchObject({
      doc_url: expect.stringContaining('parameter-invalid-integer'),
    });
  });

  it('lets a session live between 30 minutes and 24 hours', async () => {
    const minute = 60;
    const at = (seconds: number) => world.createSession({ expires_at: world.seconds() + seconds });
    expect((await failure(at(29 * minute))).param).toBe('expires_at');
    expect((await failure(at(24 * 60 * minute + 1))).param).toBe('expires_at');
    expect((await at(30 * minute)).status).toBe('open');
  });

  it('counts in minor units, also where a currency has none (PY-10)', async () => {
    const yen = await world.createSession({
      line_items: [{ ...lineItem('jpy', 6000), quantity: 2 }],
    });
    expect(yen.amount_total).toBe(12_000);
    const small = await failure(world.createSession({ line_items: [lineItem('usd', 49)] }));
    expect(small.code).toBe('amount_too_small');
    const mixed = [lineItem('usd', 100), lineItem('gbp', 100)];
    expect((await failure(world.createSession({ line_items: mixed }))).param).toBe('line_items');
    const unknown = world.createSession({ line_items: [lineItem('zzz', 100)] });
    expect((await failure(unknown)).message).toContain('currency');
  });

  it('answers 404 with the envelope for unknown objects and addresses', async () => {
    const error = await failure(world.stripe.paymentIntents.retrieve('pi_unknown'));
    expect(error).toMatchObject({ code: 'resource_missing', param: 'intent', statusCode: 404 });
    const address = await failure(world.stripe.coupons.list());
    expect(address).toMatchObject({ statusCode: 404, rawType: 'invalid_request_error' });
  });

  it('expands ids to objects, four levels deep and inside lists', async () => {
    const { session, intent } = await world.pay(automatic);
    const deep = await world.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['line_items', 'payment_intent.latest_charge.balance_transaction'],
    });
    expect(deep.line_items?.data[0]?.description).toBe('Guitar lesson, 60 min');
    const charge = (deep.payment_intent as Stripe.PaymentIntent).latest_charge as Stripe.Charge;
    expect(charge.balance_transaction).toMatchObject({ amount: 3200, fee: 68, net: 3132 });
    const list = await world.stripe.paymentIntents.list({ expand: ['data.latest_charge'] });
    expect(list.data.find(({ id }) => id === intent.id)?.latest_charge).toMatchObject({
      paid: true,
    });
    const wrong = world.stripe.checkout.sessions.retrieve(session.id, { expand: ['currency'] });
    expect((await failure(wrong)).param).toBe('expand');
    const tooDeep = world.stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction.source.charge'],
    });
    expect((await failure(tooDeep)).statusCode).toBe(400);
  });

  it('pages lists by cursor, newest first, in both directions', async () => {
    const made: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      made.unshift((await world.stripe.customers.create({ email: 'list@example.com' })).id);
    }
    const filter = { email: 'list@example.com' };
    const first = await world.stripe.customers.list({ ...filter, limit: 2 });
    expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 2));
    expect(first.has_more).toBe(true);
    const back = await world.stripe.customers.list({
      ...filter,
      limit: 2,
      ending_before: made[3]!,
    });
    expect(back.data.map(({ id }) => id)).toEqual(made.slice(1, 3));
    const all: string[] = [];
    for await (const customer of world.stripe.customers.list({ ...filter, limit: 2 })) {
      all.push(customer.id);
    }
    expect(all).toEqual(made);
    expect((await failure(world.stripe.customers.list({ limit: 101 }))).param).toBe('limit');
  });

  it('keeps customers', async () => {
    const made = await world.stripe.customers.create({ email: 'ada@example.com', name: 'Ada' });
    const found = await world.stripe.customers.retrieve(made.id);
    expect(found).toMatchObject({ email: 'ada@example.com', name: 'Ada', livemode: false });
    const session = await world.createSession({ customer: made.id, customer_email: undefined });
    expect(session).toMatchObject({ customer: made.id, customer_email: 'ada@example.com' });
  });
});

describe('hostile input', () => {
  const post = (body: string, type = 'application/x-www-form-urlencoded') =>
    fetch(`${world.emulator.url}/v1/customers`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_local', 'content-type': type },
      body,
    });

  it('answers 4xx, never 5xx, and pollutes no prototype', async () => {
    const bodies = [
      '__proto__[polluted]=1',
      'metadata[__proto__][x]=1',
      'email[a]=1',
      'a[b][c][d][e][f][g][h][i]=1',
      '[x]=1',
      'email=a&email[b]=c',
      `${'x=1&'.repeat(1500)}`,
      `email=${'a'.repeat(600)}`,
    ];
    for (const body of bodies) {
      const { status } = await post(body);
      expect({ body: body.slice(0, 40), status }).toMatchObject({ status: 400 });
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post(`name=${'a'.repeat(300_000)}`)).status).toBe(413);
  });
});
