import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { captureCharge, checkCharge, openCharge, settleCancelledCharge } from '../index.ts';
import { provider } from '../provider/stripe.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

describe('what is written before the network is touched', () => {
  it('names every call by reference, operation and attempt (PY-10)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await world.deliverAll();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'late',
    });
    await world.runJobs();
    await settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor: 0, reason: 'upheld' });
    await world.runJobs();
    const calls = await world.callsOf(charge.id);
    expect(calls.map((call) => call.idempotency_key).toSorted()).toEqual([
      `${charge.reference}:create_session:1`,
      `${charge.reference}:refund:1`,
      `${charge.reference}:refund:2`,
    ]);
    expect(calls.every((call) => call.status === 'succeeded' && call.provider_request_id)).toBe(
      true,
    );
    expect(calls[0]!.params).not.toHaveProperty('customer_email');
  });

  it('never waits for the provider inside a transaction', async () => {
    await expect(inTransaction(world.ctx, async (ctx) => provider(ctx, 'main'))).rejects.toThrow(
      'inside a transaction',
    );
    const charge = await world.openCharge();
    await expect(
      inTransaction(world.ctx, (ctx) => checkCharge({ ...world.ctx, ...ctx }, charge.id)),
    ).rejects.toThrow('inside a transaction');
  });

  it('opens one charge for a reference', async () => {
    const charge = await world.openCharge();
    const again = openCharge(world.ctx, {
      reference: charge.reference,
      market: 'gb',
      amount: charge.amount,
      fee: charge.fee,
      capture: 'manual',
      expiresAt: world.clock.now().add({ minutes: 15 }),
    });
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'charge_exists' });
  });

  it('rolls back with the caller: no charge, no instruction, no job', async () => {
    const charge = await world.paidCharge();
    await world.deliverAll();
    const failed = inTransaction(world.ctx, async (ctx) => {
      await captureCharge(ctx, charge.id);
      throw new Error('the caller changed its mind');
    });
    await expect(failed).rejects.toThrow('changed its mind');
    await world.runJobs();
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
  });
});
