import type Stripe from 'stripe';
import { invalidRequest, missingResource } from '../../api/errors.ts';
import { readAmount, requiredCurrency } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildDestinationPayment, buildTransfer } from '../../objects/transfer.ts';
import { balanceOf, recordBalance } from '../balance/record-balance.ts';
import { getCharge } from '../find.ts';

export interface CreateTransferInput {
  amount: number | undefined;
  currency: string;
  destination: string;
  description: string | null;
  metadata: Record<string, string>;
  sourceTransaction: string | null;
  transferGroup: string | null;
}

export function readCreateTransfer(params: Params): CreateTransferInput {
  params.oneOf('source_type', ['card']);
  return {
    amount: readAmount(params),
    currency: requiredCurrency(params),
    destination: params.requiredText('destination'),
    description: params.text('description', 1000) ?? null,
    metadata: params.metadata(),
    sourceTransaction: params.text('source_transaction') ?? null,
    transferGroup: params.text('transfer_group') ?? null,
  };
}

export function insufficient(message: string): Error {
  return invalidRequest(message, { code: 'balance_insufficient' });
}

function checkDestination(op: Operation, id: string): Operation {
  const account = op.store.accounts.get(id);
  const own = op.inAccount(id);
  if (!account || !own) throw missingResource('destination', id, 'destination');
  if (account.capabilities?.transfers !== 'active') {
    throw invalidRequest(
      'Your destination account needs to have at least one of the following capabilities enabled: transfers, crypto_transfers, legacy_payments',
      { code: 'insufficient_capabilities_for_transfer' },
    );
  }
  return own;
}

/** What of a charge was not yet sent on; the charge must stand, and be in the transfer's currency. */
function leftOfCharge(op: Operation, charge: Stripe.Charge): number {
  const sent = [...op.store.transfers.values()]
    .filter(({ source_transaction: source }) => source === charge.id)
    .reduce((sum, transfer) => sum + transfer.amount - transfer.amount_reversed, 0);
  return charge.amount_captured - sent;
}

/** When the money can be had, and how much of it there is. */
function sourceOf(op: Operation, input: CreateTransferInput): { availableOn: number; max: number } {
  if (input.sourceTransaction === null) {
    return { availableOn: op.now, max: balanceOf(op, input.currency).available };
  }
  const charge = getCharge(op.store, input.sourceTransaction, 'source_transaction');
  if (!charge.captured || charge.currency !== input.currency) {
    throw invalidRequest(
      charge.captured
        ? `The currency of source_transaction's balance transaction (${charge.currency}) must be the same as the transfer currency (${input.currency}).`
        : `The charge ${charge.id} must be captured before it can be used as a source_transaction.`,
      { param: 'source_transaction' },
    );
  }
  const transaction = op.store.balanceTransactions.get(idOf(charge.balance_transaction));
  return { availableOn: transaction?.available_on ?? op.now, max: leftOfCharge(op, charge) };
}

export function createTransfer(op: Operation, input: CreateTransferInput): Stripe.Transfer {
  const own = checkDestination(op, input.destination);
  const { availableOn, max } = sourceOf(op, input);
  const amount = input.amount ?? (input.sourceTransaction === null ? 0 : max);
  if (amount < 1 && input.amount === undefined && input.sourceTransaction === null) {
    throw invalidRequest('Missing required param: amount.', {
      code: 'parameter_missing',
      param: 'amount',
    });
  }
  if (amount > max || amount < 1) {
    throw insufficient(
      input.sourceTransaction === null
        ? 'You have insufficient available funds in your account. Charge 4000000000000077 to bypass the pending balance.'
        : 'Insufficient funds: the transfers would add up to more than the source_transaction.',
    );
  }
  const charge = op.store.charges.get(input.sourceTransaction ?? '');
  const transfer = buildTransfer({
    ...input,
    amount,
    transferGroup:
      input.transferGroup ??
      charge?.transfer_group ??
      (charge ? `group_${idOf(charge.payment_intent)}` : null),
    created: op.now,
  });
  const payment = buildDestinationPayment(transfer, op.now);
  const common = { currency: input.currency, fee: 0, description: input.description, availableOn };
  transfer.destination_payment = payment.id;
  transfer.balance_transaction = recordBalance(op, {
    ...common,
    type: 'transfer',
    amount: -amount,
    source: transfer.id,
  }).id;
  payment.balance_transaction = recordBalance(own, {
    ...common,
    type: 'payment',
    amount,
    source: payment.id,
  }).id;
  op.store.transfers.set(transfer.id, transfer);
  own.store.charges.set(payment.id, payment);
  op.publish('transfer.created', transfer);
  own.publish('charge.succeeded', payment);
  return transfer;
}
