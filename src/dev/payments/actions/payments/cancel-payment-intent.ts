import type Stripe from 'stripe';
import { type ApiError, invalidRequest } from '../../api/errors.ts';
import type { Operation } from '../../core.ts';
import { getIntent, latestCharge, sessionOfIntent } from '../find.ts';

export const cancellationReasons = [
  'abandoned',
  'duplicate',
  'fraudulent',
  'requested_by_customer',
] as const;

/** The error for an intent that is not in a state for what was asked; it carries the intent. */
export function unexpectedState(intent: Stripe.PaymentIntent, message: string): ApiError {
  const error = invalidRequest(message, { code: 'payment_intent_unexpected_state' });
  Object.assign(error.body, { payment_intent: structuredClone(intent) });
  return error;
}

/**
 * Cancels an intent whatever it waits for. Since 2025-03-31 a released authorisation leaves no refund
 * behind: the charge stays `amount_refunded: 0, amount_captured: 0`.
 */
export function cancelIntentOf(
  op: Operation,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): void {
  const charge = intent.status === 'requires_capture' ? latestCharge(op.store, intent) : undefined;
  Object.assign(intent, {
    status: 'canceled',
    amount_capturable: 0,
    canceled_at: op.now,
    cancellation_reason: reason,
    next_action: null,
  });
  if (charge) op.publish('charge.expired', charge);
  op.publish('payment_intent.canceled', intent);
}

export function cancelPaymentIntent(
  op: Operation,
  id: string,
  reason: (typeof cancellationReasons)[number] | null,
): Stripe.PaymentIntent {
  const intent = getIntent(op.store, id);
  if (intent.status === 'canceled' || intent.status === 'succeeded') {
    throw unexpectedState(
      intent,
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
    );
  }
  if (intent.status !== 'requires_capture' && sessionOfIntent(op.store, id)) {
    throw unexpectedState(
      intent,
      'This PaymentIntent belongs to a Checkout Session: expire the session instead.',
    );
  }
  cancelIntentOf(op, intent, reason);
  return intent;
}
