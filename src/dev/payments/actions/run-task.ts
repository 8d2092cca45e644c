import type { Operation } from '../core.ts';
import { buildDispute } from '../objects/dispute.ts';
import type { Task } from '../store.ts';
import { cancelIntentOf } from './cancel-payment-intent.ts';
import { closeSession } from './expire-session.ts';
import { recordBalance } from './record-balance.ts';
import { idOf } from '../ids.ts';

/** What a dispute costs, in minor units, win or lose. */
const disputeFee = 1500;

function expireDueSession(op: Operation, id: string): void {
  const session = op.store.sessions.get(id);
  if (session?.status === 'open') closeSession(op, session);
}

function lapseAuthorisation(op: Operation, id: string): void {
  const intent = op.store.intents.get(id);
  if (intent?.status === 'requires_capture') cancelIntentOf(op, intent, 'expired');
}

function settleRefund(op: Operation, id: string): void {
  const refund = op.store.refunds.get(id);
  if (refund?.status !== 'pending') return;
  refund.status = 'succeeded';
  delete refund.pending_reason;
  op.publish('refund.updated', refund, { status: 'pending' });
  op.publish('charge.refund.updated', refund, { status: 'pending' });
}

/** The bank sends the money back: it returns to the balance, and the charge counts as not refunded. */
function failRefund(op: Operation, id: string): void {
  const refund = op.store.refunds.get(id);
  const charge = refund && op.store.charges.get(idOf(refund.charge));
  if (!charge || refund.status !== 'succeeded') return;
  const transaction = recordBalance(op, {
    type: 'refund_failure',
    reportingCategory: 'refund_failure',
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    description: 'REFUND FAILURE',
  });
  Object.assign(refund, {
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: transaction.id,
  });
  charge.amount_refunded -= refund.amount;
  charge.refunded = false;
  op.publish('refund.failed', refund, { status: 'succeeded' });
  op.publish('charge.refund.updated', refund, { status: 'succeeded' });
}

function disputeCharge(op: Operation, id: string): void {
  const charge = op.store.charges.get(id);
  if (!charge || charge.disputed || charge.refunded) return;
  charge.disputed = true;
  const dispute = buildDispute(charge, op.now);
  op.store.disputes.set(dispute.id, dispute);
  op.publish('charge.dispute.created', dispute);
  const transaction = recordBalance(op, {
    type: 'adjustment',
    reportingCategory: 'dispute',
    amount: -dispute.amount,
    fee: disputeFee,
    feeDescription: 'Dispute fee',
    currency: dispute.currency,
    source: dispute.id,
    description: `Chargeback withdrawal for ${charge.id}`,
  });
  dispute.balance_transactions = [structuredClone(transaction)];
  op.publish('charge.dispute.funds_withdrawn', dispute);
}

function releaseBalance(op: Operation, id: string): void {
  const transaction = op.store.balanceTransactions.get(id);
  if (transaction) transaction.status = 'available';
}

const handlers: Record<Task['kind'], (op: Operation, id: string) => void> = {
  expire_session: expireDueSession,
  lapse_authorisation: lapseAuthorisation,
  settle_refund: settleRefund,
  fail_refund: failRefund,
  dispute_charge: disputeCharge,
  release_balance: releaseBalance,
};

/** Does what has become due. Things may have changed since it was planned: each checks first. */
export function runTask(op: Operation, task: Task): void {
  handlers[task.kind](op, task.id);
}
