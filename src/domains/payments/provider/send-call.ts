import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import type { ProviderCall } from './provider-calls.queries.ts';
import { answerIn, provider } from './stripe.ts';
import type { Answer, Subject } from './subject.ts';

/** While the same key is being worked on elsewhere, the provider answers 409: wait for that. */
const pausesWhileInProgressMs = [200, 400, 800, 1600, 3200];

/** Sends one call. Only the provider's errors become answers; any other error is ours and is thrown. */
export async function sendCall(ctx: Ctx, subject: Subject, call: ProviderCall): Promise<Answer> {
  const stripe = provider(ctx, call.platform);
  const options = { idempotencyKey: call.idempotency_key };
  for (const pauseMs of [...pausesWhileInProgressMs, undefined]) {
    try {
      const { lastResponse, ...object } = await subject.send(stripe, call, options);
      return { kind: 'accepted', object, requestId: lastResponse.requestId };
    } catch (error) {
      const kind = answerIn(error);
      if (!kind) throw error;
      if (kind === 'in_progress' && pauseMs) await ctx.clock.pause(pauseMs);
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
    objectId: error.payment_intent?.id ?? null,
  };
}
