import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { enablePayee, newPayee } from '../../../../test/support/payees.ts';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { sql } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import {
  booksOf as booksIn,
  emptyAccount as emptyAccountIn,
  type Lesson,
  pass as passWith,
  receivableOf as receivableIn,
  settleHours,
  taught as taughtIn,
} from '../../../../test/support/taught.ts';
import { getCharge, settleCancelledCharge } from '../index.ts';
import { explainCharge } from '../ledger/explain.ts';
import { holdTransfer, liftHold } from './hold-transfer.ts';
import { settleDue } from './settle-due.ts';
import { writeOffOld } from './write-off.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  world.provider.faults.clear();
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const pass = (duration: Temporal.DurationLike) => passWith(world, duration);
const taught = (personId: string, lesson?: Lesson) => taughtIn(world, personId, lesson);
const booksOf = (chargeId: string) => booksIn(world, chargeId);
const receivableOf = (personId: string) => receivableIn(world, personId);
const emptyAccount = (accountId: string) => emptyAccountIn(world, accountId);

const refundTo = async (chargeId: string, keepMinor: number) => {
  await settleCancelledCharge(world.ctx, { chargeId, keepMinor, reason: 'upheld' });
  await world.deliverAll();
};

const transferOf = async (chargeId: string) =>
  (
    await sql<{
      id: string;
      status: string;
      amount_minor: number;
      netted_minor: number;
      reversed_minor: number;
      owed_minor: number;
      recovered_minor: number;
      blocked_reason: string | null;
      provider_transfer_id: string | null;
    }>`select * from payments.transfers where charge_id = ${chargeId}`.execute(world.ctx.db)
  ).rows[0]!;

/** Where the cents of a charge are, without those that are nowhere. */
async function partsOf(chargeId: string): Promise<Record<string, number>> {
  const { reference } = await getCharge(world.ctx, chargeId);
  const { parts, postings } = await explainCharge(world.ctx, reference);
  expect(postings.length).toBeGreaterThan(2);
  const found = Object.entries(parts).map(([name, { minor }]) => [name, minor] as const);
  return Object.fromEntries(found.filter(([, minor]) => minor !== 0));
}

const sentTo = async (accountId: string) =>
  (await world.stripe.transfers.list({ destination: accountId, limit: 100 })).data.map(
    ({ amount, amount_reversed }) => amount - amount_reversed,
  );

describe('what an instructor earns', () => {
  it('is sent on 48 hours after the lesson, without our commission, and ends the escrow (PY-02, PY-03, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(personId);
    await pass({ hours: settleHours - 1 });
    expect(await transferOf(chargeId)).toMatchObject({ status: 'waiting' });
    expect(await booksOf(chargeId)).toEqual({ escrow: -3800 });
    await pass({ hours: 1 });
    expect(await transferOf(chargeId)).toMatchObject({ status: 'sent', amount_minor: 3420 });
    expect(await booksOf(chargeId)).toEqual({ commission: -380 });
    expect(await partsOf(chargeId)).toEqual({ captured: 3800, sentOn: 3420, commission: 380 });
    const [transfer] = (await world.stripe.transfers.list({ destination: accountId })).data;
    const { provider_charge_id: source } = (
      await sql<{
        provider_charge_id: string;
      }>`select provider_charge_id from payments.charges where id = ${chargeId}`.execute(
        world.ctx.db,
      )
    ).rows[0]!;
    expect(transfer).toMatchObject({ amount: 3420, currency: 'gbp', source_transaction: source });
    await pass({ hours: 24 });
    expect(await sentTo(accountId)).toEqual([3420]);
  });

  it('is of the share that a late cancellation keeps, commission in proportion (PY-02, PY-04)', async () => {
    const { personId, accountId } = await newPayee(world);
    const settleAt = world.clock.now().add({ hours: settleHours });
    const charge = await world.paidCharge({
      amount: money(3333, 'GBP'),
      payee: { personId, settleAt },
    });
    await world.deliverAll();
    await refundTo(charge.id, 1667);
    await pass({ hours: settleHours });
    // 333 of 3333 is the fee: 166.55 of 1667.
    expect(await booksOf(charge.id)).toEqual({ commission: -167 });
    expect(await sentTo(accountId)).toEqual([1500]);
  });

  it('is nothing where nothing was kept (PY-04)', async () => {
    const { personId, accountId } = await newPayee(world);
    const settleAt = world.clock.now().add({ hours: settleHours });
    const voided = await world.paidCharge({ payee: { personId, settleAt } });
    await world.deliverAll();
    await refundTo(voided.id, 0);
    const refunded = await taught(personId);
    await refundTo(refunded, 0);
    await pass({ hours: settleHours });
    for (const id of [voided.id, refunded]) {
      expect(await transferOf(id)).toMatchObject({ status: 'cancelled' });
      expect(await booksOf(id)).toEqual({});
    }
    expect(await sentTo(accountId)).toEqual([]);
  });

  it('waits, and is tried again each day, while the account is not enabled (PY-02)', async () => {
    const { personId, accountId } = await newPayee(world, { enabled: false });
    const chargeId = await taught(personId);
    await pass({ hours: settleHours });
    expect(await transferOf(chargeId)).toMatchObject({
      status: 'blocked',
      blocked_reason: 'account_not_enabled',
    });
    await enablePayee(world, personId);
    await pass({ hours: 23 });
    expect(await sentTo(accountId)).toEqual([]);
    await pass({ hours: 1 });
    expect(await transferOf(chargeId)).toMatchObject({ status: 'sent', blocked_reason: null });
    expect(await sentTo(accountId)).toEqual([3420]);
  });

  it('waits for the end of a complaint, and goes the minute after (PY-03, PY-09)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(personId);
    await holdTransfer(world.ctx, { chargeId, reason: 'complaint:1' });
    await holdTransfer(world.ctx, { chargeId, reason: 'dispute:1' });
    await pass({ hours: settleHours });
    await liftHold(world.ctx, { chargeId, reason: 'complaint:1' });
    await pass({ minutes: 1 });
    expect(await sentTo(accountId)).toEqual([]);
    await liftHold(world.ctx, { chargeId, reason: 'dispute:1' });
    await pass({ minutes: 1 });
    expect(await sentTo(accountId)).toEqual([3420]);
  });

  it.each(['drop_before', 'drop_after', 'server_error'] as const)(
    'is sent once when the provider’s answer is lost (%s) (PY-10)',
    async (kind) => {
      const { personId, accountId } = await newPayee(world);
      const chargeId = await taught(personId);
      for (let i = 0; i < (kind === 'server_error' ? 1 : 2); i++)
        world.provider.faults.call({ kind }, { method: 'POST', path: '/v1/transfers' });
      await pass({ hours: settleHours });
      await pass({ minutes: 1 });
      await pass({ minutes: 4 });
      expect(await transferOf(chargeId)).toMatchObject({ status: 'sent' });
      expect(await sentTo(accountId)).toEqual([3420]);
    },
  );
});

