import Stripe from 'stripe';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clientFor, failure, startWorld, webhookSecret, type World } from './test-world.ts';

const berlin = { secretKey: 'sk_test_berlin', webhookSecret: 'whsec_berlin', country: 'DE' };
const verify = (world: World, index: number, secret: string) => {
  const { payload, signature } = world.listener.received[index]!;
  const receivedAt = world.seconds() * 1000;
  return world.stripe.webhooks.constructEvent(
    payload,
    signature,
    secret,
    300,
    undefined,
    receivedAt,
  );
};

describe('several platforms', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld({ morePlatforms: [berlin] });
  });
  afterEach(() => world.close());

  it('share nothing: not their objects, not their keys for repeating (MK-03)', async () => {
    const other = clientFor(world.emulator, berlin.secretKey);
    const key = { idempotencyKey: 'same' };
    const here = await world.stripe.customers.create({ email: 'a@example.com' }, key);
    const there = await other.customers.create({ email: 'b@example.com' }, key);
    expect(there.id).not.toBe(here.id);
    expect(await failure(other.customers.retrieve(here.id))).toMatchObject({ statusCode: 404 });
    const [a, b] = await Promise.all([
      world.stripe.accounts.retrieveCurrent(),
      other.accounts.retrieveCurrent(),
    ]);
    expect([a.country, b.country]).toEqual(['GB', 'DE']);
    expect(a.id).not.toBe(b.id);
  });

  it('do not reach each other’s connected accounts', async () => {
    const other = clientFor(world.emulator, berlin.secretKey);
    const { id } = await world.stripe.accounts.create({ type: 'express' });
    const wrong = await failure(other.balance.retrieve({}, { stripeAccount: id }));
    expect(wrong).toMatchObject({ statusCode: 403, code: 'account_invalid' });
  });
});

describe('webhook endpoints', () => {
  it('sign with a secret each, which is shown once (MK-03, PY-05)', async () => {
    const world = await startWorld();
    const made = await world.stripe.webhookEndpoints.create({
      url: world.listener.url,
      enabled_events: ['customer.created'],
    });
    expect(made.secret).toMatch(/^whsec_/);
    expect((await world.stripe.webhookEndpoints.retrieve(made.id)).secret).toBeUndefined();
    await world.stripe.customers.create({});
    await world.emulator.drain();
    expect(world.listener.received).toHaveLength(2);
    const secrets = [webhookSecret, made.secret!];
    const valid = [0, 1].map((index) =>
      secrets.filter((secret) => {
        try {
          return verify(world, index, secret).type === 'customer.created';
        } catch (error) {
          expect(error).toBeInstanceOf(Stripe.errors.StripeSignatureVerificationError);
          return false;
        }
      }),
    );
    expect(valid.flat().toSorted()).toEqual(secrets.toSorted());
    await world.stripe.webhookEndpoints.update(made.id, { disabled: true });
    await world.stripe.customers.create({});
    await world.emulator.drain();
    expect(world.listener.received).toHaveLength(3);
    await world.close();
  });

  it('of connected accounts can have a secret of their own', async () => {
    const world = await startWorld({ connectWebhookSecret: 'whsec_connect' });
    const { id } = await world.stripe.accounts.create({ type: 'express' });
    await world.stripe.customers.create({});
    await world.emulator.drain();
    const types = world.listener.types();
    const connected = types.indexOf('account.updated');
    expect(verify(world, connected, 'whsec_connect').account).toBe(id);
    expect(verify(world, types.indexOf('customer.created'), webhookSecret).account).toBeUndefined();
    await world.close();
  });
});

it('nothing of it is lost in a restart, not even how far the clock was moved', async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = await mkdtemp(join(tmpdir(), 'payments-'));
  const options = { stateFile: join(folder, 'state.json'), morePlatforms: [berlin] };
  const first = await startWorld(options);
  const account = await first.stripe.accounts.create({ type: 'express', email: 'b@example.com' });
  const other = await clientFor(first.emulator, berlin.secretKey).customers.create({ name: 'B' });
  await first.emulator.advance(86_400);
  await first.close();
  const second = await startWorld(options);
  expect((await second.stripe.accounts.retrieve(account.id)).email).toBe('b@example.com');
  const found = clientFor(second.emulator, berlin.secretKey).customers.retrieve(other.id);
  await expect(found).resolves.toMatchObject({ name: 'B' });
  const { created } = await second.stripe.customers.create({});
  expect(created).toBe(second.seconds() + 86_400);
  await second.close();
  await rm(folder, { recursive: true });
});
