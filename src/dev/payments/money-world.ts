import { inspect } from 'node:util';
import Stripe from 'stripe';
import { startPaymentEmulator, type PaymentEmulator } from './index.ts';
import { idOf } from './ids.ts';
import { silentLog } from './log.ts';

/** One thing somebody does. Numbers choose among what there is, and how much of it. */
export type Step =
  | { kind: 'account' }
  | { kind: 'advance'; hours: number }
  | { kind: 'cancel'; which: number }
  | { kind: 'capture'; which: number; share: number }
  | { kind: 'changePlan'; which: number; plan: number; now: boolean }
  | { kind: 'dispute'; which: number; reason: 'fraudulent' | 'product_not_received' }
  | { kind: 'endPlan'; which: number }
  | { kind: 'judge'; which: number; won: boolean }
  | { kind: 'pay'; amount: number; card: string; hold: boolean }
  | { kind: 'payout'; which: number; share: number }
  | { kind: 'refund'; which: number; share: number }
  | { kind: 'reverse'; which: number; share: number }
  | { kind: 'subscribe'; plan: number; card: string; trial: boolean }
  | { kind: 'transfer'; which: number; account: number; share: number; fromCharge: boolean };

export interface MoneyWorld {
  stripe: Stripe;
  emulator: PaymentEmulator;
  currency: string;
  accounts: string[];
  /** What the emulator itself could not do. */
  faults: string[];
  run(step: Step): Promise<void>;
  close(): Promise<void>;
}

const secretKey = 'sk_test_money';
/** Amounts end in zeros where a currency wants it. */
const whole = (minor: number) => Math.max(1000, minor - (minor % 100));
const part = (amount: number, share: number) => Math.max(1, Math.floor(amount * share));

const pick = <T>(items: readonly T[], index: number): T | undefined =>
  items.length === 0 ? undefined : items[index % items.length];

