import type Stripe from 'stripe';
import type { Store } from '../../../src/dev/payments/store.ts';
import { lookBehind } from '../../../src/domains/payments/reconciliation/look-behind.ts';
import {
  type Movement,
  observeMovement,
  ownKind,
  sourceKeysOf,
} from '../../../src/domains/payments/reconciliation/movements.ts';
import type { MoneyWorld } from './world.ts';

export interface Compared {
  movement: Movement;
  /** What our books say of it, in minor units. */
  bookedMinor: number;
}

/** Every movement of our balance at the provider beside what is booked of it, by the product's own names of facts. */
export function compareMovements({ provider, store }: MoneyWorld): Compared[] {
  const { own } = provider.platform;
  const known = {
    charges: pairs(store.rows('payments.charges'), 'provider_intent_id', 'id'),
    invoices: pairs(
      store.rows('payments.subscription_invoices'),
      'provider_intent_id',
      'provider_invoice_id',
    ),
    transfers: pairs(store.rows('payments.transfers'), 'provider_transfer_id', 'id'),
  };
  const postings = pairs(store.rows('payments.ledger_transactions'), 'source_key', 'id');
  const lines = Map.groupBy(
    store.rows('payments.ledger_entries').filter(({ account }) => account === 'provider'),
    (line) => String(line['transaction_id']),
  );
  const bookedAs = (key: string): number =>
    (lines.get(postings.get(key) ?? '') ?? []).reduce(
      (sum, line) => sum + Number(line['amount_minor']),
      0,
    );
  return [...own.store.balanceTransactions.values()]
    .map((seen) => observeMovement({ ...seen, source: sourceOf(own.store, seen) }))
    .filter((movement) => !ownKind(movement))
    .map((movement) => ({
      movement,
      bookedMinor: sourceKeysOf(movement, known).reduce((sum, key) => sum + bookedAs(key), 0),
    }));
}

/** What the comparison of each night does about events that got lost. */
export async function lookBehindUnbooked(world: MoneyWorld): Promise<void> {
  for (const { movement, bookedMinor } of compareMovements(world))
    if (bookedMinor !== movement.netMinor)
      await world.product.survives(() => lookBehind(world.ctx, 'main', movement));
}

function sourceOf(
  { charges, refunds, disputes, transfers }: Store,
  { source }: Stripe.BalanceTransaction,
): Stripe.BalanceTransaction['source'] {
  const id = String(source);
  return charges.get(id) ?? refunds.get(id) ?? disputes.get(id) ?? transfers.get(id) ?? id;
}

const pairs = (rows: Record<string, unknown>[], from: string, to: string) =>
  new Map(rows.map((row) => [String(row[from]), String(row[to])]));
