import type Stripe from 'stripe';
import type { StoredAnswer } from './api/idempotency.ts';
import type { CardTrait } from './cards.ts';
import type { AskBank } from './objects/payment-intent.ts';
import type {
  WireInvoice,
  WireInvoiceItem,
  WireLineItem,
  WirePrice,
  WireSubscription,
} from './wire.ts';

/** What a checkout session keeps for its payment, which the session object itself does not show. */
export interface SessionDetails {
  lineItems: WireLineItem[];
  captureMethod: 'automatic' | 'automatic_async' | 'manual';
  description: string | null;
  intentMetadata: Record<string, string>;
  transferGroup: string | null;
  receiptEmail: string | null;
  /** Saves the card for later charges. */
  saveCard?: 'off_session' | 'on_session' | null;
  trialDays?: number | null;
  askBank?: AskBank;
}

export type TaskKind =
  | 'advance_subscription'
  | 'announce_trial_end'
  | 'deliver_event'
  | 'dispute_charge'
  | 'dispute_deadline'
  | 'expire_session'
  | 'expire_subscription'
  | 'fail_refund'
  | 'finalise_invoice'
  | 'finish_payout'
  | 'lapse_authorisation'
  | 'release_balance'
  | 'requirement_deadline'
  | 'retry_invoice'
  | 'run_payouts'
  | 'settle_dispute'
  | 'settle_refund'
  | 'start_payout'
  | 'verify_account';

/** Something that will happen by itself at `dueAt` (Unix seconds). */
export interface Task {
  kind: TaskKind;
  id: string;
  dueAt: number;
  /** The connected account it belongs to; nothing for the platform. */
  account?: string;
}

/** A webhook on its way; those of one endpoint leave in this order. */
export interface Delivery {
  endpoint: string;
  eventId: string;
  /** The connected account that the event is about; nothing for the platform. */
  account?: string;
  /** Attempts that failed. */
  attempts: number;
  duplicate: boolean;
  /** Lets the next delivery go first, once. */
  heldBack: boolean;
}

export interface Endpoint {
  id: string;
  url: string;
  secret: string;
  events: readonly string[];
  /** Whose events it gets: the platform's, its connected accounts', or both. */
  about: 'both' | 'connected' | 'platform';
}

export interface AccountLink {
  account: string;
  token: string;
  refreshUrl: string;
  returnUrl: string;
  type: 'account_onboarding' | 'account_update';
  expiresAt: number;
  opened: boolean;
}

/** Minor units of one currency; the sum of the net amounts of its balance transactions. */
export interface Balance {
  available: number;
  pending: number;
}

/** Everything one account remembers. Maps keep the order in which objects were made. */
export interface Store {
  accountLinks: Map<string, AccountLink>;
  accounts: Map<string, Stripe.Account>;
  answers: Map<string, StoredAnswer>;
  /** What the next check of an account will find. */
  verdicts: Map<string, 'document' | 'enabled' | 'later'>;
  balances: Map<string, Balance>;
  balanceTransactions: Map<string, Stripe.BalanceTransaction>;
  bankAccounts: Map<string, Stripe.BankAccount>;
  /** What an open checkout session has begun to pay or to set up for a subscription. */
  begunIntents: Map<string, string>;
  charges: Map<string, Stripe.Charge>;
  clocks: Map<string, Stripe.TestHelpers.TestClock>;
  clockTasks: Map<string, Task[]>;
  customerBalance: Map<string, Stripe.CustomerBalanceTransaction>;
  customers: Map<string, Stripe.Customer>;
  deliveries: Delivery[];
  disputes: Map<string, Stripe.Dispute>;
  /** What an endpoint made through the API does not show: its secret, and whose events it gets. */
  endpointKeys: Map<string, { secret: string; connect: boolean }>;
  events: Map<string, Stripe.EventBase>;
  files: Map<string, Stripe.File>;
  intents: Map<string, Stripe.PaymentIntent>;
  invoiceItems: Map<string, WireInvoiceItem>;
  invoiceOfIntent: Map<string, string>;
  invoicePayments: Map<string, Stripe.InvoicePayment>;
  invoices: Map<string, WireInvoice>;
  paymentMethods: Map<string, Stripe.PaymentMethod>;
  payouts: Map<string, Stripe.Payout>;
  /** Which automatic payout took a balance transaction along. */
  payoutOf: Map<string, string>;
  /** Which intent of an open session waits for the bank's page. */
  pendingOfSession: Map<string, string>;
  /** When the next automatic payout runs, under `next`. */
  plannedPayouts: Map<string, number>;
  portalConfigurations: Map<string, Stripe.BillingPortal.Configuration>;
  portalSessions: Map<string, Stripe.BillingPortal.Session>;
  prices: Map<string, WirePrice>;
  products: Map<string, Stripe.Product>;
  refunds: Map<string, Stripe.Refund>;
  sessionDetails: Map<string, SessionDetails>;
  sessionOfIntent: Map<string, string>;
  sessions: Map<string, Stripe.Checkout.Session>;
  setUpMethods: Map<string, number>;
  setupAttempts: Map<string, Stripe.SetupAttempt>;
  setupIntents: Map<string, Stripe.SetupIntent>;
  subscriptions: Map<string, WireSubscription>;
  tasks: Task[];
  traits: Map<string, CardTrait>;
  transfers: Map<string, Stripe.Transfer>;
  /** Cards that were used or taken away without belonging to anybody: they are not taken again. */
  spentMethods: Map<string, number>;
  webhookEndpoints: Map<string, Stripe.WebhookEndpoint>;
}

export function emptyStore(): Store {
  return {
    accountLinks: new Map(),
    accounts: new Map(),
    answers: new Map(),
    verdicts: new Map(),
    balances: new Map(),
    balanceTransactions: new Map(),
    bankAccounts: new Map(),
    begunIntents: new Map(),
    charges: new Map(),
    clocks: new Map(),
    clockTasks: new Map(),
    customerBalance: new Map(),
    customers: new Map(),
    deliveries: [],
    disputes: new Map(),
    endpointKeys: new Map(),
    events: new Map(),
    files: new Map(),
    intents: new Map(),
    invoiceItems: new Map(),
    invoiceOfIntent: new Map(),
    invoicePayments: new Map(),
    invoices: new Map(),
    paymentMethods: new Map(),
    payouts: new Map(),
    payoutOf: new Map(),
    pendingOfSession: new Map(),
    plannedPayouts: new Map(),
    portalConfigurations: new Map(),
    portalSessions: new Map(),
    prices: new Map(),
    products: new Map(),
    refunds: new Map(),
    sessionDetails: new Map(),
    sessionOfIntent: new Map(),
    sessions: new Map(),
    setUpMethods: new Map(),
    setupAttempts: new Map(),
    setupIntents: new Map(),
    subscriptions: new Map(),
    tasks: [],
    traits: new Map(),
    transfers: new Map(),
    spentMethods: new Map(),
    webhookEndpoints: new Map(),
  };
}
