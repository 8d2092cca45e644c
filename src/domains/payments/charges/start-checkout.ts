import type Stripe from 'stripe';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db/index.ts';
import { chargeBusy, chargeNotPayable, paymentPageUnavailable } from '../errors.ts';
import { customerOf } from '../customers/customer-of.ts';
import { performCall } from '../provider/perform-call.ts';
import { findOpenCall, planCall, type ProviderCall } from '../provider/provider-calls.queries.ts';
import { askProvider } from '../provider/resolve-unknown.ts';
import { tables } from '../tables.ts';
import type { ChargeCall } from './charge-calls.ts';
import { isTooLate } from './charge-times.ts';
import { beginTry, type Charge, getChargeRow, lockCharge } from './charges.queries.ts';

export interface StartCheckout {
  chargeId: string;
  /** What the payer reads on the payment page. */
  description: string;
  email: string;
  /** Who sees the payment in their list, and gets the receipt. */
  payerId?: string;
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
  const customer = await customerFor(ctx, input);
  const planned = await inTransaction(ctx, (ctx) => planCheckout(ctx, { ...input, customer }));
  if (typeof planned === 'string') return planned;
  await performCall(ctx, planned);
  const charge = await getChargeRow(ctx, input.chargeId);
  if (charge.status === 'unknown' || !charge.provider_session_url) throw paymentPageUnavailable();
  return charge.provider_session_url;
}

/** A card is saved for somebody: without a customer nothing could be charged to it later. */
async function customerFor(ctx: Ctx, { chargeId, payerId }: StartCheckout): Promise<string | null> {
  const { needed_at: neededAt, market_code: market } = await getChargeRow(ctx, chargeId);
  if (!neededAt) return null;
  if (!payerId) throw new Error(`charge ${chargeId} saves a card, but for whom?`);
  return customerOf(ctx, { personId: payerId, market });
}

interface Planning extends StartCheckout {
  customer: string | null;
}

async function planCheckout(ctx: Ctx, input: Planning): Promise<ProviderCall | string> {
  const charge = await lockCharge(ctx, input.chargeId);
  assertPayable(ctx, charge);
  if (input.payerId) await notePayer(ctx, input);
  if (charge.provider_session_url) return charge.provider_session_url;
  const call = await findOpenCall(ctx, { kind: 'charge', id: charge.id });
  if (!call) {
    const paying = isSaved(charge) ? await beginTry(ctx, charge) : charge;
    return planCall(ctx, 'charge', paying, (callId) => sessionRequest(ctx, paying, callId, input));
  }
  if (call.operation !== 'create_session') throw chargeBusy();
  return call;
}

async function notePayer(ctx: Ctx, { chargeId, payerId, description }: StartCheckout) {
  await tables(ctx)
    .updateTable('payments.charges')
    .set({ payer_id: payerId, description })
    .where('id', '=', chargeId)
    .execute();
}

const isSaved = ({ last_known_status: at }: Charge): boolean =>
  at === 'card_saved' || at === 'action_needed';

function assertPayable(ctx: Ctx, charge: Charge): void {
  const { last_known_status: at } = charge;
  const now = ctx.clock.now();
  const isOpen = at === 'created' || at === 'open';
  const late = isSaved(charge)
    ? isTooLate(charge, now)
    : Temporal.Instant.compare(now, charge.expires_at) >= 0;
  const givenUp = isOpen && (charge.abandoned_at !== null || charge.keep_minor !== null);
  if ((!isOpen && !isSaved(charge)) || givenUp || late || charge.keep_minor === 0)
    throw chargeNotPayable(charge.status);
}

function sessionRequest(ctx: Ctx, charge: Charge, callId: string, input: Planning): ChargeCall {
  const metadata = { charge_id: charge.id, reference: charge.reference };
  const closesAt = ctx.clock.now().add({ minutes: pageMinutes });
  const { customer } = input;
  return {
    operation: 'create_session',
    params: {
      // A hold is short: only methods that answer at once.
      allowed_payment_method_types: ['card'],
      client_reference_id: charge.reference,
      ...(customer ? { customer } : { customer_email: input.email }),
      success_url: input.successUrl,
      cancel_url: input.cancelUrl,
      expires_at: Math.floor(closesAt.epochMilliseconds / 1000),
      metadata: { ...metadata, call_id: callId },
      ...(charge.needed_at && !isSaved(charge)
        ? saving(charge, { metadata })
        : paying(charge, { metadata, description: input.description })),
    },
  };
}

function saving(charge: Charge, { metadata }: { metadata: Stripe.MetadataParam }) {
  return {
    mode: 'setup' as const,
    currency: charge.currency.toLowerCase(),
    setup_intent_data: { metadata },
  };
}

function paying(
  charge: Charge,
  { metadata, description }: { metadata: Stripe.MetadataParam; description: string },
) {
  return {
    mode: 'payment' as const,
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: charge.currency.toLowerCase(),
          unit_amount: charge.amount_minor,
          product_data: { name: description },
        },
      },
    ],
    payment_intent_data: {
      capture_method: charge.capture === 'manual' ? ('manual' as const) : ('automatic' as const),
      description,
      metadata: { ...metadata, ...(charge.tries > 0 && { try: String(charge.tries) }) },
    },
  };
}
