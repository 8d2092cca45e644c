import type Stripe from 'stripe';
import { type Money, money } from '../../../platform/money/index.ts';
import { ProviderDiffers } from '../errors.ts';
import type { KnownStatus } from './charge-states.ts';

/** What the provider answered when it was asked about a charge. */
export interface ProviderSnapshot {
  session: Stripe.Checkout.Session | null;
  intent: Stripe.PaymentIntent | null;
  refunds: Stripe.Refund[];
}

export interface ObservedRefund {
  id: string;
  amountMinor: number;
  status: 'pending' | 'succeeded' | 'failed';
}

/** The same in our words. Refunds are apart: the status here is that of the payment itself. */
export interface ChargeFacts {
  status: Exclude<KnownStatus, 'partly_refunded' | 'refunded'>;
  session: { id: string; url: string; mode: 'payment' | 'setup'; isOpen: boolean } | null;
  /** The card that was saved, when that is all there was to do. */
  method: { customer: string; id: string } | null;
  /** Which of the tries to charge a saved card was seen; 0 for a payment on the spot. */
  attempt: number;
  /** The authorisation ran out before it was taken. */
  lapsed: boolean;
  captureBefore: Temporal.Instant | null;
  intentId: string | null;
  /** The provider's charge, once there is one: the source of transfers. */
  providerChargeId: string | null;
  capturedMinor: number;
  declineCode: string | null;
  refunds: ObservedRefund[];
  fees: { balanceTransactionId: string; fee: Money }[];
}

export function observeCharge({ session, intent, refunds }: ProviderSnapshot): ChargeFacts {
  return {
    status: statusIn(session, intent),
    session: session && {
      id: session.id,
      url: session.url ?? '',
      mode: session.mode === 'setup' ? 'setup' : 'payment',
      isOpen: session.status === 'open',
    },
    method: methodIn(session),
    attempt: Number(intent?.metadata?.try ?? 0),
    lapsed: intent?.status === 'canceled' && lapsed(intent),
    captureBefore: captureBeforeIn(intent),
    intentId: intent?.id ?? null,
    providerChargeId: latestCharge(intent)?.id ?? null,
    capturedMinor: intent?.status === 'succeeded' ? intent.amount_received : 0,
    declineCode: declineCodeIn(intent),
    refunds: refunds.map(({ id, amount, status }) => ({
      id,
      amountMinor: amount,
      status: refundStatus(status),
    })),
    fees: [latestCharge(intent), ...refunds].flatMap((part) => feeIn(part?.balance_transaction)),
  };
}

function statusIn(
  session: ProviderSnapshot['session'],
  intent: ProviderSnapshot['intent'],
): ChargeFacts['status'] {
  if (intent?.status === 'succeeded') return 'captured';
  if (intent?.status === 'requires_capture') return 'authorised';
  const isPage = session?.mode !== 'setup';
  if (isPage && session?.status === 'expired') return 'voided';
  if (intent?.status === 'canceled') return lapsed(intent) ? 'failed' : 'voided';
  // Charged with nobody there, and declined, or the bank wants to ask.
  if (intent && (!session || !isPage)) return 'action_needed';
  if (!isPage && session.status !== 'open')
    return session.status === 'complete' && methodIn(session) ? 'card_saved' : 'voided';
  // Paid with a method that answers later, and the answer was no.
  if (session?.status === 'complete' && intent?.status === 'requires_payment_method')
    return 'failed';
  return session || intent ? 'open' : 'created';
}

function methodIn(session: ProviderSnapshot['session']): ChargeFacts['method'] {
  const setup = session?.mode === 'setup' ? session.setup_intent : null;
  if (!setup || typeof setup === 'string' || setup.status !== 'succeeded') return null;
  const [customer, id] = [nameOf(setup.customer), nameOf(setup.payment_method)];
  return customer && id ? { customer, id } : null;
}

const nameOf = (object: string | { id: string } | null): string | null =>
  typeof object === 'string' ? object : (object?.id ?? null);

function captureBeforeIn(intent: ProviderSnapshot['intent']): Temporal.Instant | null {
  const seconds = latestCharge(intent)?.payment_method_details?.card?.capture_before;
  return seconds ? Temporal.Instant.fromEpochMilliseconds(seconds * 1000) : null;
}

/** Cancelled by the provider, not by us: the authorisation ran out. Without one, a page was left. */
function lapsed(intent: Stripe.PaymentIntent): boolean {
  const { cancellation_reason: reason } = intent;
  const wasAuthorised = (latestCharge(intent)?.status ?? 'failed') !== 'failed';
  return wasAuthorised && (reason === 'automatic' || reason === 'expired');
}

function declineCodeIn(intent: ProviderSnapshot['intent']): string | null {
  const error = intent?.last_payment_error;
  return error?.decline_code ?? error?.code ?? null;
}

function refundStatus(status: Stripe.Refund['status']): ObservedRefund['status'] {
  if (status === 'failed' || status === 'canceled') return 'failed';
  return status === 'succeeded' ? 'succeeded' : 'pending';
}

function latestCharge(intent: ProviderSnapshot['intent']): Stripe.Charge | null {
  return typeof intent?.latest_charge === 'object' ? intent.latest_charge : null;
}

function feeIn(transaction: Stripe.BalanceTransaction | string | null | undefined) {
  if (!transaction || typeof transaction === 'string' || transaction.fee === 0) return [];
  const fee = money(transaction.fee, transaction.currency.toUpperCase());
  return [{ balanceTransactionId: transaction.id, fee }];
}

/** Throws ProviderDiffers unless what was fetched is this charge, to the last minor unit. */
export function assertMatches(
  charge: { id: string; amount_minor: number; currency: string },
  { session, intent, refunds }: ProviderSnapshot,
): void {
  for (const [object, amount] of [
    [session, session?.amount_total],
    [intent, intent?.amount],
  ] as const) {
    if (!object) continue;
    if (object.metadata?.charge_id !== charge.id)
      throw new ProviderDiffers(`${object.id} is another charge's`);
    // Nothing is charged where a card is only saved.
    if (object.object === 'checkout.session' && object.mode === 'setup') continue;
    if (amount !== charge.amount_minor) throw new ProviderDiffers(`amount of ${object.id}`);
    if (object.currency?.toUpperCase() !== charge.currency)
      throw new ProviderDiffers(`currency of ${object.id}`);
  }
  const received = intent?.status === 'succeeded' ? intent.amount_received : 0;
  if (intent && !isPartOf(received, charge.amount_minor))
    throw new ProviderDiffers(`what was taken for ${intent.id}`);
  for (const { id, amount, currency } of refunds)
    if (!isPartOf(amount, received) || currency.toUpperCase() !== charge.currency)
      throw new ProviderDiffers(`amount of ${id}`);
  const refunded = refunds.reduce((sum, { amount }) => sum + amount, 0);
  if (refunded > received) throw new ProviderDiffers(`more was given back than taken`);
}

const isPartOf = (part: number, whole: number): boolean =>
  Number.isSafeInteger(part) && part >= 0 && part <= whole;
