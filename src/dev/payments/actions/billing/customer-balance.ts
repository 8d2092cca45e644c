import type Stripe from 'stripe';
import type { Operation } from '../../core.ts';
import { newId } from '../../ids.ts';

interface Change {
  /** Minor units; negative is a credit for the customer. */
  amount: number;
  currency: string;
  type: Stripe.CustomerBalanceTransaction.Type;
  invoice: string | null;
  description: string | null;
  metadata?: Record<string, string>;
}

/** Changes what a customer owes (or, below zero, has left) for coming invoices. */
export function changeCustomerBalance(
  op: Operation,
  customer: Stripe.Customer,
  change: Change,
): Stripe.CustomerBalanceTransaction {
  customer.balance += change.amount;
  customer.currency ??= change.currency;
  const transaction = {
    id: newId('cbtxn'),
    object: 'customer_balance_transaction',
    amount: change.amount,
    checkout_session: null,
    created: op.now,
    credit_note: null,
    currency: change.currency,
    customer: customer.id,
    customer_account: null,
    description: change.description,
    ending_balance: customer.balance,
    invoice: change.invoice,
    livemode: false,
    metadata: change.metadata ?? {},
    type: change.type,
  } satisfies Stripe.CustomerBalanceTransaction;
  op.store.customerBalance.set(transaction.id, transaction);
  return transaction;
}
