import type Stripe from 'stripe';
import type { Operation } from '../core.ts';
import { buildBalanceTransaction, secondsUntilAvailable } from '../objects/balance-transaction.ts';

type Input = Omit<Parameters<typeof buildBalanceTransaction>[0], 'created'>;

/** Books a change of the account's balance; it becomes available two days later. */
export function recordBalance(op: Operation, input: Input): Stripe.BalanceTransaction {
  const transaction = buildBalanceTransaction({ ...input, created: op.now });
  op.store.balanceTransactions.set(transaction.id, transaction);
  op.schedule('release_balance', transaction.id, secondsUntilAvailable);
  return transaction;
}
