import type Stripe from 'stripe';
import { advanceCharge } from '../charges/advance-charge.ts';
import {
  type Charge,
  changeCharge,
  getChargeRow,
  lockCharge,
  logTransition,
} from '../charges/charges.queries.ts';
import { isFinal } from '../charges/charge-states.ts';
import { nextCall } from '../charges/next-call.ts';
import { assertMatches, observeCharge, type ProviderSnapshot } from '../charges/observe-charge.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { fetchSnapshot } from './fetch-snapshot.ts';
import { hashParams } from './provider-call.ts';
import { type CallOutcome, type ProviderCall, saveOutcome } from './provider-calls.queries.ts';
import { type Answer, sendCall } from './send-call.ts';
import { answerIn, provider } from './stripe.ts';

/**
 * Sends a planned call and closes it together with the effect that can then be seen at the
 * provider. While neither a clear answer nor the effect is there, the call and the charge are
 * `unknown`, and no other call is made for that charge.
 */
export async function performCall(ctx: Ctx, call: ProviderCall): Promise<Charge> {
  if (hashParams(call.params) !== call.params_hash)
    throw new Error(`parameters of call ${call.id} were changed`);
  const answer = await sendCall(provider(ctx), { ...call, idempotencyKey: call.idempotency_key });
  if (answer.kind === 'lost') return leaveUnknown(ctx, call, answer);
  const snapshot = await lookAfterwards(ctx, call, answer);
  return snapshot ? closeCall(ctx, call, snapshot, answer) : leaveUnknown(ctx, call, undefined);
}

async function lookAfterwards(
  ctx: Ctx,
  call: ProviderCall,
  answer: Answer,
): Promise<ProviderSnapshot | undefined> {
  if (call.operation === 'create_session' && answer.kind === 'accepted')
    return { session: answer.object as Stripe.Checkout.Session, intent: null, refunds: [] };
  try {
    return await fetchSnapshot(ctx, idsOf(await getChargeRow(ctx, call.charge_id)));
  } catch (error) {
    if (!answerIn(error)) throw error;
    return undefined;
  }
}

export const idsOf = (charge: Charge) => ({
  sessionId: charge.provider_session_id,
  intentId: charge.provider_intent_id,
});

/** Moves the charge to what was seen and, in the same transaction, writes down how the call went. */
export async function closeCall(
  outer: Ctx,
  call: ProviderCall,
  snapshot: ProviderSnapshot,
  answer?: Answer,
): Promise<Charge> {
  return inTransaction(outer, async (ctx) => {
    const before = await lockCharge(ctx, call.charge_id);
    assertMatches(before, snapshot);
    const outcome = outcomeOf(call, snapshot, answer);
    if (!(await saveOutcome(ctx, call.id, outcome))) return before;
    const charge = await advanceCharge(
      ctx,
      before.id,
      observeCharge(snapshot),
      `call:${call.operation}`,
    );
    if (outcome.status === 'unknown') return markUnknown(ctx, charge, call);
    // Refused, and still wanted: repeating it would be refused again.
    if (outcome.status === 'failed' && nextCall(charge)?.operation === call.operation)
      ctx.log.error(
        { chargeId: charge.id, callId: call.id, error: outcome.error },
        'the provider refused; a person must look',
      );
    return charge;
  });
}

function outcomeOf(
  call: ProviderCall,
  snapshot: ProviderSnapshot,
  answer: Answer | undefined,
): CallOutcome {
  const requestId = answer?.requestId ?? null;
  if (answer?.kind === 'refused')
    return { status: 'failed', requestId, error: answer, needsPerson: true };
  const objectId = answer?.kind === 'accepted' ? answer.object.id : null;
  return { status: hasEffect(call, snapshot) ? 'succeeded' : 'unknown', objectId, requestId };
}

/** Whether the provider shows what the call asked for. */
export function hasEffect(
  call: ProviderCall,
  { session, intent, refunds }: ProviderSnapshot,
): boolean {
  switch (call.operation) {
    case 'create_session':
      return session !== null;
    case 'expire_session':
      return session !== null && session.status !== 'open';
    case 'capture':
      return intent?.status === 'succeeded';
    case 'void':
      return intent?.status === 'canceled';
    case 'refund':
      return refunds.some((refund) => refund.metadata?.call_id === call.id);
  }
}

async function leaveUnknown(
  outer: Ctx,
  call: ProviderCall,
  error: { code: string; message: string; requestId: string | null } | undefined,
): Promise<Charge> {
  outer.log.warn(
    { callId: call.id, operation: call.operation, error },
    'a provider call has no known outcome',
  );
  return inTransaction(outer, async (ctx) => {
    const charge = await lockCharge(ctx, call.charge_id);
    const outcome = {
      status: 'unknown',
      error: error ?? null,
      requestId: error?.requestId ?? null,
    } as const;
    if (!(await saveOutcome(ctx, call.id, outcome))) return charge;
    return markUnknown(ctx, charge, call);
  });
}

async function markUnknown(ctx: Ctx, charge: Charge, call: ProviderCall): Promise<Charge> {
  if (charge.status === 'unknown' || isFinal(charge.status)) return charge;
  await logTransition(ctx, {
    chargeId: charge.id,
    from: charge.status,
    to: 'unknown',
    cause: `call:${call.operation}`,
  });
  return changeCharge(ctx, charge, { status: 'unknown' });
}
