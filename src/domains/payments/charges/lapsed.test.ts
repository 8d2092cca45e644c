import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectBooksToBalance } from '../../../../test/support/payments.ts';
import { type PlusWorld, startPlusWorld, type Subscriber } from '../../../../test/support/plus.ts';
import { newId } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { captureCharge, getCharge, openCharge, settleCancelledCharge } from '../index.ts';
import { refresh } from '../provider/refresh.ts';
import { tables } from '../tables.ts';
import { wakeCharges } from './wake-charges.ts';

let world: PlusWorld;
beforeAll(async () => {
  world = await startPlusWorld();
});
afterEach(async () => {
  world.provider.faults.clear();
  await world.settle();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const intentsOf = async (chargeId: string) => {
  const all = await world.stripe.paymentIntents
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  const own = all.filter(({ metadata }) => metadata['charge_id'] === chargeId);
  return own.map(({ status }) => status).toSorted();
};

const keysOf = async (chargeId: string) =>
  (
    await tables(world.ctx)
      .selectFrom('payments.provider_calls')
      .select('idempotency_key')
      .where('subject_id', '=', chargeId)
      .orderBy('id')
      .execute()
  ).map(({ idempotency_key: key }) => key.replace(/^booking:[^:]+:/, ''));

const postingsOf = async (chargeId: string) =>
  (
    await tables(world.ctx)
      .selectFrom('payments.ledger_transactions')
      .select('kind')
      .where('charge_id', '=', chargeId)
      .where('kind', '<>', 'fees')
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind);

async function save(ada: Subscriber, card?: string): Promise<void> {
  const { url } = await ada.call('POST', '/cards');
  await world.pay(url, card ? { card } : {});
  await world.settle();
}

/** Paid on the spot for a lesson that is given during an outage, which ends only when its bank has let go. */
async function lapsed(payerId?: string): Promise<string> {
  const charge = await world.openCharge();
  await world.pay(await world.startCheckout(charge.id, payerId));
  await world.settle();
  expect(await world.chargeStatus(charge.id)).toBe('authorised');
  world.clock.advance({ hours: 24 * 7 + 1 });
  await captureCharge(world.ctx, charge.id);
  await world.settle();
  return charge.id;
}

async function wait(hours: number): Promise<void> {
  world.clock.advance({ hours });
  await wakeCharges(world.ctx);
  await world.settle();
}

describe('an authorisation', () => {
  it('is taken 12 hours before it would lapse, though nobody has asked yet (PY-03)', async () => {
    const charge = await world.paidCharge();
    await world.settle();
    await wait(24 * 7 - 13);
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
    await wait(1);
    expect(await world.chargeStatus(charge.id)).toBe('captured');
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'late',
    });
    await world.settle();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({ refunded: money(1900, 'GBP') });
  });
});

