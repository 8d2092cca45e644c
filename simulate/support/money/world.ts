import {
  abandonCharge,
  captureCharge,
  chargeAuthorised,
  liftHold,
  payoutFailed,
  payoutSent,
  plusPaid,
  settleCancelledCharge,
} from '../../../src/domains/payments/index.ts';
import { wakeCharges } from '../../../src/domains/payments/charges/wake-charges.ts';
import { watchSubscriptions } from '../../../src/domains/payments/subscriptions/watch-subscriptions.ts';
import { sweep } from '../../../src/domains/payments/sweep.ts';
import { settleDue } from '../../../src/domains/payments/transfers/settle-due.ts';
import { writeOffOld } from '../../../src/domains/payments/transfers/write-off.ts';
import { receiveEvent } from '../../../src/domains/payments/webhooks/receive-event.ts';
import { type Ctx, systemCtx } from '../../../src/platform/context.ts';
import { DomainError } from '../../../src/platform/errors/index.ts';
import { emptyRow } from '../memory-database/interpret.ts';
import type { Row, Schema } from '../memory-database/schema.ts';
import type { Sabotage, Store } from '../memory-database/store.ts';
import { type NearProvider, nearProvider, type SentEvent } from '../near-provider.ts';
import { instructor, openAccount, setAccount, setBankAccount } from './actors/instructor.ts';
import { complaint, learner } from './actors/learner.ts';
import { judge, operator } from './actors/operator.ts';
import { subscriber } from './actors/subscriber.ts';
import { SimulatedClock } from './clock.ts';
import { lookBehindUnbooked } from './nightly.ts';
import { Post } from './post.ts';
import { Product } from './product.ts';
import { Requests } from './requests.ts';
import type { Step } from './steps.ts';
import { Tally } from './tally.ts';

const actors = { ...learner, ...instructor, ...operator, ...subscriber };

const minuteMs = 60_000;
/** What the product's clock starts, and how often. */
const timers: { everyMs: number; job: (ctx: Ctx) => Promise<void> }[] = [
  { everyMs: minuteMs, job: wakeCharges },
  { everyMs: minuteMs, job: settleDue },
  { everyMs: 10 * minuteMs, job: watchSubscriptions },
  { everyMs: 15 * minuteMs, job: sweep },
  { everyMs: 24 * 60 * minuteMs, job: writeOffOld },
];
const sweepMs = 15 * minuteMs;
/** Far more than any story needs: most come to rest within twenty. */
const roundsMax = 150;
const jobsAtATime = 3;

/** What the provider does by itself and money moves by; renewals go on for ever. */
const moneyTasks = new Set([
  'fail_refund',
  'finalise_invoice',
  'finish_payout',
  'release_balance',
  'run_payouts',
  'settle_refund',
  'start_payout',
]);

/** The product, the provider and everybody who uses them, in one process, by one clock. */
export class MoneyWorld {
  readonly clock = new SimulatedClock();
  readonly tally = new Tally();
  readonly provider: NearProvider = nearProvider(this.clock);
  readonly post = new Post(this.provider, this.tally);
  readonly requests = new Requests();
  readonly product: Product;
  readonly teacherId = '01a207a2-0000-7000-8000-00000000000a';
  readonly learnerId = '01a207a2-0000-7000-8000-00000000000b';
  readonly #startedMs = timers.map(() => this.clock.nowMs);

  constructor(schema: Schema, sabotage?: Sabotage) {
    this.product = new Product(this, schema, sabotage);
    const { events } = this.product;
    events.on(chargeAuthorised, 'simulation', (ctx, { chargeId }) =>
      settleAbandoned(this.store, ctx, chargeId),
    );
    // Nobody reacts to these here: what was published is what is in their queues.
    for (const event of [payoutSent, payoutFailed, plusPaid])
      events.on<object>(event, 'simulation', async () => {});
    moveIn(this);
  }

  get ctx(): Ctx {
    return this.product.ctx;
  }

  get surprises(): unknown[] {
    return this.product.surprises;
  }

  get store(): Store {
    return this.product.store;
  }

  /** In the order in which they were opened, also by a process that died with the answer. */
  get charges(): string[] {
    return this.store.rows('payments.charges').map(({ id }) => String(id));
  }

  charge(id: string): Row {
    return this.store.rows('payments.charges').find((row) => row['id'] === id)!;
  }

  with({ which }: { which: number }, work: (chargeId: string) => unknown): unknown {
    const id = this.charges[which % Math.max(1, this.charges.length)];
    return id === undefined ? undefined : work(id);
  }

  /** The same, where it is a lesson and not only asked for. */
  withLesson(step: { which: number }, work: (chargeId: string) => unknown): unknown {
    return this.with(step, (id) =>
      this.requests.isLesson(this.charge(id)) ? work(id) : undefined,
    );
  }

  /** A teacher is there who can be paid; that the provider told of it is over. */
  async begin(): Promise<void> {
    await openAccount(this);
    this.provider.events.length = 0;
  }

  async play(story: readonly Step[]): Promise<void> {
    await this.begin();
    for (const step of story) await this.take(step);
    await this.#comeToRest(new Set(story.map((step) => step.do)));
    for (const { kind } of this.provider.faults.drawn) this.tally.count(`call fault: ${kind}`);
  }

