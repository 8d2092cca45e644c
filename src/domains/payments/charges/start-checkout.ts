import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { chargeBusy, chargeNotPayable, paymentPageUnavailable } from '../errors.ts';
import { performCall } from '../provider/perform-call.ts';
import { findOpenCall, planCall, type ProviderCall } from '../provider/provider-calls.queries.ts';
import { askProvider } from '../provider/resolve-unknown.ts';
import type { ChargeCall } from './charge-calls.ts';
import { type Charge, getChargeRow, lockCharge } from './charges.queries.ts';

export interface StartCheckout {
  chargeId: string;
  /** What the payer reads on the payment page. */
  description: string;
  email: string;
  successUrl: string;
  cancelUrl: string;
}

/** The provider's shortest page life is 30 minutes; ours end earlier, when the charge is given up. */
const pageMinutes = 35;

/**
 * The address of the provider's payment page for a charge. A second call gets the same page; after
 * a lost answer the provider is asked for it first. Network: outside any transaction. Throws
 * charge_not_found, charge_not_payable, charge_busy, payment_page_unavailable.
 */
export async function startCheckout(ctx: Ctx, input: StartCheckout): Promise<string> {
  const lost = await findOpenCall(ctx, { kind: 'charge', id: input.chargeId });
  if (lost?.operation === 'create_session' && lost.status === 'unknown')
    await askProvider(ctx, lost);
  const planned = await inTransaction(ctx, (ctx) => planCheckout(ctx, input));
  if (typeof planned === 'string') return planned;
  await performCall(ctx, planned);
  const charge = await getChargeRow(ctx, input.chargeId);
  if (charge.status !== 'open' || !charge.provider_session_url) throw paymentPageUnavailable();
  return charge.provider_session_url;
}

async function planCheckout(ctx: Ctx, input: StartCheckout): Promise<ProviderCall | string> {
  const charge = await lockCharge(ctx, input.chargeId);
  assertPayable(ctx, charge);
  if (charge.provider_session_url) return charge.provider_session_url;
  const call = await findOpenCall(ctx, { kind: 'charge', id: charge.id });
  if (!call)
    return planCall(ctx, 'charge', charge, (callId) => sessionRequest(ctx, charge, callId, input));
  if (call.operation !== 'create_session') throw chargeBusy();
  return call;
}

function assertPayable(ctx: Ctx, charge: Charge): void {
  const payable = charge.last_known_status === 'created' || charge.last_known_status === 'open';
  const givenUp = charge.abandoned_at !== null || charge.keep_minor !== null;
  const late = Temporal.Instant.compare(ctx.clock.now(), charge.expires_at) >= 0;
  if (!payable || givenUp || late) throw chargeNotPayable(charge.status);
}

function sessionRequest(
  ctx: Ctx,
  charge: Charge,
  callId: string,
  input: StartCheckout,
): ChargeCall {
  const metadata = { charge_id: charge.id, reference: charge.reference };
  const closesAt = ctx.clock.now().add({ minutes: pageMinutes });
  return {
    operation: 'create_session',
    params: {
      mode: 'payment',
      // A hold is short: only methods that answer at once.
      allowed_payment_method_types: ['card'],
      client_reference_id: charge.reference,
      customer_email: input.email,
      success_url: input.successUrl,
      cancel_url: input.cancelUrl,
      expires_at: Math.floor(closesAt.epochMilliseconds / 1000),
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: charge.currency.toLowerCase(),
            unit_amount: charge.amount_minor,
            product_data: { name: input.description },
          },
        },
      ],
      metadata: { ...metadata, call_id: callId },
      payment_intent_data: {
        capture_method: charge.capture === 'manual' ? 'manual' : 'automatic',
        description: input.description,
        metadata,
      },
    },
  };
}
