import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  atProvider,
  sessionsOf,
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import type { CallFault } from '../../../dev/payments/index.ts';
import { inTransaction, sql } from '../../../platform/db/index.ts';
import { lockCharge } from '../charges/charges.queries.ts';
import {
  abandonCharge,
  captureCharge,
  checkCharge,
  getCharge,
  settleCancelledCharge,
} from '../index.ts';
import { tables } from '../tables.ts';
import { sweep } from '../sweep.ts';
import { planCall } from './provider-calls.queries.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  world.provider.faults.clear();
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

/** The SDK repeats a call once by itself when the connection breaks, so it has to break twice. */
function breakNext(path: RegExp | string, fault: CallFault, times = 2): void {
  for (let i = 0; i < times; i++) world.provider.faults.call(fault, { method: 'POST', path });
}

async function pass(minutes: number): Promise<void> {
  world.clock.advance({ minutes });
  await world.runJobs();
}

const callsOf = async (chargeId: string) =>
  (await world.callsOf(chargeId)).filter(({ operation }) => operation !== 'create_session');

async function authorisedCharge() {
  const charge = await world.paidCharge();
  await checkCharge(world.ctx, charge.id);
  return charge;
}

async function takenCharge() {
  const charge = await world.paidCharge({ capture: 'automatic' });
  await checkCharge(world.ctx, charge.id);
  return charge;
}

describe('a payment page whose answer is lost', () => {
  it.each(['drop_before', 'drop_after'] as const)(
    '(%s) is the same page when the payer tries again (PY-10)',
    async (kind) => {
      const charge = await world.openCharge();
      breakNext('/v1/checkout/sessions', { kind });
      await expect(world.startCheckout(charge.id)).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'payment_page_unavailable',
      });
      expect(await world.chargeStatus(charge.id)).toBe('unknown');
      const url = await world.startCheckout(charge.id);
      expect((await world.pay(url)).outcome).toBe('paid');
      expect((await checkCharge(world.ctx, charge.id)).status).toBe('authorised');
      expect(await sessionsOf(world, charge.id)).toHaveLength(1);
    },
  );

  it('is found by listing, after a minute, when the payer has gone (PY-10)', async () => {
    const charge = await world.openCharge();
    breakNext('/v1/checkout/sessions', { kind: 'drop_after' });
    await expect(world.startCheckout(charge.id)).rejects.toThrow('payment page');
    await abandonCharge(world.ctx, charge.id);
    await world.runJobs();
    expect(await world.chargeStatus(charge.id)).toBe('unknown');
    await pass(1);
    expect(await world.chargeStatus(charge.id)).toBe('voided');
    const sessions = await world.stripe.checkout.sessions.list({ limit: 1 });
    expect(sessions.data[0]).toMatchObject({
      status: 'expired',
      metadata: { charge_id: charge.id },
    });
  });

  it('that never reached the provider is forgotten, and the next try has the next key (PY-10)', async () => {
    const charge = await world.openCharge();
    breakNext('/v1/checkout/sessions', { kind: 'drop_before' });
    await expect(world.startCheckout(charge.id)).rejects.toThrow('payment page');
    await pass(1);
    expect(await world.chargeStatus(charge.id)).toBe('created');
    await world.startCheckout(charge.id);
    const calls = await tables(world.ctx)
      .selectFrom('payments.provider_calls')
      .select(['attempt', 'status'])
      .where('subject_id', '=', charge.id)
      .orderBy('attempt')
      .execute();
    expect(calls).toEqual([
      { attempt: 1, status: 'failed' },
      { attempt: 2, status: 'succeeded' },
    ]);
    expect(await sessionsOf(world, charge.id)).toHaveLength(1);
  });
});

describe('a capture', () => {
  it.each(['drop_before', 'drop_after', 'rate_limit'] as const)(
    'whose answer is lost (%s) is made once, with one key (PY-10)',
    async (kind) => {
      const charge = await authorisedCharge();
      await captureCharge(world.ctx, charge.id);
      breakNext('/capture', { kind }, kind === 'rate_limit' ? 1 : 2);
      await world.runJobs();
      expect(await world.chargeStatus(charge.id)).toBe('unknown');
      await expect(
        settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor: 0, reason: 'too late' }),
      ).rejects.toMatchObject({ code: 'charge_busy' });
      await pass(1);
      expect(await world.chargeStatus(charge.id)).toBe('captured');
      expect(await callsOf(charge.id)).toMatchObject([
        { operation: 'capture', attempt: 1, status: 'succeeded' },
      ]);
      expect(await atProvider(world, charge.id)).toMatchObject({ received: 3800 });
    },
  );

  it('is known from the provider’s event before anybody asks (PY-05)', async () => {
    const charge = await authorisedCharge();
    await captureCharge(world.ctx, charge.id);
    breakNext('/capture', { kind: 'drop_after' });
    await world.runJobs();
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('captured');
    await pass(1);
    expect(await callsOf(charge.id)).toMatchObject([{ status: 'succeeded' }]);
  });
});

