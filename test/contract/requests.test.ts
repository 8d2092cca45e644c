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

const unique = () => `contract-${provider.now()}-${Math.random().toString(36).slice(2)}`;
const headersOf = (object: object) =>
  (object as Stripe.Response<object>).lastResponse.headers as Record<string, string>;

describe('a key for repeating', () => {
  it('gives the first answer again, and does nothing twice', async () => {
    const email = `${unique()}@example.com`;
    const options = { idempotencyKey: unique() };
    const first = await stripe.customers.create({ email }, options);
    const again = await stripe.customers.create({ email }, options);
    expect(again.id).toBe(first.id);
    expect(headersOf(first)['request-id']).toMatch(/^req_/);
    expect(headersOf(again)['idempotent-replayed']).toBe('true');
    expect(headersOf(again)['original-request']).toBe(headersOf(first)['request-id']);
  });

  it('with other parameters is an error', async () => {
    const options = { idempotencyKey: unique() };
    await stripe.customers.create({ name: 'One' }, options);
    const other = await failure(stripe.customers.create({ name: 'Two' }, options));
    expect(other).toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
    expect(other.statusCode).toBe(400);
  });

  it('remembers a refusal as well', async () => {
    const options = { idempotencyKey: unique() };
    const pay = () =>
      stripe.paymentIntents.create(
        {
          amount: 2000,
          currency: 'usd',
          payment_method: 'pm_card_chargeDeclined',
          confirm: true,
          automatic_payment_methods: noRedirects,
        },
        options,
      );
    const intentOf = (error: unknown) =>
      (error as { payment_intent: Stripe.PaymentIntent }).payment_intent.id;
    const first = await failure(pay());
    const again = await failure(pay());
    expect(again.statusCode).toBe(402);
    expect(intentOf(again)).toBe(intentOf(first));
  });
});

describe('errors', () => {
  it('say what is missing, unknown or of the wrong kind', async () => {
    const create = (params: object) =>
      failure(stripe.paymentIntents.create(params as Stripe.PaymentIntentCreateParams));
    expect(await create({ currency: 'usd' })).toMatchObject({
      type: 'StripeInvalidRequestError',
      code: 'parameter_missing',
      param: 'amount',
      statusCode: 400,
    });
    expect(await create({ amount: 2000, currency: 'usd', colour: 'red' })).toMatchObject({
      code: 'parameter_unknown',
      param: 'colour',
    });
    expect(await create({ amount: 'much', currency: 'usd' })).toMatchObject({
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
    expect((await create({ amount: 2000, currency: 'zzz' })).param).toBe('currency');
  });

  it('of things that are not there are 404', async () => {
    for (const call of [
      stripe.paymentIntents.retrieve('pi_none'),
      stripe.customers.retrieve('cus_none'),
      stripe.subscriptions.retrieve('sub_none'),
    ]) {
      expect(await failure(call)).toMatchObject({ statusCode: 404, code: 'resource_missing' });
    }
  });

  it('of a wrong key are 401', async () => {
    const error = await failure(stripe.customers.list({}, { apiKey: 'sk_test_wrong' }));
    expect(error).toBeInstanceOf(Stripe.errors.StripeAuthenticationError);
  });
});

describe('lists', () => {
  it('are paged by cursor, newest first, both ways', async () => {
    const email = `${unique()}@example.com`;
    const made: string[] = [];
    for (let i = 0; i < 4; i += 1) made.unshift((await stripe.customers.create({ email })).id);
    const first = await stripe.customers.list({ email, limit: 3 });
    expect(first).toMatchObject({ object: 'list', url: '/v1/customers', has_more: true });
    expect(first.data.map(({ id }) => id)).toEqual(made.slice(0, 3));
    const back = await stripe.customers.list({ email, limit: 3, ending_before: made[3]! });
    expect(back.data.map(({ id }) => id)).toEqual(made.slice(0, 3));
    const all = await stripe.customers.list({ email, limit: 2 }).autoPagingToArray({ limit: 10 });
    expect(all.map(({ id }) => id)).toEqual(made);
    expect((await failure(stripe.customers.list({ limit: 101 }))).statusCode).toBe(400);
  });
});

describe('objects', () => {
  it('expand what they name by id, and refuse what they do not', async () => {
    const { id: customer } = await stripe.customers.create({ name: 'Ada' });
    const intent = await stripe.paymentIntents.create({
      amount: 2000,
      currency: 'usd',
      customer,
      payment_method: 'pm_card_visa',
      confirm: true,
      automatic_payment_methods: noRedirects,
      expand: ['customer', 'latest_charge'],
    });
    expect(intent.customer).toMatchObject({ id: customer, name: 'Ada' });
    expect(intent.latest_charge).toMatchObject({ object: 'charge', payment_intent: intent.id });
    const wrong = stripe.paymentIntents.retrieve(intent.id, { expand: ['currency'] });
    expect((await failure(wrong)).statusCode).toBe(400);
  });

  it('keep metadata, change a part of it, and drop what is emptied', async () => {
    const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } });
    const changed = await stripe.customers.update(id, { metadata: { b: '', c: '3' } });
    expect(changed.metadata).toEqual({ a: '1', c: '3' });
  });

  it('that are deleted say so', async () => {
    const { id } = await stripe.customers.create({});
    expect(await stripe.customers.del(id)).toEqual(expect.objectContaining({ id, deleted: true }));
  });

  it('are told of by events', async () => {
    const { id } = await stripe.customers.create({});
    const read = () => stripe.events.list({ type: 'customer.created', limit: 20 });
    const told = ({ data }: Stripe.ApiList<Stripe.Event>) =>
      data.some((event) => idOf(event.data.object as { id: string }) === id);
    const { data } = await provider.eventually(read, told);
    const event = data.find(({ data: { object } }) => idOf(object as { id: string }) === id);
    expect(event).toMatchObject({ object: 'event', livemode: false });
    expect(event!.request?.id).toMatch(/^req_/);
  });
});
