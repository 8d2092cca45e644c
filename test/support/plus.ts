import type { OutgoingHttpHeaders } from 'node:http';
import { expect } from 'vitest';
import { identityDomain } from '../../src/domains/identity/index.ts';
import { chooseMarket, marketsDomain } from '../../src/domains/markets/index.ts';
import { sql } from '../../src/platform/db/index.ts';
import type { Domain } from '../../src/platform/domain.ts';
import { type PaymentsWorld, startPaymentsWorld } from './payments.ts';
import { sessionCookie, signIn } from './people.ts';
import type { WorldOptions } from './world.ts';

/** Read as the test expects it to be. */
type Json = ReturnType<typeof JSON.parse>;

/** Somebody who subscribes and saves cards, through the API. */
export interface Subscriber {
  personId: string;
  email: string;
  headers: OutgoingHttpHeaders;
  /** Calls under /api/v1/me; a JSON answer as it is, an error as a problem. */
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object): Promise<Json>;
  /** Signs in again: a session does not outlive a subscription. */
  signInAgain(): Promise<void>;
  subscribe(plan: string, options?: { card?: string }): Promise<void>;
  /** From now on, whatever is charged is declined. */
  useFailingCard(): Promise<void>;
}

export interface PlusWorld extends PaymentsWorld {
  /** Delivers what was sent, and what comes of it, until nothing comes any more. */
  settle(): Promise<void>;
  /** Moves both clocks and settles what happens on the way. */
  pass(ada: Subscriber, hours: number): Promise<void>;
  subscriber(email: string, market?: 'gb' | 'us' | 'jp'): Promise<Subscriber>;
  newcomer(): Promise<Subscriber>;
  /** Whose trial is over and who has paid for a first period. */
  paidSubscriber(plan?: string): Promise<Subscriber>;
}

/** Payments with people, against the provider's local stand-in; webhooks wait for the test. */
export async function startPlusWorld(
  more: readonly Domain[] = [],
  options: Omit<WorldOptions, 'domains'> = {},
): Promise<PlusWorld> {
  const world = await startPaymentsWorld([identityDomain, marketsDomain, ...more], options);
  let people = 0;
  const all: PlusWorld = {
    ...world,
    async pass(ada, hours) {
      await all.settle();
      world.clock.advance({ hours });
      await all.settle();
      await ada.signInAgain();
    },
    newcomer: () => all.subscriber(`ada${(people += 1)}@example.com`),
    async paidSubscriber(plan = 'plus_gb_month_1') {
      const ada = await all.newcomer();
      await ada.subscribe(plan);
      await all.pass(ada, 14 * 24 + 2);
      expect((await ada.call('GET', '/plus')).subscription.status).toBe('active');
      return ada;
    },
    async settle() {
      await world.runJobs();
      for (let events = await world.takeEvents(); events.length > 0;) {
        for (const event of events) {
          const { statusCode, body } = await world.deliver(event);
          if (statusCode !== 200) throw new Error(`${event.type} was answered ${body}`);
        }
        await world.runJobs();
        events = await world.takeEvents();
      }
    },
    async subscriber(email, market = 'gb') {
      const { personId, cookie } = await signIn(world, email, ['learner']);
      await chooseMarket(world.ctx, { personId, code: market });
      const headers: OutgoingHttpHeaders = { cookie };
      const self: Subscriber = {
        personId,
        email,
        headers,
        async call(method, path, payload) {
          const answer = await world.inject({
            method,
            url: `/api/v1/me${path}`,
            headers,
            ...(payload && { payload }),
          });
          return answer.body === '' ? undefined : answer.json();
        },
        async signInAgain() {
          headers['cookie'] = await sessionCookie(world, email);
        },
        async subscribe(plan, { card } = {}) {
          const { url } = await self.call('POST', '/plus', { plan });
          const { outcome } = await world.pay(url, card ? { card } : {});
          expect(outcome).toBe('paid');
        },
        async useFailingCard() {
          const { url } = await self.call('POST', '/cards');
          expect((await world.pay(url, { card: '4000000000000341' })).outcome).toBe('paid');
          const { items } = await self.call('POST', '/cards/check');
          await self.call('PUT', `/cards/${items.at(-1).id}/default`);
          await all.settle();
          expect((await self.call('GET', '/plus')).subscription.card.last4).toBe('0341');
        },
      };
      return self;
    },
  };
  return all;
}

/** Our balance at the provider is just the net of its movements, and what Plus brought is income. */
export async function expectPlusBooks(world: PlusWorld): Promise<void> {
  await world.settle();
  const { rows } = await sql<{ account: string; minor: number }>`
    select account, sum(amount_minor)::bigint as minor from payments.ledger_entries
    where currency = 'GBP' group by account`.execute(world.ctx.db);
  const of = (account: string) => rows.find((row) => row.account === account)?.minor ?? 0;
  const movements = await world.stripe.balanceTransactions
    .list({ currency: 'gbp', limit: 100 })
    .autoPagingToArray({ limit: 10_000 });
  const sum = (part: 'net' | 'fee' | 'amount') =>
    movements.reduce((total, movement) => total + movement[part], 0);
  expect([of('provider'), of('provider_fees'), 0 - of('plus_income')]).toEqual([
    sum('net'),
    sum('fee'),
    sum('amount'),
  ]);
}

/** What the clock starts every ten minutes. */
export async function watchDue(world: PlusWorld): Promise<void> {
  await world.ctx.jobs.enqueue(world.ctx, 'payments.plus-watch', {});
  await world.settle();
}
