import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import {
  buildBalanceTransaction,
  secondsUntilAvailable,
} from '../../objects/balance-transaction.ts';
import type { Balance } from '../../store.ts';
import { planPayouts } from '../payouts/plan-payouts.ts';

type Input = Omit<Parameters<typeof buildBalanceTransaction>[0], 'availableOn' | 'created'> & {
  /** Unix seconds; two days from now when nothing is given. */
  availableOn?: number;
};

export function balanceOf(op: Operation, currency: string): Balance {
  const balance = op.store.balances.get(currency) ?? { available: 0, pending: 0 };
  op.store.balances.set(currency, balance);
  return balance;
}

/** Books a change of the account's balance. */
export function recordBalance(op: Operation, input: Input): Stripe.BalanceTransaction {
  const availableOn = input.availableOn ?? op.now + secondsUntilAvailable;
  const transaction = buildBalanceTransaction({ ...input, availableOn, created: op.now });
  op.store.balanceTransactions.set(transaction.id, transaction);
  const balance = balanceOf(op, transaction.currency);
  if (transaction.status === 'available') balance.available += transaction.net;
  else balance.pending += transaction.net;
  if (transaction.status === 'pending') {
    op.schedule('release_balance', transaction.id, availableOn - op.now);
  } else if (transaction.net > 0) planPayouts(op);
  return transaction;
}

/** What was pending can be paid out from now on. */
export function releaseBalance(op: Operation, id: string): void {
  const transaction = op.store.balanceTransactions.get(id);
  if (transaction?.status !== 'pending') return;
  transaction.status = 'available';
  const balance = balanceOf(op, transaction.currency);
  balance.pending -= transaction.net;
  balance.available += transaction.net;
  planPayouts(op);
}

/** The account's balance, by currency. */
export function retrieveBalance(op: Operation): Stripe.Balance {
  const known = [...op.store.balances];
  const currencies = known.length > 0 ? known : [['gbp', { available: 0, pending: 0 }] as const];
  const part = (which: keyof Balance) =>
    currencies.map(([currency, balance]) => ({
      amount: balance[which],
      currency,
      source_types: { card: balance[which] },
    }));
  return {
    object: 'balance',
    available: part('available'),
    connect_reserved: currencies.map(([currency]) => ({ amount: 0, currency })),
    livemode: false,
    pending: part('pending'),
  } satisfies Stripe.Balance;
}