  async take(step: Step): Promise<void> {
    this.clock.nowMs += 1_000;
    switch (step.do) {
      case 'wait':
        this.clock.nowMs += step.minutes * minuteMs;
        return;
      case 'work':
        for (let round = 0; round < step.rounds; round++) await this.work();
        return;
      case 'call_fault':
        return this.provider.faults.call(step.fault);
      case 'event_fault':
        this.post.faults.push(step.kind);
        return;
      case 'crash':
        this.product.crash = { at: step.at, after: step.after };
        return;
      default: {
        const act = actors[step.do] as (world: MoneyWorld, step: Step) => unknown;
        const done = await this.product.survives(() => act(this, step));
        this.tally.count(`${done ? 'act' : 'refused'}: ${step.do}`);
      }
    }
  }

  /** What the provider sent arrives, timers go off, and some of the jobs that are due run. */
  async work(): Promise<void> {
    this.provider.core.runDue();
    for (const event of this.post.arrive(this.clock.nowMs)) await this.deliver(event);
    for (const [index, { everyMs, job }] of timers.entries()) {
      if (this.clock.nowMs - this.#startedMs[index]! < everyMs) continue;
      this.#startedMs[index] = this.clock.nowMs;
      await this.product.survives(() => job(systemCtx(this.ctx, 'timer')));
    }
    await this.requests.tick(this);
    await this.product.runJobs(jobsAtATime);
  }

  /** What is not answered is sent again. */
  async deliver(event: SentEvent): Promise<void> {
    this.tally.count('received');
    const isTaken = await this.product.survives(() =>
      receiveEvent(this.ctx, {
        platform: 'main',
        rawBody: Buffer.from(event.payload),
        signature: this.provider.sign(event.payload),
      }),
    );
    if (!isTaken) this.post.sendAgain({ ...event, atMs: this.clock.nowMs });
  }

  /** Nothing goes wrong any more, every lesson's end is reached, and time passes until all is quiet. */
  async #comeToRest(done: ReadonlySet<Step['do']>): Promise<void> {
    const { product } = this;
    this.provider.faults.clear();
    this.post.faults.length = 0;
    product.crash = undefined;
    if (done.has('account')) setAccount(this, 'enabled');
    if (done.has('bank_account')) setBankAccount(this, true);
    const { disputes } = this.provider.platform.own.store;
    for (const which of [...disputes.keys()].keys()) judge(this, { which, won: false });
    for (const chargeId of this.charges)
      await product.survives(() => liftHold(this.ctx, { chargeId, reason: complaint }));
    // Holds run out before anything else.
    for (const id of this.charges) await product.survives(() => abandonCharge(this.ctx, id));
    if (!(await this.untilQuiet())) return;
    for (const id of this.charges)
      if (this.charge(id)['keep_minor'] === null && this.requests.isLesson(this.charge(id)))
        await product.survives(() => captureCharge(this.ctx, id));
    if (!(await this.untilQuiet()) || this.post.lost === 0) return;
    await lookBehindUnbooked(this);
    await product.survives(() => subscriber.check_plus(this));
    await this.untilQuiet();
  }

  /** Quiet is when a sweep, too, finds nothing more to do. False, and a surprise, where that never comes. */
  async untilQuiet(): Promise<boolean> {
    const { clock, product } = this;
    let swept = false;
    for (let round = 0; round < roundsMax; round++) {
      await this.work();
      if (product.jobs.due(clock.nowMs).length > 0) swept = false;
      else {
        const nextMs = this.#nextMs();
        if (nextMs === undefined && swept) return true;
        swept = nextMs === undefined;
        clock.nowMs = nextMs === undefined ? clock.nowMs + sweepMs : Math.max(clock.nowMs, nextMs);
      }
    }
    product.surprises.push(new Error('it never comes to rest'));
    return false;
  }

  /** When something happens next, in milliseconds. */
  #nextMs(): number | undefined {
    const { tasks } = this.provider.platform.own.store;
    const waking = [
      ...this.store.rows('payments.charges').map((row) => row['wake_at']),
      ...this.store.rows('payments.transfers').map((row) => row['next_try_at']),
    ].filter((at) => at instanceof Temporal.Instant);
    const next = Math.min(
      this.product.jobs.nextMs(),
      ...waking.map((at) => Math.max(at.epochMilliseconds, this.#startedMs[0]! + minuteMs)),
      ...this.post.times,
      ...this.requests.timesMs(this).map((at) => Math.max(at, this.clock.nowMs + 1)),
      ...tasks.filter(({ kind }) => moneyTasks.has(kind)).map(({ dueAt }) => dueAt * 1000),
    );
    return Number.isFinite(next) ? Math.ceil(next) : undefined;
  }
}

/** The learner, who has chosen the market of Etude Plus. */
function moveIn({ store, learnerId, clock }: MoneyWorld): void {
  const email = 'learner@example.com';
  store.insert('identity.people', {
    ...emptyRow(store.table('identity.people')),
    id: learnerId,
    email,
    email_key: email,
    display_name: 'Ada Example',
    created_at: clock.now(),
  });
  const choice = { person_id: learnerId, market_code: 'gb', chosen_at: clock.now() };
  store.insert('markets.choices', choice);
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
