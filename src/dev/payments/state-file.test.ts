import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { payHostedPage } from './pay-hosted-page.ts';
import { manual, startWorld } from './test-world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etude-payments-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('an open session survives a restart, with its keys and its undelivered webhooks', async () => {
  const stateFile = join(folder, 'sub', 'state.json');
  const first = await startWorld({ stateFile, webhookRetryDelaysMs: [60_000] });
  const session = await first.createSession(manual, { idempotencyKey: 'session-1' });
  first.listener.refuse(1);
  await first.stripe.customers.create({ email: 'a@example.com' });
  await first.emulator.deliverWebhooksNow();
  await first.close();
  expect((await stat(stateFile)).mode & 0o777).toBe(0o600);

  const second = await startWorld({ stateFile });
  await second.emulator.drain();
  expect(second.listener.types()).toEqual(['customer.created']);
  expect((await second.createSession(manual, { idempotencyKey: 'session-1' })).id).toBe(session.id);
  const { url } = await second.stripe.checkout.sessions.retrieve(session.id);
  expect(url).toMatch(second.emulator.url);
  expect(await payHostedPage(url!)).toMatchObject({ outcome: 'paid' });
  await second.close();
});

it('holds no card number or security code', async () => {
  const stateFile = join(folder, 'state.json');
  const world = await startWorld({ stateFile });
  await world.pay(manual, { card: '4242424242424242', cvc: '987' });
  await world.close();
  const text = await readFile(stateFile, 'utf8');
  expect(text).toContain('"last4":"4242"');
  expect(text).not.toContain('4242424242424242');
  expect(text).not.toMatch(/\b987\b/);
});

it('sets a file it cannot read aside instead of writing over it', async () => {
  const stateFile = join(folder, 'state.json');
  await writeFile(stateFile, '{"version":1,');
  const world = await startWorld({ stateFile });
  await world.createSession();
  await world.close();
  expect((await readdir(folder)).toSorted()).toEqual(['state.json', 'state.json.broken']);
});

it('takes over what an older version wrote', async () => {
  const stateFile = join(folder, 'state.json');
  const seconds = Date.UTC(2026, 10, 23, 9) / 1000;
  const transaction = {
    id: 'txn_1',
    object: 'balance_transaction',
    created: seconds,
    currency: 'gbp',
    net: 3132,
    status: 'pending',
  };
  const store = {
    balanceTransactions: [['txn_1', transaction]],
    deliveries: [{ eventId: 'evt_none', attempts: 0, duplicate: false, heldBack: false }],
    tasks: [{ kind: 'release_balance', id: 'txn_1', dueAt: seconds + 60 }],
  };
  await writeFile(stateFile, JSON.stringify({ version: 1, store }));
  const world = await startWorld({ stateFile });
  const amounts = async () => {
    const { available, pending } = await world.stripe.balance.retrieve();
    return [pending[0]?.amount, available[0]?.amount];
  };
  expect(await amounts()).toEqual([3132, 0]);
  world.advance({ seconds: 60 });
  expect(await amounts()).toEqual([0, 3132]);
  await world.emulator.drain();
  await world.close();
});
