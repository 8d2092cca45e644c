import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { newId } from '../../../platform/db/index.ts';
import { createPerson } from '../../identity/index.ts';
import { money } from '../../../platform/money/index.ts';
import {
  captureCharge,
  getCharge,
  openCharge,
  settleCancelledCharge,
  startCheckout,
} from '../index.ts';
import { tables } from '../tables.ts';
import { getChargeRow } from './charges.queries.ts';
import { wakeCharges } from './wake-charges.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  world.provider.faults.clear();
  await world.deliverAll();
  await endAll();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const attachesThenFails = '4000000000000341';
const alwaysAsks = '4000002760003184';
const daysAhead = 7;

/** What is left of one test would be charged again in the weeks of the next. */
async function endAll(): Promise<void> {
  const rows = await tables(world.ctx)
    .selectFrom('payments.charges')
    .select('id')
    .where('keep_minor', 'is', null)
    .where('last_known_status', 'in', ['card_saved', 'action_needed', 'authorised'])
    .execute();
  for (const { id: chargeId } of rows)
    await settleCancelledCharge(world.ctx, { chargeId, keepMinor: 0, reason: 'over' });
  await world.deliverAll();
}

/** A charge for something a week ahead. */
async function opened(): Promise<{ id: string; payerId: string }> {
  const { id } = await openCharge(world.ctx, {
    reference: `booking:${newId(world.clock)}`,
    market: 'gb',
    amount: money(3800, 'GBP'),
    fee: money(380, 'GBP'),
    capture: 'manual',
    neededAt: world.clock.now().add({ hours: 24 * daysAhead }),
    expiresAt: world.clock.now().add({ minutes: 15 }),
  });
  return { id, payerId: await newPayer() };
}

let payers = 0;

const newPayer = () =>
  createPerson(world.ctx, {
    email: `payer${(payers += 1)}@example.com`,
    displayName: 'Ada',
    roles: ['learner'],
    verified: true,
    timeZone: 'Europe/London',
  });

const pageFor = ({ id, payerId }: { id: string; payerId: string }) =>
  startCheckout(world.ctx, {
    chargeId: id,
    payerId,
    description: 'Guitar lesson, 60 minutes',
    email: 'ada@example.com',
    successUrl: 'http://localhost:4600/book/done',
    cancelUrl: 'http://localhost:4600/book',
  });

async function saved(card?: string): Promise<{ id: string; payerId: string }> {
  const charge = await opened();
  const { outcome } = await world.pay(await pageFor(charge), card ? { card } : {});
  expect(outcome).toBe('paid');
  await world.deliverAll();
  expect(await world.chargeStatus(charge.id)).toBe('card_saved');
  return charge;
}

/** So many hours before the start of something that was booked a week ahead. */
async function until(hoursBefore: number, since: Temporal.Instant): Promise<void> {
  await world.deliverAll();
  world.clock.set(since.add({ hours: 24 * daysAhead - hoursBefore }).toString());
  await wakeCharges(world.ctx);
  await world.deliverAll();
}

const intentsOf = async (chargeId: string) => {
  const all = await world.stripe.paymentIntents
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 1000 });
  return all.filter(({ metadata }) => metadata['charge_id'] === chargeId);
};

const callsOf = async (chargeId: string) =>
  (await world.callsOf(chargeId)).map(
    ({ operation, attempt, status }) => `${operation} ${attempt} ${status}`,
  );

