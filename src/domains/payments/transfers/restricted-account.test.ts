import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { newPayee } from '../../../../test/support/payees.ts';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  secretKey,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { booksOf, pass, settleHours, taught } from '../../../../test/support/taught.ts';
import { tables } from '../tables.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

/** What the provider makes of an account; nobody has told us yet. */
async function setAccount(accountId: string, state: 'restricted' | 'enabled'): Promise<void> {
  const { status } = await fetch(`${world.provider.url}/_emulator/accounts/${accountId}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ state }),
  });
  expect(status).toBe(200);
  await world.takeEvents();
}

const transferOf = (chargeId: string) =>
  tables(world.ctx)
    .selectFrom('payments.transfers')
    .select(['id', 'status', 'blocked_reason', 'amount_minor'])
    .where('charge_id', '=', chargeId)
    .executeTakeFirstOrThrow();

const callsOf = async (transferId: string) =>
  (await world.callsOf(transferId)).map(
    ({ idempotency_key: key, status }) => `${key.replace(transferId, 'ID')} ${status}`,
  );

it('a transfer to an account that was restricted meanwhile is refused, kept in escrow, and tried daily with the next key (PY-02, PY-10)', async () => {
  const { personId, accountId } = await newPayee(world);
  const chargeId = await taught(world, personId);
  await world.deliverAll();
  await setAccount(accountId, 'restricted');
  await pass(world, { hours: settleHours });
  const { id } = await transferOf(chargeId);
  expect(await transferOf(chargeId)).toMatchObject({ status: 'blocked' });
  expect(await booksOf(world, chargeId)).toEqual({ escrow: -3800 });
  await pass(world, { hours: 12 });
  expect(await callsOf(id)).toEqual(['transfer:ID:transfer:1 failed']);
  await pass(world, { hours: 12 });
  expect(await callsOf(id)).toEqual([
    'transfer:ID:transfer:1 failed',
    'transfer:ID:transfer:2 failed',
  ]);
  await setAccount(accountId, 'enabled');
  await pass(world, { hours: 24 });
  expect(await transferOf(chargeId)).toMatchObject({ status: 'sent', blocked_reason: null });
  const { data } = await world.stripe.transfers.list({ destination: accountId });
  expect(data.map(({ amount }) => amount)).toEqual([3420]);
  expect(await booksOf(world, chargeId)).toEqual({ commission: -380 });
});
