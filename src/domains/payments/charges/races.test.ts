import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import {
  abandonCharge,
  captureCharge,
  checkCharge,
  getCharge,
  settleCancelledCharge,
} from '../index.ts';
import { carryOut } from '../provider/carry-out.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const twenty = Array.from({ length: 20 }, (_, index) => index);
const twoHundred = Array.from({ length: 200 }, (_, index) => index);

/** true or false as answered, or the code of the refusal. */
const outcome = (work: Promise<boolean>) =>
  work.catch((error: unknown) => (error as { code: string }).code);

const callsOf = async (chargeId: string) =>
  (await world.callsOf(chargeId))
    .map(({ operation }) => operation)
    .filter((operation) => operation !== 'create_session');

async function paid(capture: 'manual' | 'automatic') {
  const charge = await world.paidCharge({ capture });
  await checkCharge(world.ctx, charge.id);
  return charge;
}

describe('two hundred at once', () => {
  it('capture once: one wins, the others hear that it was asked (PY-10)', async () => {
    const charge = await paid('manual');
    const outcomes = await Promise.all(
      twoHundred.map(() => outcome(captureCharge(world.ctx, charge.id))),
    );
    expect(outcomes.filter((one) => one === true)).toHaveLength(1);
    expect(outcomes.filter((one) => one === false)).toHaveLength(199);
    await Promise.all(twenty.map(() => carryOut(world.ctx, { kind: 'charge', id: charge.id })));
    await world.runJobs();
    expect(await callsOf(charge.id)).toEqual(['capture']);
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      status: 'captured',
      captured: { minor: 3800 },
    });
  });

  it('capture and cancel: one wins, those who want otherwise get a conflict (PY-10)', async () => {
    const charge = await paid('manual');
    const outcomes = await Promise.all(
      twoHundred.map((index) =>
        outcome(
          index % 2
            ? captureCharge(world.ctx, charge.id)
            : settleCancelledCharge(world.ctx, {
                chargeId: charge.id,
                keepMinor: 0,
                reason: 'race',
              }),
        ),
      ),
    );
    expect(outcomes.filter((one) => one === true)).toHaveLength(1);
    expect(outcomes.filter((one) => one === false)).toHaveLength(99);
    expect(outcomes.filter((one) => one === 'charge_busy')).toHaveLength(100);
    await world.runJobs();
    const { status } = await getCharge(world.ctx, charge.id);
    expect(status).toBe(outcomes.indexOf(true) % 2 ? 'captured' : 'voided');
    expect(await callsOf(charge.id)).toHaveLength(1);
  });

  it('refund different shares: one wins, all others get a conflict, the money moves once (PY-10)', async () => {
    const charge = await paid('automatic');
    const outcomes = await Promise.all(
      twoHundred.map((index) =>
        outcome(
          settleCancelledCharge(world.ctx, {
            chargeId: charge.id,
            keepMinor: index * 10,
            reason: 'race',
          }),
        ),
      ),
    );
    expect(outcomes.filter((one) => one === true)).toHaveLength(1);
    expect(outcomes.filter((one) => one === 'charge_busy')).toHaveLength(199);
    await Promise.all(twenty.map(() => carryOut(world.ctx, { kind: 'charge', id: charge.id })));
    await world.runJobs();
    expect(await callsOf(charge.id)).toEqual(['refund']);
    const kept = outcomes.indexOf(true) * 10;
    expect(await getCharge(world.ctx, charge.id)).toMatchObject({
      captured: { minor: 3800 },
      refunded: { minor: 3800 - kept },
    });
  });

  it('look at the provider after paying: each fact is told once, of twenty as of one (PY-05)', async () => {
    const charge = await world.paidCharge();
    const events = await world.takeEvents();
    await Promise.all([
      ...twenty.map(() => checkCharge(world.ctx, charge.id)),
      ...events.map((event) => world.deliver(event)),
    ]);
    await world.runJobs();
    expect(world.told(charge.id)).toEqual(['authorised']);
  });
});

describe('paying while the checkout is being given up', () => {
  it('ends either paid and told, or closed and unpaid; never between (SC-04)', async () => {
    const ends = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const charge = await world.openCharge();
      const url = await world.startCheckout(charge.id);
      await abandonCharge(world.ctx, charge.id);
      const late = new Promise<void>((resolve) => void setTimeout(resolve, round * 2));
      const [{ outcome: page }] = await Promise.all([
        world.pay(url),
        late.then(() => carryOut(world.ctx, { kind: 'charge', id: charge.id })),
      ]);
      await world.deliverAll();
      const { status } = await getCharge(world.ctx, charge.id);
      expect([page, status]).toEqual(
        page === 'paid' ? ['paid', 'authorised'] : ['closed', 'voided'],
      );
      expect(world.told(charge.id)).toEqual([page === 'paid' ? 'authorised' : 'voided']);
      ends.add(page);
    }
    expect(ends.size).toBeGreaterThan(0);
  });
});