describe('a payment that lies a week ahead', () => {
  it('saves the card now, takes nothing, and is authorised 48 hours before (PY-01, PY-03)', async () => {
    const since = world.clock.now();
    const charge = await saved();
    expect(world.told(charge.id)).toEqual(['card_saved']);
    expect(await intentsOf(charge.id)).toEqual([]);
    await until(49, since);
    expect(await world.chargeStatus(charge.id)).toBe('card_saved');
    await until(48, since);
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
    expect(world.told(charge.id)).toEqual(['authorised', 'card_saved']);
    await captureCharge(world.ctx, charge.id);
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('captured');
    expect(await intentsOf(charge.id)).toHaveLength(1);
  });

  it('that is declined is tried 36, 24 and 12 hours before, told each time, and given up 6 hours before (PY-03)', async () => {
    const since = world.clock.now();
    const charge = await saved(attachesThenFails);
    const told = () => world.told(charge.id).filter((name) => name === 'action_needed').length;
    for (const [tries, hours] of [48, 36, 24, 12].entries()) {
      await until(hours + 1, since);
      expect([hours, told()]).toEqual([hours, tries]);
      await until(hours, since);
      expect([hours, told()]).toEqual([hours, tries + 1]);
      expect(await getCharge(world.ctx, charge.id)).toMatchObject({
        status: 'action_needed',
        declineCode: 'generic_decline',
      });
    }
    await until(6, since);
    expect(await world.chargeStatus(charge.id)).toBe('failed');
    expect(world.told(charge.id)).toContain('failed');
    await until(0, since);
    expect(await intentsOf(charge.id)).toHaveLength(4);
    await expect(pageFor(charge)).rejects.toMatchObject({ code: 'charge_not_payable' });
  });

  it('whose bank wants to ask is paid by link, with 3-D Secure, and by nothing else (PY-01, PY-03)', async () => {
    const since = world.clock.now();
    const charge = await saved(alwaysAsks);
    await until(48, since);
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'action_needed',
      declineCode: 'authentication_required',
    });
    const page = await pageFor(charge);
    expect(await pageFor(charge)).toBe(page);
    expect(await world.chargeStatus(charge.id)).toBe('action_needed');
    expect((await world.pay(page, { card: alwaysAsks })).outcome).toBe('paid');
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
    await until(12, since);
    const live = (await intentsOf(charge.id)).filter(({ status }) => status === 'requires_capture');
    expect(live).toHaveLength(1);
  });

  it('is tried again when the page is left unpaid (PY-03)', async () => {
    const since = world.clock.now();
    const charge = await saved(attachesThenFails);
    await until(48, since);
    await pageFor(charge);
    await world.deliverAll();
    world.clock.advance({ minutes: 40 });
    await world.deliverAll();
    expect((await getChargeRow(world.ctx, charge.id)).provider_session_id).toBeNull();
    await until(36, since);
    expect(world.told(charge.id).filter((name) => name === 'action_needed')).toHaveLength(2);
    expect(await pageFor(charge)).toMatch(/^http/);
  });

  it('that is cancelled free costs nothing and asks the provider for nothing (PY-04)', async () => {
    const charge = await saved();
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 0,
      reason: 'cancelled',
    });
    await world.deliverAll();
    expect(await world.chargeStatus(charge.id)).toBe('voided');
    expect(await callsOf(charge.id)).toEqual(['create_session 1 succeeded']);
  });

  it('that is cancelled late is charged the share, and no more (PY-04)', async () => {
    const since = world.clock.now();
    const charge = await saved();
    await until(60, since);
    await settleCancelledCharge(world.ctx, {
      chargeId: charge.id,
      keepMinor: 1900,
      reason: 'late',
    });
    await world.deliverAll();
    await world.deliverAll();
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'captured',
      captured: money(1900, 'GBP'),
    });
  });

  it.each(['drop_before', 'drop_after', 'server_error'] as const)(
    'is authorised once when the provider’s answer is lost (%s) (PY-10)',
    async (kind) => {
      const since = world.clock.now();
      const charge = await saved();
      for (let i = 0; i < (kind === 'server_error' ? 1 : 2); i++)
        world.provider.faults.call({ kind }, { method: 'POST', path: '/v1/payment_intents' });
      await until(48, since);
      expect(await world.chargeStatus(charge.id)).toBe('unknown');
      world.clock.advance({ minutes: 1 });
      await world.deliverAll();
      expect(await world.chargeStatus(charge.id)).toBe('authorised');
      expect(await intentsOf(charge.id)).toHaveLength(1);
    },
  );
});
