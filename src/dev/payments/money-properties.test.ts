import fc from 'fast-check';
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { idOf } from './ids.ts';
import { startMoneyWorld, type MoneyWorld, type Step } from './money-world.ts';

const cards = [
  'pm_card_visa',
  'pm_card_bypassPending',
  'pm_card_pendingRefund',
  'pm_card_refundFail',
  'pm_card_createDispute',
  'pm_card_chargeCustomerFail',
];
const index = fc.nat(20);
const share = fc.double({ min: 0.01, max: 1.05, noNaN: true });

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('account' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('advance' as const),
      hours: fc.integer({ min: 1, max: 24 * 20 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      amount: fc.integer({ min: 1, max: 5_000_000 }),
      card: fc.constantFrom(...cards),
      hold: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('capture' as const), which: index, share }),
  },
  fc.record({ kind: fc.constant('cancel' as const), which: index }),
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('refund' as const), which: index, share }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('transfer' as const),
      which: index,
      account: index,
      share,
      fromCharge: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('reverse' as const), which: index, share }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('payout' as const), which: index, share }),
  },
  fc.record({
    kind: fc.constant('dispute' as const),
    which: index,
    reason: fc.constantFrom('fraudulent' as const, 'product_not_received' as const),
  }),
  fc.record({ kind: fc.constant('judge' as const), which: index, won: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('subscribe' as const),
      plan: index,
      card: fc.constantFrom('pm_card_visa', 'pm_card_chargeCustomerFail'),
      trial: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('changePlan' as const),
      which: index,
      plan: index,
      now: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('endPlan' as const), which: index }),
);

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((total, item) => total + of(item), 0);
const all = <T extends { id: string }>(list: {
  autoPagingToArray(options: { limit: number }): Promise<T[]>;
}) => list.autoPagingToArray({ limit: 10_000 });

interface Books {
  transactions: Stripe.BalanceTransaction[];
  charges: Stripe.Charge[];
  refunds: Stripe.Refund[];
  payouts: Stripe.Payout[];
  disputes: Stripe.Dispute[];
  transfers: Stripe.Transfer[];
  balance: Stripe.Balance;
}

async function booksOf({ stripe }: MoneyWorld, stripeAccount?: string): Promise<Books> {
  const on = stripeAccount === undefined ? {} : { stripeAccount };
  const page = { limit: 100 };
  return {
    transactions: await all(stripe.balanceTransactions.list(page, on)),
    charges: await all(stripe.charges.list(page, on)),
    refunds: await all(stripe.refunds.list(page, on)),
    payouts: await all(stripe.payouts.list(page, on)),
    disputes: await all(stripe.disputes.list(page, on)),
    transfers: await all(stripe.transfers.list(page, on)),
    balance: await stripe.balance.retrieve({}, on),
  };
}

/** What every object has moved, by its own account. */
function movedBy(books: Books): Map<string, number> {
  const failed = (status: string | null) => status === 'failed' || status === 'canceled';
  return new Map([
    ...books.charges.map(({ id, amount_captured: taken }) => [id, taken] as const),
    ...books.refunds.map(({ id, amount, status }) => [id, failed(status) ? 0 : -amount] as const),
    ...books.payouts.map(({ id, amount, status }) => [id, failed(status) ? 0 : -amount] as const),
    ...books.transfers.map(({ id, amount }) => [id, -amount] as const),
    ...books.transfers.flatMap(({ reversals }) =>
      reversals.data.map(({ id, amount }) => [id, amount] as const),
    ),
    ...books.disputes.map(
      ({ id, amount, status }) => [id, status === 'won' ? 0 : -amount] as const,
    ),
  ]);
}

/** Every account's own sums. Returns what is in it. */
function checkAccount(books: Books): number {
  const { transactions, charges, refunds, balance } = books;
  for (const { amount, fee, fee_details: details, net } of transactions) {
    expect(net).toBe(amount - fee);
    expect(sum(details, (each) => each.amount)).toBe(fee);
  }
  const moved = movedBy(books);
  const booked = new Map<string, number>([...moved.keys()].map((id) => [id, 0]));
  for (const { source, amount } of transactions) {
    booked.set(idOf(source), (booked.get(idOf(source)) ?? 0) + amount);
  }
  expect(Object.fromEntries(booked)).toEqual(Object.fromEntries(moved));
  for (const charge of charges) {
    const given = refunds.filter(
      (refund) => refund.charge === charge.id && refund.status !== 'failed',
    );
    expect(sum(given, ({ amount }) => amount)).toBe(charge.amount_refunded);
    expect(charge.amount_refunded).toBeLessThanOrEqual(charge.amount_captured);
  }
  const net = (status: string) =>
    sum(
      transactions.filter((each) => each.status === status),
      (each) => each.net,
    );
  expect(sum(balance.available, ({ amount }) => amount)).toBe(net('available'));
  expect(sum(balance.pending, ({ amount }) => amount)).toBe(net('pending'));
  return sum(transactions, (each) => each.net);
}

async function checkInvoices({ stripe }: MoneyWorld): Promise<void> {
  for (const invoice of await all(
    stripe.invoices.list({ limit: 100, expand: ['data.payments'] }),
  )) {
    expect(sum(invoice.lines.data, ({ amount }) => amount)).toBe(invoice.total);
    const paid = invoice.payments!.data.filter(({ status }) => status === 'paid');
    expect(sum(paid, ({ amount_paid: amount }) => amount ?? 0)).toBe(invoice.amount_paid);
    if (invoice.status === 'open' || invoice.status === 'paid') {
      expect(invoice.amount_paid + invoice.amount_remaining).toBe(invoice.amount_due);
      expect(invoice.amount_due).toBe(
        invoice.total + invoice.starting_balance - invoice.ending_balance!,
      );
    }
  }
  for (const customer of await all(stripe.customers.list({ limit: 100 }))) {
    const changes = await all(
      stripe.customers.listBalanceTransactions(customer.id, { limit: 100 }),
    );
    expect(sum(changes, ({ amount }) => amount)).toBe(customer.balance);
  }
}

it.each(['gbp', 'usd', 'jpy', 'isk', 'kwd'])(
  'in %s every object’s balance transactions sum to what it moved, whatever is done (PY-10)',
  async (currency) => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
        const world = await startMoneyWorld(currency);
        try {
          for (const step of steps) await world.run(step);
          const platform = await booksOf(world);
          let held = checkAccount(platform);
          let left = 0;
          for (const account of world.accounts) {
            const books = await booksOf(world, account);
            held += checkAccount(books);
            left += sum(books.payouts, ({ amount, status }) => (status === 'failed' ? 0 : amount));
          }
          // Between the accounts nothing appears or disappears.
          const moved = movedBy(platform);
          const own = sum([...moved], ([id, amount]) => (/^trr?_/.test(id) ? 0 : amount));
          expect(held).toBe(own - sum(platform.transactions, ({ fee }) => fee) - left);
          await checkInvoices(world);
          expect(world.faults).toEqual([]);
        } finally {
          await world.close();
        }
      }),
      { numRuns: 15 },
    );
  },
  120_000,
);
