import type Stripe from 'stripe';
import { invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { formatAmount, processingFee } from '../../money.ts';
import { unexpectedState } from './cancel-payment-intent.ts';
import { getIntent, latestCharge, sessionOfIntent } from '../find.ts';
import { recordBalance } from '../balance/record-balance.ts';

const secondsUntilDispute = 5;

/** Takes the money of an authorised charge, all of it or a part; the rest is released, without a refund. */
export function captureCharge(
  op: Operation,
  intent: Stripe.PaymentIntent,
  charge: Stripe.Charge,
  amount: number,
): void {
  const trait = op.store.traits.get(charge.id);
  const transaction = recordBalance(op, {
    type: 'charge',
    amount,
    fee: processingFee(amount),
    currency: charge.currency,
    source: charge.id,
    description: charge.description,
    ...(trait === 'available_at_once' && { availableOn: op.now }),
  });
  Object.assign(charge, {
    captured: true,
    amount_captured: amount,
    balance_transaction: transaction.id,
  });
  Object.assign(intent, {
    status: 'succeeded',
    amount_capturable: 0,
    amount_received: amount,
  });
  const session = sessionOfIntent(op.store, intent.id);
  if (session) session.payment_status = 'paid';
  if (trait === 'disputed' || trait === 'disputed_not_received' || trait === 'inquired') {
    op.schedule('dispute_charge', charge.id, secondsUntilDispute);
  }
}

export function capturePaymentIntent(
  op: Operation,
  id: string,
  amountToCapture: number | undefined,
): Stripe.PaymentIntent {
  const intent = getIntent(op.store, id);
  const charge = latestCharge(op.store, intent);
  if (intent.status !== 'requires_capture' || !charge) {
    throw unexpectedState(
      intent,
      `This PaymentIntent could not be captured because it has a status of ${intent.status}; only one that is requires_capture can be.`,
    );
  }
  const amount = amountToCapture ?? intent.amount_capturable;
  if (amount < 1 || amount > intent.amount_capturable) {
    throw invalidRequest(
      `amount_to_capture must be between 1 and the capturable ${formatAmount(intent.amount_capturable, intent.currency)}.`,
      {
        code: amount < 1 ? 'parameter_invalid_integer' : 'amount_too_large',
        param: 'amount_to_capture',
      },
    );
  }
  captureCharge(op, intent, charge, amount);
  op.publish('charge.captured', charge);
  op.publish('payment_intent.succeeded', intent);
  return intent;
}
