import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { provider } from '../provider/stripe.ts';
import type { ProviderCall } from '../provider/provider-calls.queries.ts';
import type { Answer, EventObject, LookReason } from '../provider/subject.ts';
import type { ChargeCall } from './charge-calls.ts';
import { type Charge, getChargeRow } from './charges.queries.ts';
import type { ProviderSnapshot } from './observe-charge.ts';

/** The provider's names for a charge, as far as they are known. */
export interface ProviderIds {
  sessionId: string | null;
  intentId: string | null;
}

const idsOf = (charge: Charge): ProviderIds => ({
  sessionId: charge.provider_session_id,
  intentId: charge.provider_intent_id,
});

/** The ids of a charge that an event's object names. */
export function idsIn({ object, id, payment_intent: intent }: EventObject): ProviderIds {
  const intentId =
    typeof intent === 'string'
      ? intent
      : ((intent as { id: string } | null | undefined)?.id ?? null);
  return {
    sessionId: object === 'checkout.session' ? id : null,
    intentId: object === 'payment_intent' ? id : intentId,
  };
}

/** Reads everything the provider knows of a charge; after a call, also when that is nothing. */
export async function lookAtCharge(
  ctx: Ctx,
  chargeId: string,
  { call, answer, object }: LookReason<ChargeCall>,
): Promise<ProviderSnapshot | undefined> {
  const charge = await getChargeRow(ctx, chargeId);
  const stripe = provider(ctx, charge.platform);
  if (call?.operation === 'create_session' && !charge.provider_session_id) {
    if (answer?.kind === 'accepted') return only(answer.object as Stripe.Checkout.Session);
    if (!answer) return only(await findSessionOfCall(stripe, call));
  }
  const known = idsOf(charge);
  const seen = object && idsIn(object);
  const tried =
    call?.operation === 'authorise' && !known.intentId
      ? await intentOfCall(stripe, call, answer)
      : null;
  const snapshot = await fetchSnapshot(stripe, {
    sessionId: known.sessionId ?? seen?.sessionId ?? null,
    intentId: known.intentId ?? tried ?? seen?.intentId ?? null,
  });
  return snapshot.session || snapshot.intent || call ? snapshot : undefined;
}

const only = (session: Stripe.Checkout.Session | undefined): ProviderSnapshot => ({
  session: session ?? null,
  intent: null,
  refunds: [],
});

/** Throws the SDK's errors. */
export async function fetchSnapshot(stripe: Stripe, ids: ProviderIds): Promise<ProviderSnapshot> {
  const session = ids.sessionId
    ? await stripe.checkout.sessions.retrieve(ids.sessionId, {
        expand: ['payment_intent.latest_charge.balance_transaction', 'setup_intent'],
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

/** The payment that a call made, told or not; a declined one is there too. */
async function intentOfCall(
  stripe: Stripe,
  call: ProviderCall<ChargeCall>,
  answer: Answer | undefined,
): Promise<string | null> {
  if (answer?.kind === 'accepted') return answer.object.id;
  if (answer) return answer.objectId;
  const { customer } = call.params as Stripe.PaymentIntentCreateParams;
  const intents = stripe.paymentIntents.list({ customer: customer!, limit: 100, ...sinceOf(call) });
  for await (const intent of intents) if (intent.metadata?.call_id === call.id) return intent.id;
  return null;
}

/** A minute of slack: the provider's clock is not ours. */
const sinceOf = (call: { created_at: Temporal.Instant }) => ({
  created: { gte: Math.floor(call.created_at.epochMilliseconds / 1000) - 60 },
});

/** Looks for the session that a lost answer may have made. */
async function findSessionOfCall(
  stripe: Stripe,
  call: { id: string; created_at: Temporal.Instant },
): Promise<Stripe.Checkout.Session | undefined> {
  const sessions = stripe.checkout.sessions.list({ ...sinceOf(call), limit: 100 });
  for await (const session of sessions) if (session.metadata?.call_id === call.id) return session;
  return undefined;
}
