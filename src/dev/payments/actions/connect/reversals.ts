import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import { readAmount } from '../../api/fields.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { idOf } from '../../ids.ts';
import { buildDestinationRefund, buildReversal } from '../../objects/transfer.ts';
import { balanceOf, recordBalance } from '../balance/record-balance.ts';
import { insufficient } from './transfers.ts';

export interface ReverseInput {
  amount: number | undefined;
  metadata: Record<string, string>;
}

export function readReverse(params: Params): ReverseInput {
  params.text('description');
  return { amount: readAmount(params), metadata: params.metadata() };
}

/**
 * Takes back what was sent on, all or a part. Fails when the account no longer has it: what is pending counts,
 * as the money of the transfer itself may be.
 */
export function reverseTransfer(
  op: Operation,
  transfer: Stripe.Transfer,
  input: ReverseInput,
): Stripe.TransferReversal {
  const left = transfer.amount - transfer.amount_reversed;
  const amount = input.amount ?? left;
  if (left === 0 || amount > left) {
    throw invalidRequest(
      left === 0
        ? `Transfer ${transfer.id} has already been reversed in full.`
        : `The reversal is of more than the ${left} that is left of the transfer.`,
      { code: left === 0 ? 'transfer_already_reversed' : 'amount_too_large', param: 'amount' },
    );
  }
  const own = op.inAccount(idOf(transfer.destination));
  const payment = own?.store.charges.get(idOf(transfer.destination_payment ?? null));
  if (!own || !payment) throw insufficient('The account that got the transfer is gone.');
  const balance = balanceOf(own, transfer.currency);
  if (balance.available + balance.pending < amount) {
    throw insufficient(
      'The connected account does not have sufficient funds in its balance to cover this reversal.',
    );
  }
  const reversal = buildReversal({ transfer, amount, metadata: input.metadata, created: op.now });
  const refund = buildDestinationRefund(payment, reversal);
  // Money that is still pending goes back as pending money.
  const source = own.store.balanceTransactions.get(idOf(payment.balance_transaction));
  const availableOn = Math.max(op.now, source?.available_on ?? op.now);
  const common = { currency: transfer.currency, fee: 0, description: null, availableOn };
  refund.balance_transaction = recordBalance(own, {
    ...common,
    type: 'payment_refund',
    amount: -amount,
    source: refund.id,
  }).id;
  reversal.balance_transaction = recordBalance(op, {
    ...common,
    type: 'transfer_refund',
    amount,
    source: reversal.id,
  }).id;
  reversal.destination_payment_refund = refund.id;
  own.store.refunds.set(refund.id, refund);
  payment.amount_refunded += amount;
  payment.refunded = payment.amount_refunded === payment.amount;
  transfer.amount_reversed += amount;
  transfer.reversed = transfer.amount_reversed === transfer.amount;
  transfer.reversals.data.unshift(reversal);
  op.publish('transfer.reversed', transfer);
  own.publish('charge.refunded', payment);
  return reversal;
}
