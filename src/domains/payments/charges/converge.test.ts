import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  ordersOf,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { getCharge, settleCancelledCharge } from '../index.ts';
import { fetchSnapshot } from './look-at-charge.ts';
import { tables } from '../tables.ts';
import { advanceCharge } from './advance-charge.ts';
import { lockCharge } from './charges.queries.ts';
import { type ChargeFacts, observeCharge } from './observe-charge.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterAll(() => world.close());

/** What the provider showed at each stage of one charge's life, from the open page to the last refund. */
async function watchLife(): Promise<ChargeFacts[]> {
  const charge = await world.openCharge({ capture: 'automatic' });
  const url = await world.startCheckout(charge.id);
  const seen: ChargeFacts[] = [];
  const look = async () => {
    const ids = await tables(world.ctx)
      .selectFrom('payments.charges')
      .select(['provider_session_id', 'provider_intent_id'])
      .where('id', '=', charge.id)
      .executeTakeFirstOrThrow();
    seen.push(
      observeCharge(
        await fetchSnapshot(world.stripe, {
          sessionId: ids.provider_session_id,
          intentId: ids.provider_intent_id,
        }),
      ),
    );
  };
  await look();
  await world.pay(url, { card: '4000000000005126' });
  await look();
  await world.deliverAll();
  for (const keepMinor of [1900, 0]) {
    await settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor, reason: 'watched' });
    await world.deliverAll();
    await look();
  }
  world.clock.advance({ minutes: 2 });
  await world.deliverAll();
  await look();
  return seen;
}

/** The same facts as if about another charge at the provider. */
function renamed(facts: ChargeFacts, suffix: string): ChargeFacts {
  return {
    ...facts,
    session: facts.session && { ...facts.session, id: facts.session.id + suffix },
    intentId: facts.intentId && facts.intentId + suffix,
    refunds: facts.refunds.map((refund) => ({ ...refund, id: refund.id + suffix })),
    fees: facts.fees.map((fee) => ({
      ...fee,
      balanceTransactionId: fee.balanceTransactionId + suffix,
    })),
  };
}

async function booksOf(chargeId: string) {
  return tables(world.ctx)
    .selectFrom('payments.ledger_entries as entry')
    .innerJoin('payments.ledger_transactions as posted', 'posted.id', 'entry.transaction_id')
    .select([
      'entry.account',
      ({ fn }) => fn.sum('entry.amount_minor').as('minor'),
      ({ fn }) => fn.countAll().as('lines'),
    ])
    .where('posted.charge_id', '=', chargeId)
    .groupBy('entry.account')
    .orderBy('entry.account')
    .execute();
}

describe('looks at the provider', () => {
  let life: ChargeFacts[];
  beforeAll(async () => {
    life = await watchLife();
    await expectBooksToBalance(world);
  });
  it('are of five different moments', () => {
    expect(
      life.map(({ status, refunds }) =>
        [status, ...refunds.map((refund) => refund.status)].join(' '),
      ),
    ).toEqual([
      'open',
      'captured',
      'captured succeeded',
      'captured succeeded succeeded',
      'captured failed failed',
    ]);
  });

  it('taken in any of the 120 orders, each twice, end in the same state, events and books (PY-05, PY-08)', async () => {
    const charges: string[] = [];
    for (const order of ordersOf([0, 1, 2, 3, 4])) {
      const { id } = await world.openCharge({ capture: 'automatic' });
      charges.push(id);
      const looks = [...order, ...order.toReversed()];
      for (const moment of looks)
        await inTransaction(world.ctx, async (ctx) => {
          const facts = renamed(life[moment]!, `_${charges.length}`);
          await advanceCharge(ctx, await lockCharge(ctx, id), facts, 'look');
        });
    }
    expect(charges).toHaveLength(120);
    await world.runJobs();
    const ends = new Set<string>();
    for (const id of charges) {
      const { status, captured, refunded } = await getCharge(world.ctx, id);
      // A refund that had bounced when it was first seen is owed to the payer, not announced.
      const announced = world
        .told(id)
        .filter((fact) => !fact.startsWith('refunded'))
        .toSorted();
      ends.add(JSON.stringify({ status, captured, refunded, announced, books: await booksOf(id) }));
    }
    expect([...ends]).toHaveLength(1);
    expect(JSON.parse([...ends][0]!)).toMatchObject({
      status: 'refunded',
      captured: { minor: 3800 },
      refunded: { minor: 3800 },
      announced: ['authorised', 'captured 3800'],
    });
  }, 120_000);
});
