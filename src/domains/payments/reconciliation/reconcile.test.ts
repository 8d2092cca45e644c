import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PaymentsWorld, startPaymentsWorld } from '../../../../test/support/payments.ts';
import { inTransaction, newId, sql } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { book } from '../ledger/book.ts';
import { move } from '../ledger/postings.ts';
import { checkCharge, settleCancelledCharge } from '../index.ts';
import { tables } from '../tables.ts';
import { closeCase } from './close-case.ts';
import { reconcile } from './reconcile.ts';
import { listReconciliationRows } from './reconciliations.queries.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => void (await world.takeEvents()));
afterAll(() => world.close());

const operatorId = '01890000-0000-7000-8000-00000000000a';
const operator = () => ({
  ...world.ctx,
  actor: { kind: 'person', id: operatorId } as never,
});

/** Compares a day later, and answers the report. */
async function compare() {
  world.clock.advance({ hours: 3 });
  await reconcile(world.ctx, { platform: 'main' });
  const [report] = await listReconciliationRows(world.ctx, { beforeId: undefined, limit: 1 });
  return report!;
}

const openCases = () =>
  tables(world.ctx)
    .selectFrom('payments.reconciliation_cases')
    .select(['id', 'kind', 'currency', 'provider_minor', 'ledger_minor'])
    .where('state', '=', 'open')
    .orderBy('id')
    .execute();

