import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newPayee } from '../../../../test/support/payees.ts';
import {
  atProvider,
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { booksOf, pass, settleHours, taught } from '../../../../test/support/taught.ts';
import { money } from '../../../platform/money/index.ts';
import { getCharge, settleCancelledCharge } from '../index.ts';
import { explainCharge } from '../ledger/explain.ts';
import { getStatement } from '../statements/statement.ts';
import { statementCsv } from '../statements/statement-csv.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.deliverAll();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const refundTo = async (chargeId: string, keepMinor: number) => {
  await settleCancelledCharge(world.ctx, { chargeId, keepMinor, reason: 'upheld' });
  await world.deliverAll();
  await world.deliverAll();
};

/** What is kept after each refund, what the payee has then, and what the statement says they were sent. */
const lessons = [
  {
    currency: 'JPY',
    minor: 4501,
    sent: 4051,
    kept: [3000, 1, 0],
    earned: [2700, 1, 0],
    lines: ['4501,450,0,4051,4051', '0,0,1351,-1351,2700', '0,0,2699,-2699,1', '0,0,1,-1,0'],
  },
  {
    currency: 'KWD',
    minor: 12_350,
    sent: 11_110,
    kept: [8230, 10, 0],
    earned: [7400, 10, 0],
    lines: [
      '12.350,1.240,0.000,11.110,11.110',
      '0.000,0.000,3.710,-3.710,7.400',
      '0.000,0.000,7.390,-7.390,0.010',
      '0.000,0.000,0.010,-0.010,0.000',
    ],
  },
  {
    currency: 'GBP',
    minor: 3333,
    sent: 3000,
    kept: [2222, 1, 0],
    earned: [2000, 1, 0],
    lines: [
      '33.33,3.33,0.00,30.00,30.00',
      '0.00,0.00,10.00,-10.00,20.00',
      '0.00,0.00,19.99,-19.99,0.01',
      '0.00,0.00,0.01,-0.01,0.00',
    ],
  },
];

describe('a lesson from the card to the statement', () => {
  it.each(lessons)(
    'is charged, shared, sent and given back in parts to the last unit of $currency (MK-03, PY-04, PY-08, PY-10)',
    async ({ currency, minor, sent, kept, earned, lines }) => {
      const { personId, accountId } = await newPayee(world);
      const chargeId = await taught(world, personId, { minor, currency });
      await pass(world, { hours: settleHours });
      const transfers = () => world.stripe.transfers.list({ destination: accountId });
      expect((await transfers()).data).toMatchObject([
        { amount: sent, currency: currency.toLowerCase() },
      ]);
      expect(await booksOf(world, chargeId)).toEqual({ commission: sent - minor });
      for (const [part, keepMinor] of kept.entries()) {
        await refundTo(chargeId, keepMinor);
        const { amount, amount_reversed: back } = (await transfers()).data[0]!;
        expect([keepMinor, amount - back]).toEqual([keepMinor, earned[part]]);
      }
      expect(await getCharge(world.ctx, chargeId)).toMatchObject({
        status: 'refunded',
        captured: money(minor, currency),
        refunded: money(minor, currency),
      });
      const { refunded } = await atProvider(world, chargeId);
      expect(refunded.reduce((sum, amount) => sum + amount, 0)).toBe(minor);
      expect(await booksOf(world, chargeId)).toEqual({});
      const { reference } = await getCharge(world.ctx, chargeId);
      const { parts } = await explainCharge(world.ctx, reference);
      expect(parts.unexplained).toEqual(money(0, currency));
      const month = world.clock.now().toString().slice(0, 7);
      const csv = statementCsv(await getStatement(world.ctx, personId, month));
      const moved = csv.split('\r\n').filter((line) => line.includes(reference));
      const amounts = moved.map((line) => line.split(',').slice(6).join());
      expect(amounts).toEqual(lines);
    },
  );

  it('of a currency that banks settle in tens is refused in ones, before anything is written (PY-10)', async () => {
    await expect(world.openCharge({ amount: money(12_345, 'KWD') })).rejects.toMatchObject({
      code: 'amount_invalid',
      field: 'amount',
    });
    const { id: chargeId } = await world.paidCharge({ amount: money(12_350, 'KWD') });
    await world.deliverAll();
    await expect(
      settleCancelledCharge(world.ctx, { chargeId, keepMinor: 6175, reason: 'late' }),
    ).rejects.toMatchObject({ code: 'amount_invalid', field: 'keepMinor' });
  });
});
