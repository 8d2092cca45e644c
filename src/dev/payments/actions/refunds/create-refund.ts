import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Params } from '../../api/params.ts';
import type { Operation } from '../../core.ts';
import { formatAmount } from '../../money.ts';
import { buildRefund } from '../../objects/refund.ts';
import { getCharge, getIntent, latestCharge } from '../find.ts';
import { recordBalance } from '../balance/record-balance.ts';

const secondsUntilSettled = 5;
const reasons = ['duplicate', 'fraudulent', 'requested_by_customer'] as const;

export interface CreateRefundInput {
  charge: string | undefined;
  paymentIntent: string | undefined;
  amount: number | undefined;
  reason: (typeof reasons)[number] | null;
  metadata: Record<string, string>;
}

export function readCreateRefund(params: Params): CreateRefundInput {
  const input = {
    charge: params.text('charge'),
    paymentIntent: params.text('payment_intent'),
    amount: params.integer('amount'),
    reason: params.oneOf('reason', reasons) ?? null,
    metadata: params.metadata(),
  };
  if ((input.charge === undefined) === (input.paymentIntent === undefined)) {
    throw invalidRequest('Give the payment_intent or the charge to refund: one of them.', {
      code: input.charge === undefined ? 'parameter_missing' : 'parameter_unknown',
      param: 'payment_intent',
    });
  }
  if (input.amount !== undefined && input.amount < 1) {
    throw invalidRequest('A refund must be of at least 1 minor unit.', {
      code: 'parameter_invalid_integer',
      param: 'amount',
    });
  }
  return input;
}

function chargeToRefund(op: Operation, input: CreateRefundInput): Stripe.Charge {
  if (input.charge !== undefined) return getCharge(op.store, input.charge);
  const intent = getIntent(op.store, input.paymentIntent!, 'payment_intent');
  const charge = latestCharge(op.store, intent);
  if (charge?.paid) return charge;
  throw invalidRequest(`This PaymentIntent (${intent.id}) has no successful charge to refund.`, {
    param: 'payment_intent',
  });
}

/** A charge can be given back while nobody else is taking it back, and after a dispute was won. */
function isDisputed({ store }: Operation, charge: Stripe.Charge): boolean {
  if (!charge.disputed) return false;
  return [...store.disputes.values()].some(
    (dispute) => dispute.charge === charge.id && !dispute.is_charge_refundable,
  );
}

function refundableAmount(
  op: Operation,
  charge: Stripe.Charge,
  wanted: number | undefined,
): number {
  if (!charge.captured) {
    throw invalidRequest(
      `The charge ${charge.id} is not captured: cancel its PaymentIntent instead of refunding it.`,
      { code: 'charge_not_refundable' },
    );
  }
  if (isDisputed(op, charge)) {
    throw invalidRequest(`The charge ${charge.id} is disputed and cannot be refunded.`, {
      code: 'charge_disputed',
    });
  }
  const left = charge.amount_captured - charge.amount_refunded;
  if (left === 0) {
    throw invalidRequest(`The charge ${charge.id} has already been refunded.`, {
      code: 'charge_already_refunded',
    });
  }
  const amount = wanted ?? left;
  if (amount > left) {
    throw invalidRequest(
      `The refund of ${formatAmount(amount, charge.currency)} is more than the ${formatAmount(left, charge.currency)} that is left of the charge.`,
      { code: 'amount_too_large', param: 'amount' },
    );
  }
  return amount;
}

export function createRefund(op: Operation, input: CreateRefundInput): Stripe.Refund {
  const charge = chargeToRefund(op, input);
  const amount = refundableAmount(op, charge, input.amount);
  const trait = op.store.traits.get(charge.id);
  const refund = buildRefund({
    charge,
    amount,
    reason: input.reason,
    metadata: input.metadata,
    status: trait === 'refund_settles_later' ? 'pending' : 'succeeded',
    created: op.now,
  });
  // The provider keeps its fee: the balance loses the whole refund.
  const transaction = recordBalance(op, {
    type: 'refund',
    amount: -amount,
    fee: 0,
    currency: charge.currency,
    source: refund.id,
    description: `REFUND FOR CHARGE${charge.description ? ` (${charge.description})` : ''}`,
  });
  refund.balance_transaction = transaction.id;
  op.store.refunds.set(refund.id, refund);
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount_captured;
  if (trait === 'refund_settles_later')
    op.schedule('settle_refund', refund.id, secondsUntilSettled);
  if (trait === 'refund_fails_later') op.schedule('fail_refund', refund.id, secondsUntilSettled);
  op.publish('refund.created', refund);
  op.publish('charge.refunded', charge);
  return refund;
}
