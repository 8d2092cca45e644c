import type { Operation, TaskHandler } from '../core.ts';
import { idOf } from '../ids.ts';
import type { Task } from '../store.ts';
import { recordBalance, releaseBalance } from './balance/record-balance.ts';
import {
  advanceSubscription,
  announceTrialEnd,
  expireSubscription,
  finaliseDueInvoice,
  retryInvoice,
} from './billing/advance-subscription.ts';
import { closeSession } from './checkout/expire-session.ts';
import { passDeadline, verifyAccount } from './connect/account-states.ts';
import { disputeCharge, judgeDispute, passDisputeDeadline } from './disputes/disputes.ts';
import { cancelIntentOf } from './payments/cancel-payment-intent.ts';
import { finishPayout, runPayouts, startPayout } from './payouts/payouts.ts';

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

const handlers: Record<Exclude<Task['kind'], 'deliver_event'>, TaskHandler> = {
  advance_subscription: advanceSubscription,
  announce_trial_end: announceTrialEnd,
  dispute_charge: disputeCharge,
  dispute_deadline: passDisputeDeadline,
  expire_session: expireDueSession,
  expire_subscription: expireSubscription,
  fail_refund: failRefund,
  finalise_invoice: finaliseDueInvoice,
  finish_payout: (op, id) => finishPayout(op, id),
  lapse_authorisation: lapseAuthorisation,
  release_balance: releaseBalance,
  requirement_deadline: passDeadline,
  retry_invoice: retryInvoice,
  run_payouts: runPayouts,
  settle_dispute: judgeDispute,
  settle_refund: settleRefund,
  start_payout: startPayout,
  verify_account: verifyAccount,
};

/** Does what has become due. Things may have changed since it was planned: each checks first. */
export function runTask(op: Operation, task: Task): void {
  if (task.kind !== 'deliver_event') handlers[task.kind](op, task.id);
}
