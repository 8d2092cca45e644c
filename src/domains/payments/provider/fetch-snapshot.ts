import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import type { ProviderSnapshot } from '../charges/observe-charge.ts';
import { provider } from './stripe.ts';

/** The provider's names for a charge, as far as they are known. */
export interface ProviderIds {
  sessionId: string | null;
  intentId: string | null;
}

/** Reads everything the provider knows of a charge. Throws the SDK's errors. */
export async function fetchSnapshot(ctx: Ctx, ids: ProviderIds): Promise<ProviderSnapshot> {
  const stripe = provider(ctx);
  const session = ids.sessionId
    ? await stripe.checkout.sessions.retrieve(ids.sessionId, {
        expand: ['payment_intent.latest_charge.balance_transaction'],
      })
    : null;
  const intent = await intentOf(stripe, session?.payment_intent ?? ids.intentId);
  const refunds = intent?.status === 'succeeded' ? await refundsOf(stripe, intent.id) : [];
  return { session, intent, refunds };
}

async function intentOf(stripe: Stripe, intent: Stripe.PaymentIntent | string | null) {
  if (typeof intent !== 'string') return intent;
  return stripe.paymentIntents.retrieve(intent, { expand: ['latest_charge.balance_transaction'] });
}

async function refundsOf(stripe: Stripe, intentId: string): Promise<Stripe.Refund[]> {
  const list = stripe.refunds.list({
    payment_intent: intentId,
    limit: 100,
    expand: ['data.balance_transaction'],
  });
  return list.autoPagingToArray({ limit: 1000 });
}

/** Looks for the session that a lost answer may have made. */
export async function findSessionOfCall(
  ctx: Ctx,
  call: { id: string; createdAt: Temporal.Instant },
): Promise<Stripe.Checkout.Session | undefined> {
  // A minute of slack: the provider's clock is not ours.
  const since = Math.floor(call.createdAt.epochMilliseconds / 1000) - 60;
  const sessions = provider(ctx).checkout.sessions.list({ created: { gte: since }, limit: 100 });
  for await (const session of sessions) if (session.metadata?.call_id === call.id) return session;
  return undefined;
}
