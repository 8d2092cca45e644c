import type Stripe from 'stripe';
import { ProviderDiffers } from '../errors.ts';

/** What the provider answered when it was asked about a customer. */
export interface CustomerSnapshot {
  /** Number of the look, by when it began. */
  look: number;
  customer: Stripe.Customer | null;
  /** It was there, and was deleted. */
  isDeleted: boolean;
  cards: Stripe.PaymentMethod[];
  /** The page to save a card on. */
  session: Stripe.Checkout.Session | null;
}

export interface ObservedCard {
  methodId: string;
  brand: string;
  last4: string;
  expMonth: number;
  expYear: number;
  savedAt: Temporal.Instant;
}

/** The same in our words. */
export interface CustomerFacts {
  look: number;
  providerCustomerId: string | null;
  isDeleted: boolean;
  /** In the order in which they were saved. */
  cards: ObservedCard[];
  defaultMethodId: string | null;
  /** While the page is open. */
  setupPage: { id: string; url: string } | null;
}

export function observeCustomer(snapshot: CustomerSnapshot): CustomerFacts {
  const { look, customer, isDeleted, cards, session } = snapshot;
  const chosen = customer?.invoice_settings.default_payment_method ?? null;
  return {
    look,
    providerCustomerId: customer?.id ?? null,
    isDeleted,
    cards: cards.flatMap(observeCard).toSorted((a, b) => compare(a.savedAt, b.savedAt)),
    defaultMethodId: typeof chosen === 'string' ? chosen : (chosen?.id ?? null),
    setupPage:
      session?.status === 'open' && session.url ? { id: session.id, url: session.url } : null,
  };
}

function observeCard({ id, card, created }: Stripe.PaymentMethod): ObservedCard[] {
  if (!card) return [];
  return [
    {
      methodId: id,
      brand: card.brand,
      last4: card.last4,
      expMonth: card.exp_month,
      expYear: card.exp_year,
      savedAt: Temporal.Instant.fromEpochMilliseconds(created * 1000),
    },
  ];
}

const compare = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b);

/** Throws ProviderDiffers unless what was fetched is this customer. */
export function assertIsCustomer(
  row: { id: string; provider_customer_id: string | null },
  { customer }: CustomerSnapshot,
): void {
  if (!customer) return;
  const isOther = row.provider_customer_id !== null && row.provider_customer_id !== customer.id;
  if (isOther || customer.metadata.customer_id !== row.id)
    throw new ProviderDiffers(`${customer.id} is another customer's`);
}
