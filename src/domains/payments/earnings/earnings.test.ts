import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PaymentsWorld, startPaymentsWorld } from '../../../../test/support/payments.ts';
import { onboard, passDays, passTime } from '../../../../test/support/payouts.ts';
import { money } from '../../../platform/money/index.ts';
import { createPerson, identityDomain } from '../../identity/index.ts';
import { chooseMarket, marketsDomain } from '../../markets/index.ts';
import { captureCharge, noteEarning, settleCancelledCharge } from '../index.ts';
import { listPayoutLines, listPayouts } from '../payouts/list-payouts.ts';
import { statementCsv } from '../statements/statement-csv.ts';
import { getStatement, listStatements } from '../statements/statement.ts';
import { listEarnings, summariseEarnings } from './list-earnings.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld([identityDomain, marketsDomain]);
}, 120_000);
afterAll(() => world?.close());

let people = 0;
async function newTeacher(): Promise<string> {
  people += 1;
  const personId = await createPerson(world.ctx, {
    email: `teacher${people}@example.com`,
    displayName: `Teacher ${people}`,
    roles: ['learner', 'instructor'],
    verified: true,
    timeZone: 'Europe/London',
  });
  await chooseMarket(world.ctx, { personId, code: 'gb' });
  return personId;
}

const enable = (personId: string) => onboard(world, personId);
const pass = (duration: Temporal.DurationLike) => passTime(world, duration);

/** A lesson an hour from now that is paid. */
async function booked(personId: string, title = 'Guitar, one hour'): Promise<string> {
  const startsAt = world.clock.now().add({ hours: 1 });
  const endsAt = startsAt.add({ hours: 1 });
  const charge = await world.paidCharge({
    amount: money(3800, 'GBP'),
    payee: { personId, settleAt: endsAt.add({ hours: 48 }) },
  });
  await world.deliverAll();
  await noteEarning(world.ctx, { chargeId: charge.id, personId, title, startsAt, endsAt });
  return charge.id;
}

async function taught(personId: string, title?: string): Promise<string> {
  const chargeId = await booked(personId, title);
  await pass({ hours: 2 });
  await captureCharge(world.ctx, chargeId);
  await world.deliverAll();
  return chargeId;
}

const statusesOf = async (personId: string) =>
  (await listEarnings(world.ctx, personId, undefined)).items.map(({ status }) => status);
const summaryOf = async (personId: string) => {
  const [one] = await summariseEarnings(world.ctx, personId);
  return one && [one.expected, one.waiting, one.inAccount, one.onTheWay].map(({ minor }) => minor);
};

describe('what a lesson brings (PY-02, PY-03, PY-07)', () => {
  it('is expected, waits two days, is sent, and is paid to the bank', async () => {
    const personId = await newTeacher();
    await enable(personId);
    const chargeId = await booked(personId);
    expect(await statusesOf(personId)).toEqual(['expected']);
    expect(await summaryOf(personId)).toEqual([3420, 0, 0, 0]);

    await pass({ hours: 2 });
    await captureCharge(world.ctx, chargeId);
    await world.deliverAll();
    expect(await statusesOf(personId)).toEqual(['waiting']);
    expect(await summaryOf(personId)).toEqual([0, 3420, 0, 0]);

    await passDays(world, 2);
    expect(await statusesOf(personId)).toEqual(['sent']);
    expect(await summaryOf(personId)).toEqual([0, 0, 3420, 0]);

    await passDays(world, 5);
    expect(await statusesOf(personId)).toEqual(['paid']);
    expect(await summaryOf(personId)).toEqual([0, 0, 0, 0]);
    const { items } = await listPayouts(world.ctx, personId, undefined);
    expect(items).toMatchObject([{ status: 'paid', amount: { minor: 3420 }, hasLines: true }]);
    const lines = await listPayoutLines(world.ctx, { personId, payoutId: items[0]!.id }, undefined);
    expect(lines.items).toMatchObject([
      { kind: 'transfer', amount: { minor: 3420 }, earning: { title: 'Guitar, one hour' } },
    ]);
  });

  it('waits while its teacher has no payout account, and goes when they have', async () => {
    const personId = await newTeacher();
    await taught(personId);
    await passDays(world, 3);
    expect(await statusesOf(personId)).toEqual(['blocked']);
    await enable(personId);
    await pass({ minutes: 1 });
    expect(await statusesOf(personId)).toEqual(['sent']);
  });

  it('is shown to nobody else', async () => {
    const personId = await newTeacher();
    const other = await newTeacher();
    await taught(personId);
    expect(await statusesOf(other)).toEqual([]);
    expect(await summariseEarnings(world.ctx, other)).toEqual([]);
  });

  it('comes twenty a page, without gaps or repeats', async () => {
    const personId = await newTeacher();
    const expected: string[] = [];
    for (let n = 0; n < 23; n += 1) {
      const { id: chargeId } = await world.openCharge();
      const startsAt = world.clock.now().add({ hours: n });
      const endsAt = startsAt.add({ hours: 1 });
      await noteEarning(world.ctx, { chargeId, personId, title: 'Guitar', startsAt, endsAt });
      expected.unshift(chargeId);
    }
    const first = await listEarnings(world.ctx, personId, undefined);
    const second = await listEarnings(world.ctx, personId, first.nextCursor!);
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(expected);
    expect([first.items.length, second.nextCursor]).toEqual([20, null]);
    for (const cursor of ['', 'e30', 'WzEsMl0'])
      await expect(listEarnings(world.ctx, personId, cursor)).rejects.toMatchObject({
        code: 'bad_cursor',
      });
  });
});

