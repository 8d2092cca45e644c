import { pino } from 'pino';
import type Stripe from 'stripe';
import { createAccount } from '../../../src/dev/payments/actions/connect/accounts.ts';
import { setAccountState } from '../../../src/dev/payments/actions/connect/account-states.ts';
import { closeDispute, openDispute } from '../../../src/dev/payments/actions/disputes/disputes.ts';
import { idOf } from '../../../src/dev/payments/ids.ts';
import {
  finishAuthentication,
  paySession,
} from '../../../src/dev/payments/actions/checkout/pay-session.ts';
import {
  abandonCharge,
  captureCharge,
  chargeAuthorised,
  checkCharge,
  openCharge,
  paymentsDomain,
  settleCancelledCharge,
  startCheckout,
} from '../../../src/domains/payments/index.ts';
import {
  changePayoutAccount,
  openPayoutAccount,
} from '../../../src/domains/payments/payout-accounts/payout-accounts.queries.ts';
import { reachThrough } from '../../../src/domains/payments/provider/stripe.ts';
import { sweep } from '../../../src/domains/payments/sweep.ts';
import { wakeCharges } from '../../../src/domains/payments/charges/wake-charges.ts';
import { holdTransfer, liftHold } from '../../../src/domains/payments/transfers/hold-transfer.ts';
import { settleDue } from '../../../src/domains/payments/transfers/settle-due.ts';
import { receiveEvent } from '../../../src/domains/payments/webhooks/receive-event.ts';
import { type Config, loadConfig } from '../../../src/platform/config/index.ts';
import { type Ctx, systemCtx } from '../../../src/platform/context.ts';
import { newId } from '../../../src/platform/db/index.ts';
import { DomainError } from '../../../src/platform/errors/index.ts';
import { durableEvents, type Events } from '../../../src/platform/events/index.ts';
import { money } from '../../../src/platform/money/index.ts';
import { type Boundary, memoryDb } from '../memory-database/dialect.ts';
import type { Row, Schema } from '../memory-database/schema.ts';
import { type Sabotage, Store } from '../memory-database/store.ts';
import { MemoryJobs } from '../memory-jobs.ts';
import {
  type NearProvider,
  nearProvider,
  secretKey,
  type SentEvent,
  webhookSecret,
} from '../near-provider.ts';
import { rawSql } from './raw-sql.ts';
import type { CrashPoint, EventFaultKind, Step } from './steps.ts';

const sweepMs = 15 * 60_000;
/** Far more than any story needs. */
const roundsMax = 600;
/** The one complaint that a lesson may have here. */
const reason = 'complaint:simulation';
const startMs = Date.parse('2026-11-23T09:00:00Z');
const log = pino({ level: 'silent' });
const settings = loadConfig({
  NODE_ENV: 'test',
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
});

const teacher: Parameters<typeof createAccount>[1] = {
  type: 'express',
  country: 'GB',
  currency: undefined,
  email: null,
  businessType: undefined,
  capabilities: ['transfers'],
  controller: undefined,
  schedule: {},
  profile: {},
  metadata: {},
  agreedAt: undefined,
  bank: {
    country: 'GB',
    currency: 'gbp',
    number: '00012345',
    routingNumber: '108800',
    holder: null,
    holderType: null,
  },
};

class ProcessGone extends Error {}

interface Delivery extends SentEvent {
  atMs: number;
}

/**
 * The payments domain as it is, on a store in memory and with the provider in the same process. Time
 * moves when a step says so; a crash ends the process between two of its own statements, and another
 * goes on with what was committed.
 */
export class MoneyWorld {
  readonly store: Store;
  readonly jobs: MemoryJobs;
  readonly provider: NearProvider;
  readonly teacherId = '01a207a2-0000-7000-8000-00000000000a';
  readonly #learnerId = '01a207a2-0000-7000-8000-00000000000b';
  /** Errors that nothing of what the world does to the product explains. */
  readonly surprises: unknown[] = [];
  counts = { events: 0, faults: 0, crashes: 0 };
  ctx!: Ctx;
  nowMs = startMs;
  #process = 0;
  #crash: { at: CrashPoint; after: number } | undefined;
  #deliveries: Delivery[] = [];
  readonly #eventFaults: EventFaultKind[] = [];
  readonly #events: Events;
  #account: Stripe.Account | undefined;
  #tickedMs = startMs;
  #sweptMs = startMs;

