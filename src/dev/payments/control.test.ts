import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { automatic, failure, startWorld, type World } from './test-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const bodyOf = async <T>(answer: Promise<Response>) => (await answer.then((a) => a.json())) as T;

describe('the control path', () => {
  it('takes the secret key, and JSON', async () => {
    const { url } = world.emulator;
    expect((await fetch(`${url}/_emulator/clock`)).status).toBe(401);
    const form = await fetch(`${url}/_emulator/clock`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_local' },
      body: new URLSearchParams({ seconds: '5' }),
    });
    expect(form.status).toBe(415);
    for (const body of [{ seconds: -1 }, { seconds: 'x' }, { to: 5 }, {}]) {
      expect((await world.control('POST', '/clock', body)).status).toBe(400);
    }
    expect((await world.control('GET', '/nothing')).status).toBe(404);
  });

  it('moves time on, and what was due on the way happened at its own time', async () => {
    const { intent } = await world.pay({ payment_intent_data: { capture_method: 'manual' } });
    const before = world.seconds();
    const { now } = await bodyOf<{ now: number }>(
      world.control('POST', '/clock', { seconds: 10 * 86_400 }),
    );
    expect(now).toBe(before + 10 * 86_400);
    const lapsed = await world.stripe.paymentIntents.retrieve(intent.id);
    expect(lapsed).toMatchObject({ status: 'canceled', canceled_at: before + 7 * 86_400 });
  });

  it('queues faults for calls and webhooks, and tells which happened', async () => {
    await world.control('POST', '/faults', {
      call: { kind: 'rate_limit', path: '/v1/customers' },
      webhook: { kind: 'duplicate', type: 'customer.created' },
    });
    expect((await failure(world.stripe.customers.create({}))).statusCode).toBe(429);
    await world.stripe.customers.create({});
    await world.control('POST', '/drain');
    expect(world.listener.types()).toEqual(['customer.created', 'customer.created']);
    const { drawn } = await bodyOf<{ drawn: object[] }>(world.control('GET', '/faults'));
    expect(drawn).toHaveLength(2);
    expect((await world.control('POST', '/faults', { call: { kind: 'fire' } })).status).toBe(400);
    expect((await world.control('DELETE', '/faults')).status).toBe(200);
  });
});

describe('more ways to fail', () => {
  it.each([false, true])(
    'a call without an answer ends when the client gives up (done: %s)',
    async (done) => {
      world.emulator.faults.call({ kind: 'time_out', done }, { method: 'POST' });
      const email = `slow-${done}@example.com`;
      const call = world.stripe.customers.create({ email }, { timeout: 100 });
      await expect(call).rejects.toMatchObject({ type: 'StripeConnectionError' });
      expect((await world.stripe.customers.list({ email })).data).toHaveLength(done ? 1 : 0);
    },
  );

  it('an answer that makes no sense comes although the call is done', async () => {
    const email = 'garbage@example.com';
    world.emulator.faults.call({ kind: 'garbage' }, { method: 'POST' });
    await expect(world.stripe.customers.create({ email })).rejects.toMatchObject({
      type: 'StripeAPIError',
    });
    world.emulator.faults.call({ kind: 'garbage', body: '{"object":"list"}' }, { method: 'POST' });
    expect(await world.stripe.customers.create({ email })).not.toHaveProperty('id');
    expect((await world.stripe.customers.list({ email })).data).toHaveLength(2);
  });

  it('a server error may hide that the call is done', async () => {
    const email = 'hidden@example.com';
    world.emulator.faults.call({ kind: 'server_error', done: true });
    await expect(world.stripe.customers.create({ email })).rejects.toMatchObject({
      statusCode: 500,
    });
    expect((await world.stripe.customers.list({ email })).data).toHaveLength(1);
  });

  it('webhooks come late by the clock, or never (PY-05)', async () => {
    world.emulator.faults.webhook('delay', 'charge.succeeded', 600);
    world.emulator.faults.webhook('lose', 'payment_intent.succeeded');
    await world.pay(automatic);
    await world.emulator.drain();
    expect(world.listener.types()).toEqual([
      'payment_intent.created',
      'checkout.session.completed',
    ]);
    world.advance({ seconds: 600 });
    await world.emulator.drain();
    expect(world.listener.types().at(-1)).toBe('charge.succeeded');
  });
});
