import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { abandonCharge, checkCharge, settleCancelledCharge } from '../index.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

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
    expect(await world.callsOf(charge.id)).toHaveLength(1);
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
    expect(await world.chargeStatus(charge.id)).toBe('voided');
    expect((await world.pay(url)).outcome).toBe('closed');
    await world.deliverAll();
    expect(world.told(charge.id)).toEqual(['voided']);
  });

  it('needs no provider to be abandoned before it was opened (SC-04)', async () => {
    const charge = await world.openCharge();
    await abandonCharge(world.ctx, charge.id);
    await world.runJobs();
    expect({
      status: await world.chargeStatus(charge.id),
      calls: await world.callsOf(charge.id),
    }).toEqual({
      status: 'voided',
      calls: [],
    });
  });

  it('paid in the moment of being abandoned, is told and waits for its opener (SC-04)', async () => {
    const charge = await world.paidCharge();
    await abandonCharge(world.ctx, charge.id);
    await world.deliverAll();
    expect(world.told(charge.id)).toEqual(['authorised']);
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'slot_taken',
    });
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('voided');
  });
});
