import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Stripe from 'stripe';
import { expect } from 'vitest';
import { startPaymentEmulator, type PaymentEmulator } from '../../src/dev/payments/index.ts';
import {
  payHostedPage,
  type PayOptions,
  type PayResult,
} from '../../src/dev/payments/pay-hosted-page.ts';
import { createPerson } from '../../src/domains/identity/index.ts';
import * as payments from '../../src/domains/payments/index.ts';
import { newId, sql } from '../../src/platform/db/index.ts';
import type { Domain } from '../../src/platform/domain.ts';
import type { Events, EventType } from '../../src/platform/events/index.ts';
import { type Money, money, share } from '../../src/platform/money/index.ts';
import { startTestWorld, type World, type WorldOptions } from './world.ts';

export const secretKey = 'sk_test_of_the_test_world';
export const webhookSecret = 'whsec_of_the_test_world';

/** A webhook as the provider sent it, kept back until the test delivers it. */
export interface SignedEvent {
  body: string;
  signature: string;
  type: string;
  objectId: string;
}

export interface Told {
  name: string;
  data: { chargeId: string; reference: string; amountMinor?: number };
}

/** As it is written down. */
export interface CallRow {
  operation: string;
  attempt: number;
  status: string;
  asked: number;
  idempotency_key: string;
  params: object;
  provider_request_id: string | null;
  needs_person_at: Temporal.Instant | null;
}

type Payee = { personId: string; settleAt: Temporal.Instant };

export interface PaymentsWorld extends World {
  provider: PaymentEmulator;
  stripe: Stripe;
  /** Events the provider has sent so far; empties the list. */
  takeEvents(): Promise<SignedEvent[]>;
  deliver(event: Pick<SignedEvent, 'body' | 'signature'>): ReturnType<World['inject']>;
  /** Delivers all that was sent, in order, and runs the jobs. */
  deliverAll(): Promise<void>;
  chargeStatus(chargeId: string): Promise<payments.ChargeView['status']>;
  /** What was asked of the provider about a charge, a transfer and so on, in order. */
  callsOf(subjectId: string): Promise<CallRow[]>;
  /** What the domain has published about a charge, sorted: queues do not wait for one another. */
  told(chargeId: string): string[];
  openCharge(input?: {
    amount?: Money;
    capture?: 'manual' | 'automatic';
    payee?: Payee;
  }): Promise<payments.ChargeView>;
  startCheckout(chargeId: string, payerId?: string): Promise<string>;
  /** Opens a charge and pays it on the hosted page; nothing is told to us yet. */
  paidCharge(input?: {
    amount?: Money;
    capture?: 'manual' | 'automatic';
    payee?: Payee;
    card?: string;
  }): Promise<payments.ChargeView>;
  pay(url: string, options?: PayOptions): Promise<PayResult>;
}

/** The payments domain (and more) against the provider's local stand-in, over HTTP; webhooks wait for the test. */
export async function startPaymentsWorld(
  more: readonly Domain[] = [],
  options: Omit<WorldOptions, 'domains'> = {},
): Promise<PaymentsWorld> {
  const mailbox = await openMailbox();
  const told: Told[] = [];
  let nowMs = Date.parse('2026-11-23T09:00:00Z');
  const provider = await startPaymentEmulator({
    webhookUrl: mailbox.url,
    webhookSecret,
    secretKey,
    now: () => nowMs,
  });
  const world = await startTestWorld({
    ...options,
    domains: [payments.paymentsDomain, recorder(told), ...more],
    env: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_API_URL: provider.url,
      ...options.env,
    },
  });
  let somebody: Promise<string> | undefined;
  const { port } = new URL(provider.url);
  const stripe = new Stripe(secretKey, {
    host: '127.0.0.1',
    port,
    protocol: 'http',
    telemetry: false,
  });

  const self: PaymentsWorld = {
    ...world,
    clock: {
      ...world.clock,
      set: (instant) => {
        world.clock.set(instant);
        nowMs = world.clock.now().epochMilliseconds;
      },
      advance: (duration) => {
        world.clock.advance(duration);
        nowMs = world.clock.now().epochMilliseconds;
      },
    },
    provider,
    stripe,
    async takeEvents() {
      await provider.drain();
      return mailbox.events.splice(0);
    },
    deliver: ({ body, signature }) =>
      world.inject({
        method: 'POST',
        url: '/api/v1/webhooks/payments',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signature,
        },
        payload: body,
      }),
    async deliverAll() {
      for (const event of await self.takeEvents())
        expect((await self.deliver(event)).statusCode).toBe(200);
      await world.runJobs();
    },
    chargeStatus: async (chargeId) => (await payments.getCharge(world.ctx, chargeId)).status,
    async callsOf(subjectId) {
      const { rows } = await sql<CallRow>`
        select * from payments.provider_calls where subject_id = ${subjectId} order by id`.execute(
        world.ctx.db,
      );
      return rows;
    },
    told: (chargeId) =>
      told
        .filter(({ data }) => data.chargeId === chargeId)
        .map(({ name, data }) => describe(name, data))
        .toSorted(),
    openCharge: ({ amount = money(3800, 'GBP'), capture = 'manual', payee } = {}) =>
      payments.openCharge(world.ctx, {
        reference: `booking:${newId(world.clock)}`,
        market: 'gb',
        amount,
        fee: share(amount, 1000),
        capture,
        ...(payee && { payee }),
        expiresAt: world.clock.now().add({ minutes: 15 }),
      }),
    startCheckout: async (chargeId, payerId) =>
      payments.startCheckout(world.ctx, {
        chargeId,
        description: 'Guitar lesson, 60 minutes',
        email: 'ada@example.com',
        payerId: payerId ?? (await (somebody ??= newPayer(world))),
        successUrl: 'http://localhost:4600/book/done',
        cancelUrl: 'http://localhost:4600/book',
      }),
    async paidCharge({ card, ...input } = {}) {
      const charge = await self.openCharge(input);
      const result = await self.pay(await self.startCheckout(charge.id), card ? { card } : {});
      expect(result.outcome).toBe('paid');
      return charge;
    },
    pay: payHostedPage,
    async close() {
      await world.close();
      await provider.close();
      mailbox.close();
    },
  };
  return self;
}

