import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  ordersOf,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { captureCharge } from '../index.ts';
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

describe('the events of one booking', () => {
  it('lead to the same end in every order, each sent twice (PY-05)', async () => {
    const orders = [...ordersOf([0, 1, 2, 3])];
    for (const order of orders) {
      const charge = await world.paidCharge();
      const events = await world.takeEvents();
      expect(events.map(({ type }) => type).toSorted()).toEqual([
        'charge.succeeded',
        'checkout.session.completed',
        'payment_intent.amount_capturable_updated',
        'payment_intent.created',
      ]);
      for (const index of [...order, ...order.toReversed()]) {
        expect((await world.deliver(events[index]!)).statusCode).toBe(200);
        if (index === order[1]) await world.runJobs();
      }
      await world.runJobs();
      expect({
        order,
        status: await world.chargeStatus(charge.id),
        told: world.told(charge.id),
      }).toEqual({
        order,
        status: 'authorised',
        told: ['authorised'],
      });
    }
    expect(orders).toHaveLength(24);
  });

  it('sent at once and again by a hundred deliveries are worked on once (PY-05)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    const events = await world.takeEvents();
    const deliveries = Array.from({ length: 100 }, (_, index) =>
      world.deliver(events[index % events.length]!),
    );
    for (const { statusCode } of await Promise.all(deliveries)) expect(statusCode).toBe(200);
    await world.runJobs();
    expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800']);
    const ids = events.map(({ body }) => (JSON.parse(body) as { id: string }).id);
    const stored = await tables(world.ctx)
      .selectFrom('payments.webhook_events')
      .select('attempts')
      .where('id', 'in', ids)
      .execute();
    expect(stored).toEqual(ids.map(() => ({ attempts: 1 })));
  });

  it('arriving late, after the charge has moved on, change nothing (PY-05)', async () => {
    const charge = await world.paidCharge();
    const late = await world.takeEvents();
    for (const event of late.slice(0, 1)) await world.deliver(event);
    await world.runJobs();
    await captureCharge(world.ctx, charge.id);
    await world.runJobs();
    for (const event of late) await world.deliver(event);
    await world.runJobs();
    expect(await world.chargeStatus(charge.id)).toBe('captured');
    expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800']);
  });
});
