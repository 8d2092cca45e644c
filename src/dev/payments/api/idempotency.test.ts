import Stripe from 'stripe';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { automatic, startWorld, type World } from '../test-world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const headersOf = (object: object) =>
  (object as Stripe.Response<object>).lastResponse.headers as Record<string, string>;

it('the same key and parameters replay the first answer and do nothing twice (PY-10)', async () => {
  const { intent } = await world.pay(automatic);
  const params = { payment_intent: intent.id, amount: 1200 };
  const first = await world.stripe.refunds.create(params, { idempotencyKey: 'booking:1:refund:1' });
  const again = await world.stripe.refunds.create(params, { idempotencyKey: 'booking:1:refund:1' });
  expect(again.id).toBe(first.id);
  expect(headersOf(first)['idempotent-replayed']).toBeUndefined();
  expect(headersOf(again)['idempotent-replayed']).toBe('true');
  expect(headersOf(again)['original-request']).toBe(headersOf(first)['request-id']);
  expect((await world.stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(1);
});

it('a key used with other parameters, or elsewhere, is an idempotency error (PY-10)', async () => {
  const options = { idempotencyKey: 'key-changed' };
  await world.stripe.customers.create({ email: 'one@example.com' }, options);
  const other = world.stripe.customers.create({ email: 'two@example.com' }, options);
  await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  await expect(world.createSession({}, options)).rejects.toMatchObject({
    statusCode: 400,
    rawType: 'idempotency_error',
  });
});

it('a second request while the first is in progress gets 409 (PY-10)', async () => {
  world.emulator.faults.call({ kind: 'delay', milliseconds: 300 }, { path: '/v1/customers' });
  const options = { idempotencyKey: 'key-concurrent' };
  const first = world.stripe.customers.create({ email: 'x@example.com' }, options);
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  await expect(
    world.stripe.customers.create({ email: 'x@example.com' }, options),
  ).rejects.toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' });
  const again = await first.then(() =>
    world.stripe.customers.create({ email: 'x@example.com' }, options),
  );
  expect(again.id).toBe((await first).id);
});

it('an error that happened while running is replayed, one in the parameters is not', async () => {
  const options = { idempotencyKey: 'key-run-error' };
  const refund = () => world.stripe.refunds.create({ payment_intent: 'pi_none' }, options);
  await expect(refund()).rejects.toMatchObject({ code: 'resource_missing' });
  const replay = await refund().catch((error: unknown) => error);
  expect((replay as { headers: Record<string, string> }).headers['idempotent-replayed']).toBe(
    'true',
  );

  const mended = { idempotencyKey: 'key-params' };
  const bad = world.stripe.refunds.create({ payment_intent: 'pi_none', amount: 0 }, mended);
  await expect(bad).rejects.toMatchObject({ param: 'amount' });
  const good = world.stripe.refunds.create({ payment_intent: 'pi_none', amount: 1 }, mended);
  await expect(good).rejects.toMatchObject({ code: 'resource_missing' });
});

it('a key is forgotten after 24 hours', async () => {
  const options = { idempotencyKey: 'key-old' };
  const first = await world.stripe.customers.create({ email: 'old@example.com' }, options);
  world.advance({ hours: 23 });
  const same = await world.stripe.customers.create({ email: 'old@example.com' }, options);
  world.advance({ hours: 2 });
  const fresh = await world.stripe.customers.create({ email: 'old@example.com' }, options);
  expect(same.id).toBe(first.id);
  expect(fresh.id).not.toBe(first.id);
});