describe('an authorisation that lapsed before it was taken', () => {
  it('is asked for again on the card that its payer has saved, with the next key, and booked anew (PY-03, PY-08, PY-10)', async () => {
    const ada = await world.newcomer();
    await save(ada);
    const chargeId = await lapsed(ada.personId);
    expect(await world.chargeStatus(chargeId)).toBe('captured');
    expect(await intentsOf(chargeId)).toEqual(['canceled', 'succeeded']);
    expect(await keysOf(chargeId)).toEqual(['create_session:1', 'authorise:1', 'capture:1']);
    expect(await postingsOf(chargeId)).toEqual(['authorise', 'void', 'authorise', 'capture']);
  });

  it('is paid by link where no card is saved, and taken at once (PY-01, PY-03)', async () => {
    const chargeId = await lapsed();
    expect(await world.chargeStatus(chargeId)).toBe('action_needed');
    expect(world.told(chargeId)).toEqual(['action_needed', 'authorised']);
    await world.pay(await world.startCheckout(chargeId));
    await world.settle();
    expect(await getCharge(world.ctx, chargeId)).toMatchObject({
      status: 'captured',
      captured: money(3800, 'GBP'),
    });
    expect(await intentsOf(chargeId)).toEqual(['canceled', 'succeeded']);
  });

  it('is paid by link where the saved card is declined, too (PY-01, PY-03)', async () => {
    const ada = await world.newcomer();
    await save(ada, '4000000000000341');
    const chargeId = await lapsed(ada.personId);
    expect(await getCharge(world.ctx, chargeId)).toMatchObject({
      status: 'action_needed',
      declineCode: 'generic_decline',
    });
    await world.pay(await world.startCheckout(chargeId, ada.personId));
    await world.settle();
    expect(await world.chargeStatus(chargeId)).toBe('captured');
  });

  it('is asked for a week, and then is a person’s to see to (PY-03)', async () => {
    const chargeId = await lapsed();
    await wait(24 * 7 - 1);
    expect(await world.chargeStatus(chargeId)).toBe('action_needed');
    await wait(1);
    expect(await world.chargeStatus(chargeId)).toBe('failed');
    await expect(world.startCheckout(chargeId)).rejects.toMatchObject({
      code: 'charge_not_payable',
    });
    expect(await intentsOf(chargeId)).toEqual(['canceled']);
  });

  it('keeps no more than a late cancellation was to keep (PY-04)', async () => {
    const ada = await world.newcomer();
    await save(ada);
    const charge = await world.openCharge();
    await world.pay(await world.startCheckout(charge.id, ada.personId));
    await world.settle();
    world.clock.advance({ hours: 24 * 7 + 1 });
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'late',
    });
    await world.settle();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'captured',
      captured: money(1900, 'GBP'),
    });
  });

  it('is not asked for again when it lapses a second time (PY-03)', async () => {
    const ada = await world.newcomer();
    await save(ada);
    const charge = await world.openCharge();
    await world.pay(await world.startCheckout(charge.id, ada.personId));
    await world.settle();
    for (const status of ['authorised', 'failed']) {
      world.clock.advance({ hours: 24 * 7 + 1 });
      await world.settle();
      expect(await world.chargeStatus(charge.id)).toBe(status);
    }
    expect(world.told(charge.id)).toEqual(['authorised', 'authorised', 'failed']);
  });

  it('of which nothing is to be kept is let be (PY-04)', async () => {
    const charge = await world.paidCharge();
    await world.settle();
    world.clock.advance({ hours: 24 * 7 + 1 });
    await settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor: 0, reason: 'free' });
    await world.settle();
    expect(await world.chargeStatus(charge.id)).toBe('failed');
    expect(await keysOf(charge.id)).toEqual(['create_session:1']);
  });

  it('for something booked a week ahead is asked for on the card that was saved for it (PY-03, PY-08)', async () => {
    const ada = await world.newcomer();
    const { id } = await openCharge(world.ctx, {
      reference: `booking:${newId(world.clock)}`,
      market: 'gb',
      amount: money(3800, 'GBP'),
      fee: money(380, 'GBP'),
      capture: 'manual',
      neededAt: world.clock.now().add({ hours: 24 * 7 }),
      expiresAt: world.clock.now().add({ minutes: 15 }),
    });
    await world.pay(await world.startCheckout(id, ada.personId));
    await world.settle();
    await wait(24 * 5);
    expect(await world.chargeStatus(id)).toBe('authorised');
    world.clock.advance({ hours: 24 * 7 + 1 });
    await captureCharge(world.ctx, id);
    await world.settle();
    expect(await world.chargeStatus(id)).toBe('captured');
    expect(await intentsOf(id)).toEqual(['canceled', 'succeeded']);
    expect(await postingsOf(id)).toEqual(['authorise', 'void', 'authorise', 'capture']);
  });
});

describe('a page to pay what nobody could be charged for', () => {
  const left = async () => {
    const chargeId = await lapsed();
    const page = await world.startCheckout(chargeId);
    expect((await world.pay(page, { card: '4000000000009995' })).outcome).toBe('declined');
    await world.settle();
    return { chargeId, page };
  };

  it('that is left after a card was declined there does not end the payment (PY-03)', async () => {
    const { chargeId } = await left();
    await wait(1);
    expect(await world.chargeStatus(chargeId)).toBe('action_needed');
    // The end of the payment that was begun there, told after the page is forgotten.
    const ended = (await world.stripe.events.list({ type: 'payment_intent.canceled', limit: 1 }))
      .data;
    await refresh(
      world.ctx,
      { kind: 'charge', id: chargeId },
      'test',
      ended[0]!.data.object as never,
    );
    expect(await world.chargeStatus(chargeId)).toBe('action_needed');
    await world.pay(await world.startCheckout(chargeId));
    await world.settle();
    expect(await world.chargeStatus(chargeId)).toBe('captured');
  });

  it('is closed, and the payment ended, when nothing is to be kept any more (PY-04)', async () => {
    const { chargeId, page } = await left();
    await settleCancelledCharge(world.ctx, { chargeId, keepMinor: 0, reason: 'upheld' });
    await world.settle();
    expect(await world.chargeStatus(chargeId)).toBe('voided');
    expect((await world.pay(page)).outcome).toBe('closed');
  });
});