/** A provider without sockets, and hands that do what they are told. What it refuses is no failure. */
export async function startMoneyWorld(currency: string): Promise<MoneyWorld> {
  let millis = Date.UTC(2026, 10, 23, 9);
  const faults: string[] = [];
  const emulator = await startPaymentEmulator({
    secretKey,
    webhookSecret: 'whsec_money',
    log: { ...silentLog, error: (details) => void faults.push(inspect(details)) },
    now: () => millis,
  });
  const stripe = new Stripe(secretKey, {
    host: '127.0.0.1',
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
    httpClient: Stripe.createFetchHttpClient(emulator.fetch),
  });
  const accounts: string[] = [];
  const intents: string[] = [];
  const transfers: { id: string; amount: number }[] = [];
  const subscriptions: string[] = [];
  const plans: string[] = [];

  const control = (path: string, body: object) =>
    emulator.fetch(`http://127.0.0.1/_emulator${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const intentAt = async (index: number) => {
    const id = pick(intents, index);
    return id === undefined ? undefined : stripe.paymentIntents.retrieve(id);
  };

  const makePlans = async () => {
    if (plans.length > 0) return;
    const { id: product } = await stripe.products.create({ name: 'Plus' });
    for (const [unit_amount, interval] of [
      [1000, 'month'],
      [2500, 'month'],
      [20_000, 'year'],
    ] as const) {
      const price = { product, currency, unit_amount, recurring: { interval } };
      plans.push((await stripe.prices.create(price)).id);
    }
  };

  type Doing<K extends Step['kind']> = (step: Extract<Step, { kind: K }>) => Promise<void>;
  const steps: { [K in Step['kind']]: Doing<K> } = {
    async account() {
      const { id } = await stripe.accounts.create({
        type: 'express',
        default_currency: currency,
        capabilities: { transfers: { requested: true } },
        settings: { payouts: { schedule: { interval: accounts.length % 2 ? 'manual' : 'daily' } } },
        external_account: {
          object: 'bank_account',
          country: 'GB',
          currency,
          account_number: accounts.length % 3 === 2 ? '000111111116' : '00012345',
        },
      });
      accounts.push(id);
      await control(`/accounts/${id}`, { state: 'enabled' });
    },
    async advance({ hours }) {
      millis += hours * 3_600_000;
    },
    async pay({ amount, card, hold }) {
      const intent = await stripe.paymentIntents.create({
        amount: whole(amount),
        currency,
        payment_method: card,
        confirm: true,
        capture_method: hold ? 'manual' : 'automatic',
        automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
      });
      intents.push(intent.id);
    },
    async capture({ which, share }) {
      const intent = await intentAt(which);
      if (!intent) return;
      await stripe.paymentIntents.capture(intent.id, {
        amount_to_capture: part(intent.amount_capturable, share),
      });
    },
    async cancel({ which }) {
      const id = pick(intents, which);
      if (id !== undefined) await stripe.paymentIntents.cancel(id);
    },
    async refund({ which, share }) {
      const intent = await intentAt(which);
      if (!intent) return;
      const amount = part(intent.amount_received, share);
      await stripe.refunds.create({ payment_intent: intent.id, amount });
    },
    async transfer({ which, account, share, fromCharge }) {
      const intent = await intentAt(which);
      const destination = pick(accounts, account);
      if (!intent || destination === undefined) return;
      const amount = part(intent.amount_received, share);
      const source = { source_transaction: idOf(intent.latest_charge) };
      const made = await stripe.transfers.create({
        amount,
        currency,
        destination,
        ...(fromCharge && source),
      });
      transfers.push({ id: made.id, amount });
    },
    async reverse({ which, share }) {
      const transfer = pick(transfers, which);
      if (!transfer) return;
      await stripe.transfers.createReversal(transfer.id, { amount: part(transfer.amount, share) });
    },
    async payout({ which, share }) {
      const stripeAccount = pick([undefined, ...accounts], which);
      const on = stripeAccount === undefined ? {} : { stripeAccount };
      const { available } = await stripe.balance.retrieve({}, on);
      const balance = available.find((each) => each.currency === currency)?.amount ?? 0;
      await stripe.payouts.create({ amount: part(balance, share), currency }, on);
    },
    async dispute({ which, reason }) {
      const intent = await intentAt(which);
      if (intent) await control(`/charges/${idOf(intent.latest_charge)}/dispute`, { reason });
    },
    async judge({ which, won }) {
      const dispute = pick((await stripe.disputes.list()).data, which);
      if (dispute) await control(`/disputes/${dispute.id}`, { outcome: won ? 'won' : 'lost' });
    },
    async subscribe({ plan, card, trial }) {
      await makePlans();
      const { id: customer } = await stripe.customers.create({ payment_method: card });
      const [method] = (await stripe.customers.listPaymentMethods(customer)).data;
      const made = await stripe.subscriptions.create({
        customer,
        items: [{ price: pick(plans, plan)! }],
        default_payment_method: method!.id,
        ...(trial && { trial_period_days: 7 }),
      });
      subscriptions.push(made.id);
    },
    async changePlan({ which, plan, now }) {
      const id = pick(subscriptions, which);
      if (id === undefined) return;
      const { items } = await stripe.subscriptions.retrieve(id);
      await stripe.subscriptions.update(id, {
        items: [{ id: items.data[0]!.id, price: pick(plans, plan)! }],
        proration_behavior: now ? 'always_invoice' : 'create_prorations',
      });
    },
    async endPlan({ which }) {
      const id = pick(subscriptions, which);
      if (id !== undefined)
        await stripe.subscriptions.cancel(id, { prorate: true, invoice_now: true });
    },
  };

  return {
    stripe,
    emulator,
    currency,
    accounts,
    faults,
    async run(step) {
      try {
        await (steps[step.kind] as Doing<Step['kind']>)(step as never);
      } catch (error) {
        const refused =
          error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500;
        if (!refused) throw error;
      }
    },
    close: () => emulator.close(),
  };
}