describe('a refund', () => {
  it.each(['drop_before', 'drop_after'] as const)(
    'whose answer is lost (%s) is paid once (PY-10)',
    async (kind) => {
      const charge = await takenCharge();
      await settleCancelledCharge(world.ctx, {
        chargeId: charge.id,
        keepMinor: 1900,
        reason: 'late',
      });
      breakNext('/v1/refunds', { kind });
      await world.runJobs();
      expect(await world.chargeStatus(charge.id)).toBe('unknown');
      await pass(1);
      expect(await getCharge(world.ctx, charge.id)).toMatchObject({
        status: 'partly_refunded',
        refunded: { minor: 1900 },
      });
      expect(await atProvider(world, charge.id)).toMatchObject({ refunded: [1900] });
      expect(await callsOf(charge.id)).toMatchObject([{ attempt: 1, status: 'succeeded' }]);
      await world.runJobs();
      expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800', 'refunded 1900']);
    },
  );

  it('that the provider answered with a 5xx, which it repeats for the key, gets the next key (PY-10)', async () => {
    const charge = await takenCharge();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled',
    });
    breakNext('/v1/refunds', { kind: 'server_error' }, 1);
    await world.runJobs();
    expect(await world.chargeStatus(charge.id)).toBe('unknown');
    await pass(1);
    expect(await atProvider(world, charge.id)).toMatchObject({ refunded: [3800] });
    expect(await callsOf(charge.id)).toMatchObject([
      { attempt: 1, status: 'failed' },
      { attempt: 2, status: 'succeeded' },
    ]);
  });

  it('unsettled for a day does not use its old key again (PY-10)', async () => {
    const charge = await takenCharge();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled',
    });
    breakNext('/v1/refunds', { kind: 'drop_before' });
    await world.runJobs();
    await pass(24 * 60);
    expect(await atProvider(world, charge.id)).toMatchObject({ refunded: [3800] });
    expect(await callsOf(charge.id)).toMatchObject([
      { attempt: 1, status: 'failed' },
      { attempt: 2, status: 'succeeded' },
    ]);
  });

  it('is asked about after 1, 5 and 15 minutes, then a person is called; it still arrives (PY-10)', async () => {
    const charge = await takenCharge();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled',
    });
    breakNext('/v1/refunds', { kind: 'drop_before' }, 8);
    await world.runJobs();
    const asked: number[] = [];
    for (let minute = 1; minute <= 16; minute++) {
      const before = (await callsOf(charge.id))[0]!.asked;
      await pass(1);
      const [call] = await callsOf(charge.id);
      if (call!.asked > before) asked.push(minute);
      expect(call!.needs_person_at !== null).toBe(minute >= 15);
    }
    expect(asked).toEqual([1, 5, 15]);
    await pass(60);
    expect(await atProvider(world, charge.id)).toMatchObject({ refunded: [3800] });
    expect(await callsOf(charge.id)).toMatchObject([{ attempt: 1, status: 'succeeded' }]);
  });
});

describe('an instruction whose jobs have all failed', () => {
  it('is taken up again by the sweep, unless the provider refused it (PY-10)', async () => {
    const charge = await takenCharge();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'late',
    });
    await sql`delete from jobs.job where name = 'payments.carry-out'`.execute(world.ctx.db);
    await sweep(world.ctx);
    await world.runJobs();
    expect(await world.chargeStatus(charge.id)).toBe('captured');
    world.clock.advance({ minutes: 16 });
    await sweep(world.ctx);
    await world.runJobs();
    expect(await atProvider(world, charge.id)).toMatchObject({ refunded: [1900] });
    world.clock.advance({ minutes: 16 });
    await sweep(world.ctx);
    await world.runJobs();
    expect(await callsOf(charge.id)).toHaveLength(1);
  });
});

describe('a call whose sender died', () => {
  it('between writing it down and sending it, is sent by whoever looks after it (PY-10)', async () => {
    const charge = await authorisedCharge();
    await inTransaction(world.ctx, async (ctx) => {
      const row = await lockCharge(ctx, charge.id);
      await planCall(ctx, 'charge', row, () => ({
        operation: 'capture',
        params: { intent: row.provider_intent_id!, amount_to_capture: 3800 },
      }));
    });
    await pass(1);
    expect(await world.chargeStatus(charge.id)).toBe('captured');
    expect(await callsOf(charge.id)).toMatchObject([{ status: 'succeeded' }]);
  });
});
