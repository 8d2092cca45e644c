import type { Store } from '../../../../src/dev/payments/store.ts';
import type { Row } from '../../memory-database/schema.ts';

/** Our rows and the provider's objects, wherever they are kept: a MoneyWorld, or read from a database. */
export interface Records {
  surprises: unknown[];
  provider: {
    failures: unknown[];
    platform: {
      own: {
        store: Pick<Store, 'intents' | 'refunds' | 'transfers' | 'balanceTransactions'>;
      };
    };
  };
  store: { rows(table: string): Row[] };
  /** Their ids. */
  charges: string[];
}

export const rows = (world: Records, table: string): Row[] => world.store.rows(`payments.${table}`);
export const num = (value: unknown): number => Number(value ?? 0);
export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
export const atProvider = (world: Records) => world.provider.platform.own.store;

/** What our books hold in an account, of one charge where that is named. */
export function booked(
  world: Records,
  account: string,
  currency: string,
  chargeId?: string,
): number {
  const ofCharge = new Set(
    rows(world, 'ledger_transactions')
      .filter((posting) => !chargeId || posting['charge_id'] === chargeId)
      .map(({ id }) => id),
  );
  return sum(
    rows(world, 'ledger_entries')
      .filter((entry) => entry['account'] === account && entry['currency'] === currency)
      .filter((entry) => ofCharge.has(entry['transaction_id']))
      .map((entry) => num(entry['amount_minor'])),
  );
}

export const currenciesOf = (world: Records): string[] => [
  ...new Set(rows(world, 'ledger_entries').map((entry) => String(entry['currency']))),
];

/** Debits equal credits in every posting, market and currency; no posting is empty. */
export function balancedPostings(world: Records): string[] {
  const entries = rows(world, 'ledger_entries');
  const byPosting = Map.groupBy(entries, (entry) =>
    [entry['transaction_id'], entry['market_code'], entry['currency']].join(' '),
  );
  const filled = new Set(entries.map((entry) => entry['transaction_id']));
  return [
    ...[...byPosting]
      .filter(([, lines]) => sum(lines.map((line) => num(line['amount_minor']))) !== 0)
      .map(([posting]) => `posting ${posting} does not balance`),
    ...rows(world, 'ledger_transactions')
      .filter(({ id }) => !filled.has(id))
      .map(({ kind }) => `a ${String(kind)} without lines was booked`),
  ];
}

/** What is kept safe for a charge was never below zero, after any posting. */
export function escrowNeverNegative(world: Records): string[] {
  const lines = Map.groupBy(
    rows(world, 'ledger_entries').filter(({ account }) => account === 'escrow'),
    (line) => line['transaction_id'],
  );
  const escrow = new Map<unknown, number>();
  const broken = new Set<string>();
  for (const { id, kind, charge_id: charge } of rows(world, 'ledger_transactions')) {
    const change = sum((lines.get(id) ?? []).map((line) => num(line['amount_minor'])));
    const now = (escrow.get(charge) ?? 0) - change;
    escrow.set(charge, now);
    if (now < 0) broken.add(`escrow of a charge was ${now} after a ${String(kind)}`);
  }
  return [...broken];
}

/** Our balance, and what the provider kept, are what the provider says. */
export function sameBalance(world: Records): string[] {
  const transactions = [...atProvider(world).balanceTransactions.values()];
  return currenciesOf(world).flatMap((currency) => {
    const theirs = transactions.filter(
      (one) => one.currency.toUpperCase() === currency && one.type !== 'payout',
    );
    const net = sum(theirs.map((one) => one.net));
    const fees = sum(theirs.map((one) => one.fee));
    const balance = booked(world, 'provider', currency);
    const kept = booked(world, 'provider_fees', currency) + booked(world, 'dispute_fees', currency);
    return [
      ...(balance === net ? [] : [`balance in ${currency}: ${balance} booked, is ${net}`]),
      ...(kept === fees ? [] : [`fees in ${currency}: ${kept} booked, were ${fees}`]),
    ];
  });
}

/** No call is left open, none was sent under another's key. */
export function callsEnded(world: Records): string[] {
  const calls = rows(world, 'provider_calls');
  const open = calls.filter(({ status }) => status === 'pending' || status === 'unknown');
  const keys = Map.groupBy(calls, (call) => call['idempotency_key']);
  return [
    ...open.map(
      (call) => `call ${String(call['idempotency_key'])} is still ${String(call['status'])}`,
    ),
    ...[...keys]
      .filter(([, same]) => same.length > 1)
      .map(([key]) => `key ${String(key)} was used twice`),
  ];
}
