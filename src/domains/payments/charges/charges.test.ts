import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { money } from '../../../platform/money/index.ts';
import { captureCharge, checkCharge, getCharge, settleCancelledCharge } from '../index.ts';
import { tables } from '../tables.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

async function transitionsOf(chargeId: string) {
  const rows = await tables(world.ctx)
    .selectFrom('payments.charge_transitions')
    .select(['from_status', 'to_status'])
    .where('charge_id', '=', chargeId)
    .orderBy('id')
    .execute();
  return rows.map(({ from_status, to_status }) => `${from_status} → ${to_status}`);
}

describe('a charge that is captured later', () => {
  it('is authorised on the hosted page and captured after the lesson (PY-01, PY-08)', async () => {
    const charge = await world.paidCharge();
    expect(await world.chargeStatus(charge.id)).toBe('open');
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
    expect(await captureCharge(world.ctx, charge.id)).toBe(true);
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
    await world.runJobs();
    const captured = await getCharge(world.ctx, charge.id);
    expect(captured).toMatchObject({
      status: 'captured',
      captured: money(3800, 'GBP'),
      refunded: money(0, 'GBP'),
    });
    await world.deliverAll();
    expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800']);
    expect((await transitionsOf(charge.id)).toSorted()).toEqual([
      'authorised → captured',
      'created → open',
      'open → authorised',
    ]);
  });

  it('is known at once when the payer comes back before the event does (PY-01)', async () => {
    const charge = await world.paidCharge();
    expect(await checkCharge(world.ctx, charge.id)).toMatchObject({
      status: 'authorised',
      declineCode: null,
    });
    await world.deliverAll();
    expect(world.told(charge.id)).toEqual(['authorised']);
  });

  it('is voided when all is given back', async () => {
    const charge = await world.paidCharge();
    await world.deliverAll();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled_by_learner',
    });
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('voided');
    expect(world.told(charge.id)).toEqual(['authorised', 'voided']);
  });

  it('keeps only the share of the policy and never takes the rest', async () => {
    const charge = await world.paidCharge();
    await world.deliverAll();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'cancelled_late',
    });
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'captured',
      captured: money(1900, 'GBP'),
    });
    expect(world.told(charge.id)).toEqual(['authorised', 'captured 1900']);
  });
});

describe('a charge that is taken at payment', () => {
  it('is authorised and captured in one, so its opener hears the same as always (PY-01)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'captured',
      captured: money(3800, 'GBP'),
    });
    expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800']);
    expect(await captureCharge(world.ctx, charge.id)).toBe(false);
  });

  it('is refunded in part, then in full, each told once (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await world.deliverAll();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'cancelled_late',
    });
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'partly_refunded',
      refunded: money(1900, 'GBP'),
    });
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'complaint_upheld',
    });
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'refunded',
      refunded: money(3800, 'GBP'),
    });
    expect(world.told(charge.id)).toEqual([
      'authorised',
      'captured 3800',
      'refunded 1900',
      'refunded 1900',
    ]);
    await expect(
      settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor: 100, reason: 'again' }),
    ).rejects.toMatchObject({ code: 'charge_moved_on' });
  });

  it('books a refund that was made by hand at the provider (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await world.deliverAll();
    const { provider_intent_id: intent } = await tables(world.ctx)
      .selectFrom('payments.charges')
      .select('provider_intent_id')
      .where('id', '=', charge.id)
      .executeTakeFirstOrThrow();
    await world.stripe.refunds.create({ payment_intent: intent!, amount: 500 });
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'partly_refunded',
      refunded: money(500, 'GBP'),
    });
    expect(world.told(charge.id).at(-1)).toBe('refunded 500');
  });

  it('owes the payer a refund that bounced after it had succeeded (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic', card: '4000000000005126' });
    await world.deliverAll();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled',
    });
    await world.deliverAll();
    world.clock.advance({ minutes: 2 });
    await world.deliverAll();
    const refund = await tables(world.ctx)
      .selectFrom('payments.refunds')
      .select('status')
      .where('charge_id', '=', charge.id)
      .executeTakeFirstOrThrow();
    const payable = await tables(world.ctx)
      .selectFrom('payments.ledger_entries as entry')
      .innerJoin('payments.ledger_transactions as posted', 'posted.id', 'entry.transaction_id')
      .select('entry.amount_minor')
      .where('posted.charge_id', '=', charge.id)
      .where('entry.account', '=', 'customer_payable')
      .executeTakeFirstOrThrow();
    expect({
      refund: refund.status,
      owed: payable.amount_minor,
      charge: await world.chargeStatus(charge.id),
    }).toEqual({ refund: 'failed', owed: -3800, charge: 'refunded' });
    expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800', 'refunded 3800']);
  });

  it('follows a refund that is pending at first', async () => {
    const charge = await world.paidCharge({ capture: 'automatic', card: '4000000000007726' });
    await world.deliverAll();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled',
    });
    await world.deliverAll();
    world.clock.advance({ minutes: 2 });
    await world.deliverAll();
    const refunds = await tables(world.ctx)
      .selectFrom('payments.refunds')
      .select('status')
      .where('charge_id', '=', charge.id)
      .execute();
    expect(refunds).toEqual([{ status: 'succeeded' }]);
    expect(world.told(charge.id).filter((told) => told.startsWith('refunded'))).toEqual([
      'refunded 3800',
    ]);
  });
});

describe('amounts', () => {
  it('travel as they are for yen, which has no minor unit (PY-10)', async () => {
    const charge = await world.paidCharge({ amount: money(4500, 'JPY'), capture: 'automatic' });
    await world.deliverAll();
    const { provider_intent_id: intent } = await tables(world.ctx)
      .selectFrom('payments.charges')
      .select('provider_intent_id')
      .where('id', '=', charge.id)
      .executeTakeFirstOrThrow();
    expect(await world.stripe.paymentIntents.retrieve(intent!)).toMatchObject({
      amount: 4500,
      amount_received: 4500,
      currency: 'jpy',
    });
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 2250,
      reason: 'cancelled_late',
    });
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      captured: money(4500, 'JPY'),
      refunded: money(2250, 'JPY'),
    });
  });

  it('outside what can be charged are refused before anything is written', async () => {
    for (const amount of [money(0, 'GBP'), money(-1, 'GBP'), money(100_000_000, 'GBP')])
      await expect(world.openCharge({ amount })).rejects.toMatchObject({
        kind: 'invalid',
        field: 'amount',
      });
    const charge = await world.paidCharge();
    await world.deliverAll();
    for (const keepMinor of [-1, 3801, 0.5, Number.NaN])
      await expect(
        settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor, reason: 'x' }),
      ).rejects.toMatchObject({ code: 'amount_invalid' });
  });
});