describe('a month’s statement (PY-07, PY-08)', () => {
  it('adds up over months: each begins with the balance at which the last ended', async () => {
    const personId = await newTeacher();
    await enable(personId);
    // Lessons that are sent on the last day of a month are paid out in the next.
    await pass(untilThirdLastDay(world.clock.now()));
    await taught(personId, 'Guitar, for beginners');
    const back = await taught(personId);
    await passDays(world, 2);
    await settleCancelledCharge(world.ctx, { chargeId: back, keepMinor: 1900, reason: 'upheld' });
    await pass({ minutes: 2 });
    expect((await listEarnings(world.ctx, personId, undefined)).items[0]).toMatchObject({
      status: 'sent',
      returned: { minor: 1900 },
      earned: { minor: 1710 },
      takenBack: { minor: 1710 },
    });
    await passDays(world, 9);
    const { items } = await listStatements(world.ctx, personId, undefined);
    expect(items.length).toBeGreaterThan(1);
    let balance = 0;
    let count = 0;
    for (const { month } of items.toReversed()) {
      const { currencies } = await getStatement(world.ctx, personId, month);
      for (const one of currencies) {
        expect(one.openingMinor).toBe(balance);
        for (const movement of one.movements) {
          const { paidMinor, commissionMinor, setOffMinor, amountMinor, kind } = movement;
          if (kind.startsWith('transfer'))
            expect(paidMinor - commissionMinor - setOffMinor).toBe(amountMinor);
          balance += amountMinor;
          count += 1;
        }
        expect(one.closingMinor).toBe(balance);
      }
    }
    expect(count).toBeGreaterThan(3);
    expect(balance).toBe(await balanceAtProvider(personId));
  });

  it('is a table that spreadsheets read, and take no formula from', async () => {
    const personId = await newTeacher();
    await enable(personId);
    await taught(personId, '=HYPERLINK("http://x", "a,b")');
    await passDays(world, 2);
    const [month] = (await listStatements(world.ctx, personId, undefined)).items;
    const csv = statementCsv(await getStatement(world.ctx, personId, month!.month));
    expect(csv.startsWith('\uFEFFdate,kind,what,')).toBe(true);
    expect(csv).toContain(`,lesson,"'=HYPERLINK(""http://x"", ""a,b"")",`);
    expect(csv).toContain(',GBP,38.00,3.80,0.00,34.20,34.20\r\n');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4);
  });

  it('of a month without movement is empty', async () => {
    const personId = await newTeacher();
    expect((await getStatement(world.ctx, personId, '2026-01')).currencies).toEqual([]);
  });
});

/** To nine in the morning of the third last day of next month. */
function untilThirdLastDay(now: Temporal.Instant): Temporal.Duration {
  const month = now.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 }).add({ months: 1 });
  const day = month.with({ day: month.daysInMonth - 2 });
  return now.until(day.toZonedDateTime({ timeZone: 'UTC', plainTime: '09:00' }).toInstant());
}

/** What is in the account by the provider’s own word. */
async function balanceAtProvider(personId: string): Promise<number> {
  const { provider_account_id: stripeAccount } = await world.ctx.db
    .withTables<{
      'payments.payout_accounts': { person_id: string; provider_account_id: string };
    }>()
    .selectFrom('payments.payout_accounts')
    .select('provider_account_id')
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow();
  const { available, pending } = await world.stripe.balance.retrieve({}, { stripeAccount });
  return [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0);
}
