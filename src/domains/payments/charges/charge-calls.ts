import type Stripe from 'stripe';
import type { ProviderCall } from '../provider/provider-calls.queries.ts';
import type { Sent } from '../provider/subject.ts';
import type { Charge } from './charges.queries.ts';
import type { NextCall } from './next-call.ts';
import type { ProviderSnapshot } from './observe-charge.ts';

/** All that is ever asked of the provider about a charge. */
export type ChargeCall =
  | { operation: 'create_session'; params: Stripe.Checkout.SessionCreateParams }
  | { operation: 'expire_session'; params: { session: string } }
  | { operation: 'authorise'; params: Stripe.PaymentIntentCreateParams }
  | { operation: 'capture'; params: { intent: string; amount_to_capture: number } }
  | { operation: 'void'; params: { intent: string } }
  | { operation: 'refund'; params: Stripe.RefundCreateParams };

export function sendChargeCall(
  stripe: Stripe,
  call: ChargeCall,
  options: Stripe.RequestOptions,
): Promise<Sent> {
  switch (call.operation) {
    case 'create_session':
      return stripe.checkout.sessions.create(call.params, options);
    case 'expire_session':
      return stripe.checkout.sessions.expire(call.params.session, {}, options);
    case 'authorise':
      return stripe.paymentIntents.create(call.params, options);
    case 'capture': {
      const { intent, amount_to_capture } = call.params;
      return stripe.paymentIntents.capture(intent, { amount_to_capture }, options);
    }
    case 'void':
      return stripe.paymentIntents.cancel(call.params.intent, {}, options);
    case 'refund':
      return stripe.refunds.create(call.params, options);
  }
}

/** Whether the provider shows what the call asked for. */
export function chargeCallHasEffect(
  call: ProviderCall<ChargeCall>,
  { session, intent, refunds }: ProviderSnapshot,
): boolean {
  switch (call.operation) {
    case 'create_session':
      return session !== null;
    case 'expire_session':
      return session !== null && session.status !== 'open';
    case 'authorise':
      return intent?.metadata?.call_id === call.id;
    case 'capture':
      return intent?.status === 'succeeded';
    case 'void':
      return intent?.status === 'canceled';
    case 'refund':
      return refunds.some((refund) => refund.metadata?.call_id === call.id);
  }
}

export function chargeRequest(
  charge: Charge,
  next: Exclude<NextCall, { operation: 'close' | 'give_up' }>,
  callId: string,
): ChargeCall {
  switch (next.operation) {
    case 'expire_session':
      return {
        operation: 'expire_session',
        params: { session: noted(charge.provider_session_id) },
      };
    case 'authorise':
      return { operation: 'authorise', params: authoriseParams(charge, callId) };
    case 'void':
      return { operation: 'void', params: { intent: noted(charge.provider_intent_id) } };
    case 'capture':
      return {
        operation: 'capture',
        params: { intent: noted(charge.provider_intent_id), amount_to_capture: next.amountMinor },
      };
    case 'refund':
      return {
        operation: 'refund',
        params: {
          payment_intent: noted(charge.provider_intent_id),
          amount: next.amountMinor,
          reason: 'requested_by_customer',
          metadata: { charge_id: charge.id, reference: charge.reference, call_id: callId },
        },
      };
  }
}

/** With nobody there, on the card that was saved for it. */
function authoriseParams(charge: Charge, callId: string): Stripe.PaymentIntentCreateParams {
  return {
    amount: charge.amount_minor,
    currency: charge.currency.toLowerCase(),
    customer: noted(charge.provider_customer_id),
    payment_method: noted(charge.provider_method_id),
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    off_session: true,
    confirm: true,
    capture_method: 'manual',
    metadata: {
      charge_id: charge.id,
      reference: charge.reference,
      try: String(charge.tries),
      call_id: callId,
    },
  };
}

/** A charge gets its provider ids together with the state that needs them. */
function noted(providerId: string | null): string {
  if (!providerId) throw new Error('the charge has no provider id for its state');
  return providerId;
}