const newPayer = ({ ctx }: World): Promise<string> =>
  createPerson(ctx, {
    email: 'payer@example.com',
    displayName: 'Ada',
    roles: ['learner'],
    verified: true,
    timeZone: 'Europe/London',
  });

const describe = (name: string, { amountMinor }: Told['data']) =>
  name.replace('payments.charge_', '') + (amountMinor === undefined ? '' : ` ${amountMinor}`);

function recorder(told: Told[]): Domain {
  const listen = <T extends Told['data']>(events: Events, type: EventType<T>) =>
    events.on(type, `test.record`, async (_ctx, data) => void told.push({ name: type.name, data }));
  return {
    name: 'recorder',
    listeners(events) {
      listen(events, payments.chargeAuthorised);
      listen(events, payments.chargeCaptured);
      listen(events, payments.chargeVoided);
      listen(events, payments.chargeCardSaved);
      listen(events, payments.chargeActionNeeded);
      listen(events, payments.chargeRefunded);
      listen(events, payments.chargeFailed);
    },
  };
}

/** Accepts what the provider sends, so that the test decides what reaches us, when and how often. */
async function openMailbox(): Promise<{ url: string; events: SignedEvent[]; close(): void }> {
  const events: SignedEvent[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const event = JSON.parse(body) as Stripe.Event;
      const { id } = event.data.object as { id: string };
      events.push({
        body,
        signature: String(request.headers['stripe-signature']),
        type: event.type,
        objectId: id,
      });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, events, close: () => void server.close() };
}

/**
 * The books agree with themselves, with the charges, and with the provider: every posting sums to
 * zero; escrow holds just what was captured, not given back and not sent on; our account at the provider has
 * just the net of its balance transactions.
 */
export async function expectBooksToBalance(world: PaymentsWorld): Promise<void> {
  const { rows } = await sql<{ currency: string; account: string; minor: number }>`
    select currency, account, sum(amount_minor)::bigint as minor
    from payments.ledger_entries group by currency, account`.execute(world.ctx.db);
  const charges = await sql<{ currency: string; kept: number; pending: number }>`
    select currency,
      coalesce(sum(captured_minor - refunded_minor) filter (where not exists (
        select from payments.transfers where charge_id = charges.id and sent_at is not null and replaced_at is null
      )), 0)::bigint as kept,
      coalesce(sum(amount_minor) filter (where last_known_status = 'authorised'), 0)::bigint as pending
    from payments.charges group by currency`.execute(world.ctx.db);
  const balance = (currency: string, account: string) =>
    rows.find((row) => row.currency === currency && row.account === account)?.minor ?? 0;
  const movements = await world.stripe.balanceTransactions
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 10_000 });
  for (const { currency, kept, pending } of charges.rows) {
    const all = rows
      .filter((row) => row.currency === currency)
      .reduce((sum, row) => sum + row.minor, 0);
    const net = movements
      .filter((movement) => movement.currency.toUpperCase() === currency)
      .reduce((sum, movement) => sum + movement.net, 0);
    expect({
      currency,
      all,
      escrow: balance(currency, 'escrow'),
      pending: balance(currency, 'escrow_pending'),
      provider: balance(currency, 'provider'),
    }).toEqual({ currency, all: 0, escrow: minus(kept), pending: minus(pending), provider: net });
  }
}

const minus = (minor: number) => (minor === 0 ? 0 : -minor);

/** Every order of the items. */
export function* ordersOf<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [index, item] of items.entries())
    for (const rest of ordersOf(items.toSpliced(index, 1))) yield [item, ...rest];
}

/** The payment pages that the provider holds for a charge. */
export async function sessionsOf(world: PaymentsWorld, chargeId: string) {
  const all = await world.stripe.checkout.sessions
    .list({ limit: 100 })
    .autoPagingToArray({ limit: 10_000 });
  return all.filter((session) => session.metadata?.['charge_id'] === chargeId);
}

/** Where the charge's money is by the provider's own account. */
export async function atProvider(world: PaymentsWorld, chargeId: string) {
  const { provider_intent_id: intent } = await world.ctx.db
    .withTables<{ 'payments.charges': { id: string; provider_intent_id: string | null } }>()
    .selectFrom('payments.charges')
    .select('provider_intent_id')
    .where('id', '=', chargeId)
    .executeTakeFirstOrThrow();
  const { status, amount_received: received } = await world.stripe.paymentIntents.retrieve(intent!);
  const refunds = await world.stripe.refunds.list({ payment_intent: intent! });
  return { status, received, refunded: refunds.data.map(({ amount }) => amount) };
}
