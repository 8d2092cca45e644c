import type Stripe from 'stripe';
import type { EventObject } from '../provider/subject.ts';

/** A movement of our balance at the provider, in our words. Amounts are signed minor units. */
export interface Movement {
  id: string;
  type: string;
  category: string;
  currency: string;
  amountMinor: number;
  feeMinor: number;
  netMinor: number;
  createdAt: Temporal.Instant;
  source: MovementSource;
}

export interface MovementSource {
  id: string | null;
  /** The object that we may know it by: the transfer of a reversal, else the source itself. */
  object: EventObject | undefined;
  intentId: string | null;
}

export function observeMovement(seen: Stripe.BalanceTransaction): Movement {
  return {
    id: seen.id,
    type: seen.type,
    category: seen.reporting_category,
    currency: seen.currency.toUpperCase(),
    amountMinor: seen.amount,
    feeMinor: seen.fee,
    netMinor: seen.net,
    createdAt: Temporal.Instant.fromEpochMilliseconds(seen.created * 1000),
    source: observeSource(seen.source),
  };
}

function observeSource(source: Stripe.BalanceTransaction['source']): MovementSource {
  if (typeof source === 'string' || !source)
    return { id: source, object: undefined, intentId: null };
  const object = source as unknown as EventObject;
  const intent = object['payment_intent'] as string | { id: string } | null | undefined;
  const transfer = object['transfer'] as string | { id: string } | null | undefined;
  const intentId = typeof intent === 'string' ? intent : (intent?.id ?? null);
  if (object.object !== 'transfer_reversal' || !transfer)
    return { id: object.id, object, intentId };
  const transferId = typeof transfer === 'string' ? transfer : transfer.id;
  return { id: object.id, object: { id: transferId, object: 'transfer' }, intentId };
}

const objects: Record<string, string> = {
  ch: 'charge',
  re: 'refund',
  du: 'dispute',
  tr: 'transfer',
};

/** The source of a movement that was told before, as far as that leads to its object. */
export function sourceFrom(id: string | null, intentId: string | null): MovementSource {
  const object = objects[(id ?? '').split('_', 1)[0] ?? ''];
  return {
    id,
    intentId,
    object: id && object ? { id, object, payment_intent: intentId } : undefined,
  };
}

/** Movements between the balance and our own bank: they have no other side in the product. */
const bankTypes = new Set(['payout', 'payout_cancel', 'payout_failure', 'topup', 'topup_reversal']);

/** What the provider charges beside single payments. */
const feeTypes = new Set(['stripe_fee', 'stripe_fx_fee', 'tax_fee', 'network_cost']);

/** Whether the comparison itself books it, as nothing else of ours is behind it. */
export const ownKind = ({ type }: Movement): 'bank_transfer' | 'account_fee' | undefined =>
  bankTypes.has(type) ? 'bank_transfer' : feeTypes.has(type) ? 'account_fee' : undefined;

/** What we have of the objects behind some movements. */
export interface KnownSources {
  /** Our charge, or the provider's invoice, by the intent that was paid. */
  charges: ReadonlyMap<string, string>;
  invoices: ReadonlyMap<string, string>;
  /** Ours, by the provider's id. */
  transfers: ReadonlyMap<string, string>;
}

const ownFacts = ['fees', 'dispute', 'dispute_fee', 'bank_transfer', 'account_fee'];

/** The names of the facts that book a movement, as the postings of each noun name them. */
export function sourceKeysOf(movement: Movement, known: KnownSources): string[] {
  const own = ownFacts.map((fact) => `balance_transaction:${movement.id}:${fact}`);
  return [...own, ...factsBehind(movement, known)];
}

function factsBehind({ type, source }: Movement, known: KnownSources): string[] {
  const { id, intentId } = source;
  const [prefix] = (id ?? '').split('_', 1);
  const charge = known.charges.get(intentId ?? '');
  const invoice = known.invoices.get(intentId ?? '');
  const transfer = known.transfers.get(id ?? '');
  // A refund that bounced moves twice: there and back.
  const bounced = type === 'refund_failure' || type === 'payment_failure_refund';
  if (prefix === 'ch' || prefix === 'py')
    return [
      ...(charge ? [`charge:${charge}:capture`] : []),
      ...(invoice ? [`invoice:${invoice}:paid`] : []),
    ];
  if (prefix === 're' || prefix === 'pyr') return [`refund:${id}${bounced ? ':failed' : ''}`];
  if (prefix === 'trr') return [`reversal:${id}`];
  return transfer ? [`transfer:${transfer}`] : [];
}
