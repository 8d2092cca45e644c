import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFaults } from './faults.ts';
import { startWorld, type World } from './test-world.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.close());

const email = 'fault@example.com';
const create = (key: string) => world.stripe.customers.create({ email }, { idempotencyKey: key });
const count = async () => (await world.stripe.customers.list({ email, limit: 100 })).data.length;

it('a call dropped before it ran did nothing; the SDK retries once by itself (PY-10)', async () => {
  world.emulator.faults.call({ kind: 'drop_before' });
  expect((await create('before-1')).email).toBe(email);
  expect(await count()).toBe(1);
  for (let i = 0; i < 2; i += 1) world.emulator.faults.call({ kind: 'drop_before' });
  await expect(create('before-2')).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(await count()).toBe(1);
});

it('a call dropped after it ran is done, and its key finds the answer (PY-10)', async () => {
  for (let i = 0; i < 2; i += 1) world.emulator.faults.call({ kind: 'drop_after' });
  await expect(create('after-1')).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(await count()).toBe(1);
  await create('after-1');
  expect(await count()).toBe(1);
});

it('a late answer times the client out, yet the call is done (PY-10)', async () => {
  world.emulator.faults.call({ kind: 'delay', milliseconds: 400 }, { method: 'POST' });
  const slow = world.stripe.customers.create({ email }, { timeout: 100, idempotencyKey: 'slow' });
  await expect(slow).rejects.toMatchObject({ type: 'StripeConnectionError' });
  expect(await count()).toBe(1);
});

it('a server error is remembered under its key, a rate limit is not (PY-10)', async () => {
  world.emulator.faults.call({ kind: 'server_error' });
  await expect(create('error')).rejects.toMatchObject({ statusCode: 500 });
  await expect(create('error')).rejects.toMatchObject({ statusCode: 500 });
  world.emulator.faults.call({ kind: 'rate_limit' });
  await expect(create('limit')).rejects.toMatchObject({ statusCode: 429, code: 'rate_limit' });
  await create('limit');
  expect(await count()).toBe(1);
});

it('a fault waits for the call it is meant for', async () => {
  world.emulator.faults.call({ kind: 'rate_limit' }, { method: 'POST', path: '/v1/refunds' });
  await create('other');
  await expect(world.stripe.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({
    statusCode: 429,
  });
  expect(world.emulator.faults.drawn).toEqual([{ kind: 'rate_limit', target: 'POST /v1/refunds' }]);
});

it('the same seed draws the same faults', () => {
  const draw = (seed: number) => {
    const faults = createFaults();
    faults.seed(seed, { drop_before: 0.2, server_error: 0.2, duplicate: 0.3 });
    return Array.from({ length: 50 }, (_, i) =>
      i % 2 ? faults.drawForWebhook('x')?.fault : faults.drawForCall('POST', '/v1/x')?.kind,
    );
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(new Set(draw(7))).toEqual(
    new Set([undefined, 'drop_before', 'server_error', 'duplicate']),
  );
});
