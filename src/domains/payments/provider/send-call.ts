import { setTimeout as pause } from 'node:timers/promises';
import type Stripe from 'stripe';
import { answerIn } from './stripe.ts';
import type { CallRequest } from './provider-call.ts';

export type StoredCall = CallRequest & { idempotencyKey: string };

/** What came back: the object, a clear no, or nothing we can rely on. */
export type Answer =
  | { kind: 'accepted'; object: { id: string }; requestId: string }
  | { kind: 'refused' | 'lost'; code: string; message: string; requestId: string | null };

/** While the same key is being worked on elsewhere, the provider answers 409: wait for that. */
const pausesWhileInProgressMs = [200, 400, 800, 1600, 3200];

/** Sends one call. Only the provider's errors become answers; any other error is ours and is thrown. */
export async function sendCall(stripe: Stripe, call: StoredCall): Promise<Answer> {
  for (const pauseMs of [...pausesWhileInProgressMs, undefined]) {
    try {
      const { lastResponse, ...object } = await dispatch(stripe, call);
      return { kind: 'accepted', object, requestId: lastResponse.requestId };
    } catch (error) {
      const kind = answerIn(error);
      if (!kind) throw error;
      if (kind === 'in_progress' && pauseMs) await pause(pauseMs);
      else
        return unanswered(
          kind === 'refused' ? 'refused' : 'lost',
          error as Stripe.errors.StripeError,
        );
    }
  }
  throw new Error('unreachable: the last round always returns');
}

function unanswered(kind: 'refused' | 'lost', error: Stripe.errors.StripeError): Answer {
  return {
    kind,
    // A stored 5xx is replayed for its key for ever, so it must be told from a lost connection.
    code:
      (error.statusCode ?? 0) >= 500 ? 'api_error' : (error.code ?? error.rawType ?? error.type),
    message: error.message.slice(0, 500),
    requestId: error.requestId ?? null,
  };
}

type Sent = Stripe.Response<{ id: string }>;

function dispatch(stripe: Stripe, call: StoredCall): Promise<Sent> {
  const options = { idempotencyKey: call.idempotencyKey };
  switch (call.operation) {
    case 'create_session':
      return stripe.checkout.sessions.create(call.params, options);
    case 'expire_session':
      return stripe.checkout.sessions.expire(call.params.session, {}, options);
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
