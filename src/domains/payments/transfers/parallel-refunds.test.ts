import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newPayee } from '../../../../test/support/payees.ts';
import {
  atProvider,
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { booksOf, pass, settleHours, taught } from '../../../../test/support/taught.ts';
import { getCharge } from '../index.ts';
import { refundPayment } from '../operations/refund-payment.ts';
import { carryOut } from '../provider/carry-out.ts';
import { tables } from '../tables.ts';
import { settleDue } from './settle-due.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const operator = () => ({
  ...world.ctx,
  actor: { kind: 'person', id: '01890000-0000-7000-8000-00000000000a' } as never,
});

const many = Array.from({ length: 200 }, (_, index) => index);
const few = many.slice(0, 10);

/** As many operators at once ask for a part each; how often each answer was given. */
async function refundAtOnce(
  chargeId: string,
  amountMinor: number,
): Promise<Record<string, number>> {
  const { refunded } = await getCharge(world.ctx, chargeId);
  const answers = await Promise.all(
    many.map(() =>
      refundPayment(operator(), {
        chargeId,
        amountMinor,
        expectedRefundedMinor: refunded.minor,
        reason: 'goodwill',
        note: 'All at once.',
      }).then(
        () => 'taken',
        (error: unknown) => (error as { code: string }).code,
      ),
    ),
  );
  return Object.fromEntries(
    [...Map.groupBy(answers, (answer) => answer)].map(([answer, all]) => [answer, all.length]),
  );
}

async function transferOf(chargeId: string) {
  return tables(world.ctx)
    .selectFrom('payments.transfers')
    .select(['id', 'status', 'amount_minor', 'reversed_minor'])
    .where('charge_id', '=', chargeId)
    .executeTakeFirstOrThrow();
}

/** Several workers carry out both the refund and the reversal. */
async function workTogether(chargeId: string): Promise<void> {
  const { id } = await transferOf(chargeId);
  await Promise.all([
    ...few.map(() => carryOut(world.ctx, { kind: 'charge', id: chargeId })),
    ...few.map(() => carryOut(world.ctx, { kind: 'transfer', id })),
  ]);
  await world.deliverAll();
}

const reversalsOf = async (accountId: string) => {
  const { data } = await world.stripe.transfers.list({ destination: accountId, limit: 100 });
  const lists = await Promise.all(data.map(({ id }) => world.stripe.transfers.listReversals(id)));
  return lists.flatMap((list) => list.data.map(({ amount }) => amount)).toReversed();
};

describe('refunds in parts, two hundred asked for at once each time', { timeout: 180_000 }, () => {
  it('never give back more than was taken, and reverse what was sent in proportion (PY-04, PY-08, PY-10)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(world, personId, { minor: 3333 });
    await pass(world, { hours: settleHours });
    for (let part = 0; part < 3; part++) {
      expect(await refundAtOnce(chargeId, 1000)).toEqual({ taken: 1, charge_moved_on: 199 });
      await workTogether(chargeId);
    }
    expect(await refundAtOnce(chargeId, 1000)).toEqual({ amount_invalid: 200 });
    expect(await refundAtOnce(chargeId, 333)).toEqual({ taken: 1, charge_moved_on: 199 });
    await workTogether(chargeId);
    const { received, refunded } = await atProvider(world, chargeId);
    expect({ received, refunded: refunded.toSorted((a, b) => b - a) }).toEqual({
      received: 3333,
      refunded: [1000, 1000, 1000, 333],
    });
    // 333 of 3333 is the commission: of what is kept after each part 233, 133, 33 and nothing.
    expect(await reversalsOf(accountId)).toEqual([900, 900, 900, 300]);
    expect(await transferOf(chargeId)).toMatchObject({ status: 'reversed', amount_minor: 3000 });
    expect(await booksOf(world, chargeId)).toEqual({});
  });

  it('come to the same while the transfer is being sent (PY-04, PY-08, PY-10)', async () => {
    const { personId, accountId } = await newPayee(world);
    const chargeId = await taught(world, personId);
    await world.deliverAll();
    world.clock.advance({ hours: settleHours });
    await settleDue(world.ctx);
    const [answers] = await Promise.all([
      refundAtOnce(chargeId, 1900),
      workTogether(chargeId),
      world.runJobs(),
    ]);
    expect(answers).toMatchObject({ taken: 1 });
    await workTogether(chargeId);
    await pass(world, { hours: 24 });
    await workTogether(chargeId);
    const { data } = await world.stripe.transfers.list({ destination: accountId, limit: 100 });
    expect(data.map(({ amount, amount_reversed: back }) => amount - back)).toEqual([1710]);
    expect((await atProvider(world, chargeId)).refunded).toEqual([1900]);
    expect(await booksOf(world, chargeId)).toEqual({ commission: -190 });
  });
});