  constructor(schema: Schema, sabotage?: Sabotage) {
    this.store = new Store(schema, sabotage);
    this.jobs = new MemoryJobs(this.store);
    this.provider = nearProvider(() => this.nowMs);
    paymentsDomain.jobs?.(this.jobs);
    this.#events = durableEvents(this.jobs);
    this.#events.on(chargeAuthorised, 'simulation', (ctx, { chargeId }) =>
      settleAbandoned(this.store, ctx, chargeId),
    );
    this.#startProcess();
  }

  /** In the order in which they were opened, also by a process that died with the answer. */
  get charges(): string[] {
    return this.store.rows('payments.charges').map(({ id }) => String(id));
  }

  async play(story: readonly Step[]): Promise<void> {
    await this.#openAccount();
    for (const step of story) {
      this.nowMs += 1_000;
      await this.#surviving(() => this.#take(step));
    }
    await this.#comeToRest();
  }

  /** The one teacher of this world, whom the provider may pay already. */
  async #openAccount(): Promise<void> {
    const row = await openPayoutAccount(this.ctx, {
      personId: this.teacherId,
      platform: 'main',
      country: 'GB',
    });
    const op = this.provider.core.begin(this.provider.platform.own);
    const account = createAccount(op, { ...teacher, metadata: { payout_account_id: row.id } });
    setAccountState(op, account, 'enabled');
    this.#account = account;
    await changePayoutAccount(this.ctx, row.id, this.ctx.clock.now(), {
      status: 'enabled',
      provider_account_id: account.id,
      transfers_enabled: true,
      payouts_enabled: true,
      disabled_reason: null,
      requirements: [],
      bank_name: null,
      bank_last4: null,
    });
  }

  #startProcess(): void {
    const process = ++this.#process;
    const isDead = () => process !== this.#process;
    const alive = () => {
      if (isDead()) throw new ProcessGone();
    };
    const passing = (at: CrashPoint) => () => {
      alive();
      if (this.#crash?.at !== at || this.#crash.after-- > 0) return;
      this.#crash = undefined;
      this.#end();
      throw new ProcessGone();
    };
    const boundary: Boundary = {
      alive,
      beforeCommit: passing('before_commit'),
      afterCommit: passing('after_commit'),
    };
    const config: Config = { ...settings, stripe: { ...settings.stripe } };
    const line = { beforeCall: passing('before_call'), afterCall: passing('after_call') };
    reachThrough(config.stripe, this.provider.httpClient(line));
    this.ctx = systemCtx(
      {
        db: memoryDb(
          this.store,
          rawSql(() => this.ctx.clock.now()),
          boundary,
        ),
        clock: {
          now: () => Temporal.Instant.fromEpochMilliseconds(this.nowMs),
          pause: async (milliseconds: number) => {
            this.nowMs += milliseconds;
            await new Promise<void>((turn) => setImmediate(turn));
          },
        },
        actor: { kind: 'anonymous' },
        requestId: 'simulation',
        log,
        config,
        jobs: this.jobs,
        events: this.#events,
      } as unknown as Ctx,
      'simulation',
    );
  }

  /** What was not committed is gone; whatever still runs in the old process meets only closed doors. */
  #end(): void {
    this.counts.crashes += 1;
    this.store.rollback();
    this.#startProcess();
  }

  /** Refusals, a provider that can't be reached and crashes belong to the story; anything else is a surprise. */
  async #surviving(work: () => Promise<unknown>): Promise<void> {
    const before = this.#process;
    try {
      await work();
    } catch (error) {
      if (before !== this.#process || error instanceof ProcessGone || error instanceof DomainError)
        return;
      this.surprises.push(error);
    }
  }

  async #take(step: Step): Promise<unknown> {
    switch (step.do) {
      case 'book':
        return this.#book(step);
      case 'pay':
        return this.#pay(step);
      case 'come_back':
        return this.#with(step, (id) => checkCharge(this.ctx, id));
      case 'deliver':
        return this.#with(step, (id) => captureCharge(this.ctx, id));
      case 'cancel':
        return this.#with(step, (id) => this.#cancel(id, step.keepPercent));
      case 'abandon':
        return this.#with(step, (id) => abandonCharge(this.ctx, id));
      case 'complain':
        return this.#with(step, (chargeId) => holdTransfer(this.ctx, { chargeId, reason }));
      case 'settle_complaint':
        return this.#with(step, (chargeId) => liftHold(this.ctx, { chargeId, reason }));
      case 'dispute':
        return this.#dispute(step);
      case 'judge':
        return this.#judge(step.which, step.won);
      case 'account':
        return this.#setAccount(step.state);
      case 'wait':
        this.nowMs += step.minutes * 60_000;
        return undefined;
      case 'work':
        for (let round = 0; round < step.rounds; round++) await this.#work();
        return undefined;
      case 'call_fault':
        this.counts.faults += 1;
        return this.provider.faults.call({ kind: step.kind });
      case 'event_fault':
        this.counts.faults += 1;
        return this.#eventFaults.push(step.kind);
      case 'crash':
        this.#crash = { at: step.at, after: step.after };
        return undefined;
    }
  }

  #with({ which }: { which: number }, work: (chargeId: string) => unknown): unknown {
    const id = this.charges[which % Math.max(1, this.charges.length)];
    return id === undefined ? undefined : work(id);
  }

  /** The payer asks their bank for the money back. */
  #dispute({ which, inquiry }: Extract<Step, { do: 'dispute' }>): void {
    const op = this.provider.core.begin(this.provider.platform.own);
    const chargeId = this.charges[which % Math.max(1, this.charges.length)];
    const ofCharge = [...op.store.intents.values()].filter(
      ({ metadata }) => metadata['charge_id'] === chargeId,
    );
    const taken = [...op.store.charges.values()].find(
      (one) => one.captured && ofCharge.some(({ id }) => id === idOf(one.payment_intent)),
    );
    if (!taken || taken.disputed || taken.refunded) return;
    openDispute(op, taken, { reason: 'fraudulent', inquiry });
  }

  #judge(which: number, won: boolean): void {
    const op = this.provider.core.begin(this.provider.platform.own);
    const disputes = [...op.store.disputes.values()];
    const dispute = disputes[which % Math.max(1, disputes.length)];
    if (dispute) closeDispute(op, dispute, won);
  }

  #setAccount(state: 'enabled' | 'restricted'): void {
    setAccountState(this.provider.core.begin(this.provider.platform.own), this.#account!, state);
  }

  async #book({ amountMinor, currency, way }: Extract<Step, { do: 'book' }>): Promise<void> {
    // The provider takes three-decimal currencies in tens only.
    const minor = currency === 'KWD' ? Math.ceil(amountMinor / 10) * 10 : amountMinor;
    const startsAt = this.ctx.clock.now().add({ hours: 24 * (way === 'card_saved' ? 6 : 2) });
    await openCharge(this.ctx, {
      reference: `booking:${newId(this.ctx.clock)}`,
      market: 'gb',
      amount: money(minor, currency),
      fee: money(Math.floor(minor / 10), currency),
      capture: way === 'taken_at_once' ? 'automatic' : 'manual',
      ...(way === 'card_saved' && { neededAt: startsAt }),
      payee: { personId: this.teacherId, settleAt: startsAt.add({ hours: 49 }) },
      expiresAt: this.ctx.clock.now().add({ minutes: 15 }),
    });
  }

  async #pay({ which, card, bank }: Extract<Step, { do: 'pay' }>): Promise<void> {
    const chargeId = this.charges[which % Math.max(1, this.charges.length)];
    if (chargeId === undefined) return;
    const url = await startCheckout(this.ctx, {
      chargeId,
      payerId: this.#learnerId,
      description: 'A lesson',
      email: 'learner@example.com',
      successUrl: 'https://etude.example/paid',
      cancelUrl: 'https://etude.example/back',
    });
    const op = this.provider.core.begin(this.provider.platform.own);
    this.provider.core.runDue();
    const session = op.store.sessions.get(url.split('/').at(-1)!);
    if (session?.status !== 'open') return;
    const input = { number: card, expMonth: 12, expYear: 2040, name: 'Ada Example', email: null };
    const outcome = paySession(op, session, input);
    if (outcome.kind !== 'authenticate') return;
    const { intents, setupIntents } = op.store;
    const intent = intents.get(outcome.intentId) ?? setupIntents.get(outcome.intentId)!;
    finishAuthentication(op, session, intent, bank);
  }

  async #cancel(chargeId: string, keepPercent: number): Promise<void> {
    const amount = Number(this.#row('payments.charges', chargeId)['amount_minor']);
    await settleCancelledCharge(this.ctx, {
      chargeId,
      keepMinor: Math.round((amount * keepPercent) / 100),
      reason: 'cancelled_by_learner',
    });
  }

  #row(table: string, id: string): Row {
    return this.store.rows(table).find((row) => row['id'] === id)!;
  }

  /** The provider's events arrive, and the jobs that are due run, three at a time. */
  async #work(): Promise<void> {
    this.#collect();
    const due = this.#deliveries.filter(({ atMs }) => atMs <= this.nowMs);
    this.#deliveries = this.#deliveries.filter(({ atMs }) => atMs > this.nowMs);
    for (const event of due) await this.#deliver(event);
    await this.#tick();
    const batch = this.jobs.due(this.ctx.clock.now()).slice(0, 3);
    const { ctx } = this;
    const process = this.#process;
    const isDead = () => process !== this.#process;
    await Promise.all(
      batch.map(async (job) => {
        this.counts.events += 1;
        const error = await this.jobs.run(ctx, job, isDead);
        if (error && !isDead() && !isExplained(error)) this.surprises.push(error);
      }),
    );
    if (this.nowMs - this.#sweptMs < sweepMs) return;
    this.#sweptMs = this.nowMs;
    await this.#surviving(() => sweep(systemCtx(this.ctx, 'payments.sweep')));
  }

  /** What production does every minute. */
  async #tick(): Promise<void> {
    if (this.nowMs - this.#tickedMs < 60_000) return;
    this.#tickedMs = this.nowMs;
    for (const job of [wakeCharges, settleDue])
      await this.#surviving(() => job(systemCtx(this.ctx, 'payments.tick')));
  }

  #collect(): void {
    this.provider.core.runDue();
    for (const event of this.provider.events.splice(0)) {
      const delivery = { ...event, atMs: this.nowMs };
      switch (this.#eventFaults.shift()) {
        case 'lose':
          break;
        case 'duplicate':
          this.#deliveries.push(delivery, delivery, delivery);
          break;
        case 'reorder':
          this.#deliveries.unshift(delivery);
          break;
        case 'delay':
          this.#deliveries.push({ ...delivery, atMs: this.nowMs + 20 * 60_000 });
          break;
        default:
          this.#deliveries.push(delivery);
      }
    }
  }

  async #deliver(event: Delivery): Promise<void> {
    this.counts.events += 1;
    const before = this.#process;
    try {
      await receiveEvent(this.ctx, {
        platform: 'main',
        rawBody: Buffer.from(event.payload),
        signature: this.provider.sign(event.payload),
      });
    } catch (error) {
      // No answer was given, so the provider sends it again.
      this.#deliveries.push({ ...event, atMs: this.nowMs + 60_000 });
      if (before === this.#process) this.surprises.push(error);
    }
  }

  /** Nothing goes wrong any more, every lesson's end is reached, and time passes until all is quiet. */
  async #comeToRest(): Promise<void> {
    this.provider.faults.clear();
    this.#eventFaults.length = 0;
    this.#crash = undefined;
    this.#setAccount('enabled');
    const { disputes } = this.provider.platform.own.store;
    [...disputes.keys()].forEach((_id, which) => this.#judge(which, false));
    for (const chargeId of this.charges)
      await this.#surviving(() => liftHold(this.ctx, { chargeId, reason }));
    // Holds run out before anything else.
    for (const id of this.charges) await this.#surviving(() => abandonCharge(this.ctx, id));
    await this.#untilQuiet();
    for (const id of this.charges) {
      if (this.#row('payments.charges', id)['keep_minor'] === null)
        await this.#surviving(() => captureCharge(this.ctx, id));
    }
    await this.#untilQuiet();
  }

  /** Quiet is when a sweep, too, finds nothing more to do. */
  async #untilQuiet(): Promise<void> {
    let swept = false;
    for (let round = 0; round < roundsMax; round++) {
      await this.#work();
      if (this.jobs.due(this.ctx.clock.now()).length > 0) swept = false;
      else {
        const nextMs = this.#nextMs();
        if (nextMs === undefined && swept) return;
        swept = nextMs === undefined;
        this.nowMs = nextMs === undefined ? this.nowMs + sweepMs : Math.max(this.nowMs, nextMs);
      }
    }
    this.surprises.push(new Error('it never comes to rest'));
  }

  #nextMs(): number | undefined {
    const { tasks } = this.provider.platform.own.store;
    const atProvider = tasks.filter(({ kind }) => kind.endsWith('_refund'));
    const job = this.jobs.nextAt();
    const waking = [
      ...this.store.rows('payments.charges').map((row) => row['wake_at']),
      ...this.store.rows('payments.transfers').map((row) => row['next_try_at']),
    ].filter((at) => at instanceof Temporal.Instant);
    const times = [
      ...waking.map((at) => Math.max(at.epochMilliseconds, this.#tickedMs + 60_000)),
      ...this.#deliveries.map(({ atMs }) => atMs),
      ...atProvider.map(({ dueAt }) => dueAt * 1000),
      ...(job ? [job.epochMilliseconds] : []),
    ];
    return times.length > 0 ? Math.ceil(Math.min(...times)) : undefined;
  }
}

/** As scheduling does: a checkout that was given up and turns out paid goes back in full. */
async function settleAbandoned(store: Store, ctx: Ctx, chargeId: string): Promise<void> {
  const charge = store.rows('payments.charges').find((row) => row['id'] === chargeId);
  if (!charge?.['abandoned_at']) return;
  await settleCancelledCharge(ctx, { chargeId, keepMinor: 0, reason: 'paid_too_late' }).catch(
    (error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    },
  );
}

/** A provider that can't be reached, and steps that come too late. */
function isExplained(error: unknown): boolean {
  return (
    error instanceof DomainError || String((error as Error).constructor.name).startsWith('Stripe')
  );
}
