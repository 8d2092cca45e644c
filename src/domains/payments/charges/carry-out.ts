import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { performCall } from '../provider/perform-call.ts';
import type { CallRequest } from '../provider/provider-call.ts';
import { findOpenCall, planCall, type ProviderCall } from '../provider/provider-calls.queries.ts';
import { advanceCharge } from './advance-charge.ts';
import { type Charge, getChargeRow, lockCharge } from './charges.queries.ts';
import { isFinal } from './charge-states.ts';
import { type NextCall, nextCall } from './next-call.ts';
import { observeCharge } from './observe-charge.ts';
import { refreshCharge } from './refresh-charge.ts';

/**
 * Makes the next call that the charge's instruction needs. The provider is looked at before any
 * new key is used. What still remains afterwards is enqueued by the charge's next move.
 */
export async function carryOut(ctx: Ctx, { chargeId }: { chargeId: string }): Promise<void> {
  if (isFinal((await getChargeRow(ctx, chargeId)).status)) return;
  await refreshCharge(ctx, chargeId, 'carry-out');
  const call = await inTransaction(ctx, (ctx) => planNext(ctx, chargeId));
  if (call) await performCall(ctx, call);
}

async function planNext(ctx: Ctx, chargeId: string): Promise<ProviderCall | undefined> {
  const charge = await lockCharge(ctx, chargeId);
  const next = nextCall(charge);
  // An open call is looked after already; its end brings the charge back here.
  if (!next || (await findOpenCall(ctx, chargeId))) return undefined;
  if (next.operation !== 'close')
    return planCall(ctx, charge, (callId) => request(charge, next, callId));
  const nothing = observeCharge({ session: null, intent: null, refunds: [] });
  await advanceCharge(ctx, chargeId, { ...nothing, status: 'voided' }, 'close');
  return undefined;
}

type Request = Exclude<NextCall, { operation: 'close' }>;

function request(charge: Charge, next: Request, callId: string): CallRequest {
  switch (next.operation) {
    case 'expire_session':
      return {
        operation: 'expire_session',
        params: { session: noted(charge.provider_session_id) },
      };
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

/** A charge gets its provider ids together with the state that needs them. */
function noted(providerId: string | null): string {
  if (!providerId) throw new Error('the charge has no provider id for its state');
  return providerId;
}