const booked = async () => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from payments.balance_bookings`.execute(world.ctx.db);
  return rows[0]!.count;
};

/** A posting that no look at the provider has led to. */
const bookFee = (sourceKey: string, minor: number, currency = 'GBP') =>
  inTransaction(world.ctx, (ctx) =>
    book(
      ctx,
      {
        kind: 'balance_transaction',
        id: newId(ctx.clock),
        chargeId: null,
        market: 'all',
        platform: 'main',
      },
      {
        kind: 'account_fee',
        sourceKey,
        lines: move(money(minor, currency), 'provider_fees', 'provider'),
      },
    ),
  );

describe('the nightly comparison with the provider', () => {
  it('ties every movement to what booked it, once, and finds nothing to say (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await checkCharge(world.ctx, charge.id);
    await settleCancelledCharge(world.ctx, { chargeId: charge.id, keepMinor: 900, reason: 'test' });
    await world.runJobs();
    const first = await compare();
    expect(first).toMatchObject({ status: 'done', movements: 2, opened: 0, closed: 0 });
    expect(first.totals).toEqual([{ currency: 'GBP', providerMinor: 823, ledgerMinor: 823 }]);
    // Capture and fee are one movement, the refund another.
    expect(await booked()).toBe(3);
    expect(await compare()).toMatchObject({ opened: 0 });
    expect(await booked()).toBe(3);
  });

  it('books what no event told of, by looking at what it belongs to (PY-05 PY-08)', async () => {
    const lost = await world.paidCharge({ capture: 'automatic' });
    const disputed = await world.paidCharge({ capture: 'automatic', card: '4000000000000259' });
    world.clock.advance({ seconds: 6 });
    await world.takeEvents();
    expect(await compare()).toMatchObject({ movements: 5, opened: 0 });
    const told = await checkCharge(world.ctx, lost.id);
    expect(told.status).toBe('captured');
    const rows = await tables(world.ctx)
      .selectFrom('payments.disputes')
      .select('status')
      .where('charge_id', '=', disputed.id)
      .execute();
    expect(rows).toEqual([{ status: 'needs_response' }]);
    expect(await openCases()).toEqual([]);
  });

  it('books what goes to our own bank, and to nobody else (PY-08)', async () => {
    world.clock.advance({ hours: 72 });
    await world.stripe.payouts.create({ amount: 700, currency: 'gbp' });
    expect(await compare()).toMatchObject({ opened: 0 });
    const { rows } = await sql<{ minor: number }>`
      select sum(amount_minor)::bigint as minor from payments.ledger_entries where account = 'bank'`.execute(
      world.ctx.db,
    );
    expect(rows).toEqual([{ minor: 700 }]);
  });

  it('opens one case for a movement that is nobody’s, however often it is met (PY-08)', async () => {
    const session = await world.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'http://localhost/done',
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'gbp', unit_amount: 1000, product_data: { name: 'x' } },
        },
      ],
    });
    await world.pay(session.url!);
    expect(await compare()).toMatchObject({ opened: 1 });
    expect(await compare()).toMatchObject({ opened: 0 });
    const cases = await openCases();
    expect(cases).toMatchObject([
      { kind: 'not_booked', currency: 'GBP', provider_minor: 965, ledger_minor: 0 },
    ]);
    await closeCase(operator(), { id: cases[0]!.id, note: ' A test of the sales desk. ' });
    expect(await compare()).toMatchObject({ opened: 0 });
    const row = await tables(world.ctx)
      .selectFrom('payments.reconciliation_cases')
      .select(['state', 'note', 'closed_by'])
      .where('id', '=', cases[0]!.id)
      .executeTakeFirstOrThrow();
    expect(row).toEqual({
      state: 'closed',
      note: 'A test of the sales desk.',
      closed_by: operatorId,
    });
    await expect(closeCase(operator(), { id: cases[0]!.id, note: 'again' })).rejects.toMatchObject({
      code: 'case_closed',
    });
  });

  it('opens a case for what only our books say, and for an amount that differs (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await checkCharge(world.ctx, charge.id);
    const movement = (await world.stripe.balanceTransactions.list({ limit: 1 })).data[0]!;
    await bookFee('balance_transaction:txn_invented:account_fee', 40);
    await bookFee(`balance_transaction:${movement.id}:account_fee`, 2);
    expect(await compare()).toMatchObject({ opened: 2 });
    expect((await openCases()).toSorted((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
      { kind: 'amount_differs', provider_minor: 3723, ledger_minor: 3721 },
      { kind: 'not_at_provider', provider_minor: 0, ledger_minor: -40 },
    ]);
    const { rows } = await sql<{ difference: number }>`
      select (totals->0->>'providerMinor')::int - (totals->0->>'ledgerMinor')::int as difference
      from payments.reconciliations order by id desc limit 1`.execute(world.ctx.db);
    // The sale that is not ours, the fee that was never taken, and the pence too many.
    expect(rows).toEqual([{ difference: 965 + 40 + 2 }]);
  });

  it('closes a case by itself once the books agree (PY-08)', async () => {
    const [wrong] = (await openCases()).filter(({ kind }) => kind === 'amount_differs');
    const movement = await tables(world.ctx)
      .selectFrom('payments.reconciliation_cases')
      .select('balance_transaction_id')
      .where('id', '=', wrong!.id)
      .executeTakeFirstOrThrow();
    await bookFee(`balance_transaction:${movement.balance_transaction_id}:bank_transfer`, -2);
    // Far later than the span of its movement.
    world.clock.advance({ hours: 24 * 7 });
    expect(await compare()).toMatchObject({ closed: 1 });
    expect(await openCases()).toMatchObject([{ kind: 'not_at_provider' }]);
  });

  it('runs once at a time, and a run that died does not stand in the way for ever (PY-08)', async () => {
    await sql`insert into payments.reconciliations (id, platform, status, from_at, until_at, started_at)
      values (${newId(world.clock)}, 'main', 'running', now() - interval '1 day', now(), ${world.clock.now().toString()})`.execute(
      world.ctx.db,
    );
    await expect(reconcile(world.ctx, { platform: 'main' })).rejects.toMatchObject({
      code: 'reconciliation_running',
    });
    expect(await compare()).toMatchObject({ status: 'done' });
  });

  it('says why it failed, and goes on from where it was good (PY-08)', async () => {
    world.provider.faults.call({ kind: 'rate_limit' }, { path: '/v1/balance_transactions' });
    world.clock.advance({ hours: 1 });
    await expect(reconcile(world.ctx, { platform: 'main' })).rejects.toThrow();
    const [failed] = await listReconciliationRows(world.ctx, { beforeId: undefined, limit: 1 });
    expect(failed).toMatchObject({ status: 'failed', error: expect.any(String) });
    expect(await compare()).toMatchObject({ status: 'done', opened: 0 });
  });
});

describe('what differs in a movement', () => {
  /** One sale, told by the provider otherwise than it happened; the cases that it opens. */
  async function casesWhen(tell: (movement: Stripe.BalanceTransaction) => void) {
    const known = await openCases();
    const charge = await world.paidCharge({ capture: 'automatic' });
    await checkCharge(world.ctx, charge.id);
    const page = await world.stripe.balanceTransactions.list({ limit: 1, expand: ['data.source'] });
    tell(page.data[0]!);
    const body = JSON.stringify({ ...page, has_more: false, lastResponse: undefined });
    const call = { method: 'GET', path: '/v1/balance_transactions' } as const;
    world.provider.faults.call({ kind: 'garbage', body }, call);
    await compare();
    const ids = known.map(({ id }) => id);
    return (await openCases())
      .filter(({ id }) => !ids.includes(id))
      .map(({ id: _id, ...one }) => one);
  }
  const sale = { currency: 'GBP', provider_minor: 3723, ledger_minor: 3723 };

  it('opens no case where it is told as it was booked (PY-08)', async () => {
    expect(await casesWhen(() => {})).toEqual([]);
  });

  it.each<[string, (movement: Stripe.BalanceTransaction) => void, object]>([
    [
      'a fee',
      (movement) => Object.assign(movement, { fee: 80, net: 3720 }),
      { ...sale, provider_minor: 3720 },
    ],
    [
      'an amount',
      (movement) => Object.assign(movement, { amount: 38_000, net: 37_923 }),
      { ...sale, provider_minor: 37_923 },
    ],
    [
      'a currency',
      (movement) => Object.assign(movement, { currency: 'usd' }),
      { ...sale, currency: 'USD', ledger_minor: 0 },
    ],
  ])('opens a case for %s (PY-08)', async (_what, tell, differs) => {
    expect(await casesWhen(tell)).toEqual([{ kind: 'amount_differs', ...differs }]);
  });

  it('opens a case for what we booked of it in another currency as well (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await checkCharge(world.ctx, charge.id);
    const movement = (await world.stripe.balanceTransactions.list({ limit: 1 })).data[0]!;
    await bookFee(`balance_transaction:${movement.id}:account_fee`, 2, 'USD');
    await compare();
    expect((await openCases()).at(-1)).toMatchObject({
      kind: 'amount_differs',
      currency: 'USD',
      provider_minor: 0,
      ledger_minor: -2,
    });
  });
});
