import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signedEvents } from '../../../../test/support/payment-events.ts';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { newId } from '../../../platform/db/index.ts';
import { tables } from '../tables.ts';
import { processEvent } from './process-event.ts';

let world: PaymentsWorld;
let signed: ReturnType<typeof signedEvents>;
beforeAll(async () => {
  world = await startPaymentsWorld();
  signed = signedEvents(world);
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

describe('events about nothing we know', () => {
  it('are parked with the reason, never dropped (PY-05)', async () => {
    const { id: elsewhere } = await world.stripe.paymentIntents.create({
      amount: 3800,
      currency: 'gbp',
    });
    const disputeOf = (payment_intent: string) =>
      signed.anEvent({ object: 'dispute', id: 'du_2', payment_intent }, 'charge.dispute.created');
    const unknown = [
      disputeOf(elsewhere),
      disputeOf('pi_of_nobody'),
      signed.anEvent({ object: 'payout', id: 'po_1' }, 'payout.failed'),
      signed.anEvent({ object: 'issuing.card', id: 'ic_1' }, 'issuing_card.created'),
      signed.anEvent(
        { object: 'dispute', id: 'du_1' },
        'charge.dispute.created',
        'acct_of_a_payee',
      ),
      signed.anEvent({
        object: 'payment_intent',
        id: 'pi_of_nobody',
        metadata: { charge_id: newId(world.clock) },
      }),
      signed.anEvent({
        object: 'payment_intent',
        id: 'pi_of_nobody',
        metadata: { charge_id: "'; drop table payments.charges; --" },
      }),
    ];
    for (const { body } of unknown) expect((await signed.send(body)).statusCode).toBe(200);
    await world.runJobs();
    for (const { id } of unknown)
      expect(await signed.stored(id)).toMatchObject({
        status: 'parked',
        note: expect.stringMatching(/\w/),
      });
  });

  it('are kept, and asked of nobody, when their kind never moves anything of ours (PY-05)', async () => {
    const noise = [
      signed.anEvent({ object: 'charge', id: 'py_1' }, 'charge.succeeded', 'acct_of_a_payee'),
      signed.anEvent({ object: 'balance' }, 'balance.available', 'acct_of_a_payee'),
      signed.anEvent({ object: 'refund', id: 'pyr_1' }, 'charge.refund.updated', 'acct_of_a_payee'),
      signed.anEvent({ object: 'balance' }, 'balance.available'),
      signed.anEvent({ object: 'price', id: 'price_1' }, 'price.created'),
      signed.anEvent({ object: 'payout', id: 'po_2' }, 'payout.paid'),
    ];
    for (const { body } of noise) expect((await signed.send(body)).statusCode).toBe(200);
    await world.runJobs();
    for (const { id } of noise)
      expect(await signed.stored(id)).toMatchObject({ status: 'processed', note: null });
  });

  it('are parked when they name a charge of ours for a payment of another amount (PY-05)', async () => {
    const charge = await world.openCharge();
    const session = await world.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'http://localhost:4600/',
      metadata: { charge_id: charge.id },
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'gbp', unit_amount: 100, product_data: { name: 'Cheaper' } },
        },
      ],
      payment_intent_data: { capture_method: 'manual', metadata: { charge_id: charge.id } },
    });
    expect((await world.pay(session.url!)).outcome).toBe('paid');
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('created');
    expect(world.told(charge.id)).toEqual([]);
    const parked = await tables(world.ctx)
      .selectFrom('payments.webhook_events')
      .select('note')
      .where('object_id', '=', session.id)
      .execute();
    expect(parked).toEqual([{ note: expect.stringContaining('amount') }]);
  });

  it('can be run again once they make sense (PY-05)', async () => {
    const chargeId = newId(world.clock);
    const { id, body } = signed.anEvent({
      object: 'payment_intent',
      id: 'pi_early',
      metadata: { charge_id: chargeId },
    });
    await signed.send(body);
    await world.runJobs();
    const now = world.clock.now().toString();
    const row = {
      id: chargeId,
      reference: `booking:${chargeId}`,
      market_code: 'gb',
      currency: 'GBP',
      amount_minor: 3800,
      fee_minor: 380,
      capture: 'manual' as const,
      status: 'created' as const,
      last_known_status: 'created' as const,
      expires_at: now,
      created_at: now,
      updated_at: now,
    };
    await tables(world.ctx).insertInto('payments.charges').values(row).execute();
    await processEvent(world.ctx, { eventId: id });
    expect(await signed.stored(id)).toMatchObject({
      attempts: 2,
      note: expect.stringContaining('pi_early'),
    });
  });
});
