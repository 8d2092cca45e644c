import type Stripe from 'stripe';
import type { CardTrait } from './cards.ts';
import type { StoredAnswer } from './api/idempotency.ts';

/** A line item as it travels: the SDK's type holds `unit_amount_decimal` as its own decimal class. */
export type WireLineItem = Omit<Stripe.LineItem, 'price'> & {
  price: Omit<Stripe.Price, 'unit_amount_decimal'> & { unit_amount_decimal: string };
};

/** What a checkout session keeps for its payment, which the session object itself does not show. */
export interface SessionDetails {
  lineItems: WireLineItem[];
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  description: string | null;
  intentMetadata: Record<string, string>;
  transferGroup: string | null;
  receiptEmail: string | null;
}

/** Something that will happen by itself at `dueAt` (Unix seconds). */
export interface Task {
  kind:
    | 'expire_session'
    | 'lapse_authorisation'
    | 'settle_refund'
    | 'fail_refund'
    | 'dispute_charge'
    | 'release_balance';
  id: string;
  dueAt: number;
}

/** A webhook on its way; deliveries leave in this order. */
export interface Delivery {
  eventId: string;
  /** Attempts that failed. */
  attempts: number;
  duplicate: boolean;
  /** Lets the next delivery go first, once. */
  heldBack: boolean;
}

/** Everything the provider remembers. Maps keep the order in which objects were made. */
export interface Store {
  customers: Map<string, Stripe.Customer>;
  sessions: Map<string, Stripe.Checkout.Session>;
  sessionDetails: Map<string, SessionDetails>;
  intents: Map<string, Stripe.PaymentIntent>;
  paymentMethods: Map<string, Stripe.PaymentMethod>;
  charges: Map<string, Stripe.Charge>;
  traits: Map<string, CardTrait>;
  refunds: Map<string, Stripe.Refund>;
  disputes: Map<string, Stripe.Dispute>;
  balanceTransactions: Map<string, Stripe.BalanceTransaction>;
  events: Map<string, Stripe.EventBase>;
  answers: Map<string, StoredAnswer>;
  deliveries: Delivery[];
  tasks: Task[];
}

export function emptyStore(): Store {
  return {
    customers: new Map(),
    sessions: new Map(),
    sessionDetails: new Map(),
    intents: new Map(),
    paymentMethods: new Map(),
    charges: new Map(),
    traits: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    balanceTransactions: new Map(),
    events: new Map(),
    answers: new Map(),
    deliveries: [],
    tasks: [],
  };
}