describe('a refund of what was sent on already', () => {
  it('takes it back in proportion, in parts that always sum (PY-04, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(personId, { minor: 3333 });
    await pass({ hours: settleHours });
    expect(await sentTo(accountId)).toEqual([3000]);
    await refundTo(chargeId, 2222);
    expect(await transferOf(chargeId)).toMatchObject({ status: 'partly_reversed' });
    expect(await booksOf(chargeId)).toEqual({ commission: -222 });
    expect(await sentTo(accountId)).toEqual([2000]);
    expect(await partsOf(chargeId)).toEqual({
      captured: 3333,
      givenBack: 1111,
      sentOn: 2000,
      commission: 222,
    });
    await refundTo(chargeId, 1);
    await refundTo(chargeId, 0);
    expect(await transferOf(chargeId)).toMatchObject({ status: 'reversed', reversed_minor: 3000 });
    expect(await booksOf(chargeId)).toEqual({});
    expect(await sentTo(accountId)).toEqual([0]);
    expect((await getCharge(world.ctx, chargeId)).status).toBe('refunded');
  });

  it('comes to the same when it overtakes the transfer that is on its way (PY-04, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(personId);
    for (let i = 0; i < 2; i++)
      world.provider.faults.call({ kind: 'drop_after' }, { method: 'POST', path: '/v1/transfers' });
    await world.deliverAll();
    world.clock.advance({ hours: settleHours });
    await settleDue(world.ctx);
    await world.runJobs();
    await world.takeEvents();
    expect(await transferOf(chargeId)).toMatchObject({ status: 'waiting', amount_minor: 3420 });
    await refundTo(chargeId, 1900);
    await pass({ minutes: 1 });
    await pass({ minutes: 1 });
    expect(await transferOf(chargeId)).toMatchObject({ status: 'partly_reversed' });
    expect(await sentTo(accountId)).toEqual([1710]);
    expect(await booksOf(chargeId)).toEqual({ commission: -190 });
  });

  it('that the payee can’t cover stays owed and is kept back of their next transfers (PY-04, PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(personId);
    await pass({ hours: settleHours });
    await emptyAccount(accountId);
    await refundTo(chargeId, 0);
    expect(await transferOf(chargeId)).toMatchObject({ status: 'sent', owed_minor: 3420 });
    expect(await booksOf(chargeId)).toEqual({ receivable: 3420 });
    expect(await partsOf(chargeId)).toEqual({
      captured: 3800,
      givenBack: 3800,
      sentOn: 3420,
      owedByPayee: 3420,
    });
    const small = await taught(personId, { minor: 1000 });
    await pass({ hours: settleHours });
    expect(await transferOf(small)).toMatchObject({
      status: 'sent',
      amount_minor: 0,
      netted_minor: 900,
    });
    const large = await taught(personId, { minor: 10_000 });
    await pass({ hours: settleHours });
    expect(await transferOf(large)).toMatchObject({ amount_minor: 6480, netted_minor: 2520 });
    expect(await partsOf(large)).toEqual({
      captured: 10_000,
      sentOn: 6480,
      commission: 1000,
      owedByPayee: -2520,
    });
    expect(await transferOf(chargeId)).toMatchObject({ recovered_minor: 3420 });
    expect(await receivableOf(personId)).toBe(0);
  });

  it('is our loss when it is still owed after 90 days (PY-08)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(personId);
    await pass({ hours: settleHours });
    await emptyAccount(accountId);
    await refundTo(chargeId, 0);
    await world.deliverAll();
    world.clock.advance({ hours: 24 * 89 });
    await world.takeEvents();
    await writeOffOld(world.ctx);
    expect(await receivableOf(personId)).toBe(3420);
    world.clock.advance({ hours: 24 });
    await writeOffOld(world.ctx);
    await writeOffOld(world.ctx);
    expect(await receivableOf(personId)).toBe(0);
    expect(await booksOf(chargeId)).toEqual({ write_off: 3420 });
  });
});
