import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import {
  abandonCharge,
  captureCharge,
  checkCharge,
  getCharge,
  openCharge,
  settleCancelledCharge,
} from '../index.ts';
import { provider } from '../provider/stripe.ts';
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

const at = async (chargeId: string) => (await getCharge(world.ctx, chargeId)).status;

async function callsOf(chargeId: string) {
  const rows = await tables(world.ctx)
    .selectFrom('payments.provider_calls')
    .select(['operation', 'idempotency_key', 'status', 'params', 'provider_request_id'])
    .where('charge_id', '=', chargeId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows;
}

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
    expect(await at(charge.id)).toBe('open');
    await world.deliverAll();
    expect(await at(charge.id)).toBe('authorised');
    expect(await captureCharge(world.ctx, charge.id)).toBe(true);
    expect(await at(charge.id)).toBe('authorised');
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
    expect(await at(charge.id)).toBe('voided');
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

  it('fails when the authorisation lapses before it is captured', async () => {
    const charge = await world.paidCharge();
    await world.deliverAll();
    world.clock.advance({ hours: 24 * 7 + 1 });
    await world.deliverAll();
    expect(await at(charge.id)).toBe('failed');
    expect(world.told(charge.id)).toEqual(['authorised', 'failed']);
    await expect(captureCharge(world.ctx, charge.id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'charge_moved_on',
    });
  });

  it('learns from a refused capture that the authorisation has lapsed, and does not insist', async () => {
    const charge = await world.paidCharge();
    await world.deliverAll();
    await captureCharge(world.ctx, charge.id);
    world.clock.advance({ hours: 24 * 7 + 1 });
    await world.takeEvents();
    await world.runJobs();
    expect(await at(charge.id)).toBe('failed');
    expect((await callsOf(charge.id)).map(({ operation }) => operation)).toEqual([
      'create_session',
    ]);
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
      charge: await at(charge.id),
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

describe('the payment page', () => {
  it('says why a card was declined, and stays open for another (PY-01)', async () => {
    const charge = await world.openCharge();
    const url = await world.startCheckout(charge.id);
    expect((await world.pay(url, { card: '4000000000009995' })).outcome).toBe('declined');
    await world.deliverAll();
    expect(await checkCharge(world.ctx, charge.id)).toMatchObject({
      status: 'open',
      declineCode: 'insufficient_funds',
    });
    expect(world.told(charge.id)).toEqual([]);
    expect((await world.pay(url)).outcome).toBe('paid');
    expect(await checkCharge(world.ctx, charge.id)).toMatchObject({
      status: 'authorised',
      declineCode: null,
    });
  });

  it('asks for 3-D Secure and takes both answers (PY-01)', async () => {
    const charge = await world.openCharge();
    const url = await world.startCheckout(charge.id);
    const card = '4000002760003184';
    expect(await world.pay(url, { card, authentication: 'fail' })).toMatchObject({
      outcome: 'declined',
      authenticated: true,
    });
    expect(await checkCharge(world.ctx, charge.id)).toMatchObject({
      status: 'open',
      declineCode: 'payment_intent_authentication_failure',
    });
    expect(await world.pay(url, { card })).toMatchObject({ outcome: 'paid', authenticated: true });
    expect((await checkCharge(world.ctx, charge.id)).status).toBe('authorised');
  });

  it('is the same in two tabs and after the back button', async () => {
    const charge = await world.openCharge();
    const urls = await Promise.all(Array.from({ length: 6 }, () => world.startCheckout(charge.id)));
    expect(new Set([...urls, await world.startCheckout(charge.id)]).size).toBe(1);
    expect(await callsOf(charge.id)).toHaveLength(1);
    await world.pay(urls[0]!);
    await checkCharge(world.ctx, charge.id);
    await expect(world.startCheckout(charge.id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'charge_not_payable',
    });
  });

  it('is not opened past the deadline of the charge (SC-04)', async () => {
    const charge = await world.openCharge();
    world.clock.advance({ minutes: 15 });
    await expect(world.startCheckout(charge.id)).rejects.toMatchObject({
      code: 'charge_not_payable',
    });
  });

  it('is closed when the checkout is abandoned, and can’t be paid afterwards (SC-04)', async () => {
    const charge = await world.openCharge();
    const url = await world.startCheckout(charge.id);
    expect(await abandonCharge(world.ctx, charge.id)).toBe(true);
    expect(await abandonCharge(world.ctx, charge.id)).toBe(false);
    await expect(world.startCheckout(charge.id)).rejects.toMatchObject({
      code: 'charge_not_payable',
    });
    await world.runJobs();
    expect(await at(charge.id)).toBe('voided');
    expect((await world.pay(url)).outcome).toBe('closed');
    await world.deliverAll();
    expect(world.told(charge.id)).toEqual(['voided']);
  });

  it('needs no provider to be abandoned before it was opened (SC-04)', async () => {
    const charge = await world.openCharge();
    await abandonCharge(world.ctx, charge.id);
    await world.runJobs();
    expect({ status: await at(charge.id), calls: await callsOf(charge.id) }).toEqual({
      status: 'voided',
      calls: [],
    });
  });

  it('paid in the moment of being abandoned, is told and waits for its opener (SC-04)', async () => {
    const charge = await world.paidCharge();
    await abandonCharge(world.ctx, charge.id);
    await world.deliverAll();
    expect(world.told(charge.id)).toEqual(['authorised']);
    expect(await at(charge.id)).toBe('authorised');
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'slot_taken',
    });
    await world.deliverAll();
    expect(await at(charge.id)).toBe('voided');
  });
});

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
    const calls = await callsOf(charge.id);
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
    await expect(inTransaction(world.ctx, async (ctx) => provider(ctx))).rejects.toThrow(
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
    expect(await at(charge.id)).toBe('authorised');
  });
});
