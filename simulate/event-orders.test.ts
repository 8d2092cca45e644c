import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ordersOf } from '../test/support/payments.ts';
import type { Schema } from './support/memory-database/schema.ts';
import type { SentEvent } from './support/near-provider.ts';
import { readMoneySchema } from './support/money/schema.ts';
import type { Step } from './support/money/steps.ts';
import { MoneyWorld } from './support/money/world.ts';

let schema: Schema;
beforeAll(async () => {
  schema = await readMoneySchema();
});

const carriedOut: Step = { do: 'work', rounds: 3 };
const refundedInPart: Step = { do: 'refund_part', which: 0, percent: 33 };

/** A lesson that was paid, given back in part and sent on. */
const lesson: Step[] = [
  { do: 'book', amountMinor: 3801, currency: 'GBP', way: 'taken_at_once', byHand: false },
  { do: 'pay', which: 0, card: 'succeeds', bank: 'complete', comesBack: true },
  refundedInPart,
  carriedOut,
  { do: 'wait', minutes: 5 * 24 * 60 },
  carriedOut,
];
/** One that was held first, and whose refunds, before and after it was sent on, are pending for a while. */
const longLife: Step[] = [
  { do: 'book', amountMinor: 3801, currency: 'GBP', way: 'taken_later', byHand: false },
  { do: 'pay', which: 0, card: 'refundsPending', bank: 'complete', comesBack: true },
  { do: 'deliver', which: 0, learner: 'came' },
  carriedOut,
  ...lesson.slice(2),
  refundedInPart,
  carriedOut,
  { do: 'wait', minutes: 24 * 60 },
  carriedOut,
];

const objects = new Set(['charge', 'checkout', 'payment_intent', 'refund']);
/** Told of the payer's payment: what is sent on is a payment in the account that gets it, too. */
const isOfPayment = ({ type, payload }: SentEvent) =>
  objects.has(type.split('.')[0]!) && !('account' in (JSON.parse(payload) as object));

/** Plays a life whose events are kept; `turn` may deliver what has happened by then. */
async function live(life: readonly Step[], turn?: (lived: Lived) => Promise<void>) {
  const world = new MoneyWorld(schema);
  const kept: SentEvent[] = [];
  world.post.keeps = (event) => isOfPayment(event) && kept.push(event) > 0;
  await world.begin();
  for (const step of life) {
    await world.take(step);
    await world.work();
    await turn?.({ world, kept });
  }
  return { world, kept };
}

type Lived = { world: MoneyWorld; kept: SentEvent[] };

/** Each event arrives three times: at its turn if it has happened by then, and again when all is over. */
async function liveInOrder(life: readonly Step[], order: readonly number[]): Promise<MoneyWorld> {
  const turns = [...order];
  const { world, kept } = await live(life, async ({ world, kept }) => {
    while (kept[turns[0]!]) await world.deliver(kept[turns.shift()!]!);
  });
  expect(kept).toHaveLength(order.length);
  for (const event of [...turns, ...order, ...order.toReversed()])
    await world.deliver(kept[event]!);
  while (world.product.jobs.due(world.clock.nowMs).length > 0) await world.work();
  return world;
}

/** Where it ended, without names and times. */
function endOf(world: MoneyWorld): string {
  const read = (table: string, columns: string[]) =>
    world.store
      .rows(`payments.${table}`)
      .map((row) => columns.map((column) => String(row[column])).join(' '))
      .toSorted();
  const kinds = new Map(
    world.store.rows('payments.ledger_transactions').map(({ id, kind }) => [id, kind]),
  );
  return JSON.stringify({
    surprises: world.surprises.map(String),
    charge: read('charges', ['status', 'captured_minor', 'refunded_minor', 'keep_minor']),
    refunds: read('refunds', ['amount_minor', 'status']),
    transfers: read('transfers', ['status', 'amount_minor', 'reversed_minor', 'owed_minor']),
    calls: read('provider_calls', ['operation', 'attempt', 'status']),
    ledger: world.store
      .rows('payments.ledger_entries')
      .map((line) =>
        [kinds.get(line['transaction_id']), line['account'], line['amount_minor']].join(' '),
      )
      .toSorted(),
  });
}

async function endsOf(life: readonly Step[], orders: Iterable<number[]>): Promise<Set<string>> {
  const ends = new Set<string>();
  for (const order of orders) ends.add(endOf(await liveInOrder(life, order)));
  return ends;
}

describe('what the provider tells of one payment, each three times', { timeout: 240_000 }, () => {
  it('leads to the same end in every order: 720 of six events (PY-05, PY-08)', async () => {
    const { kept } = await live(lesson);
    expect(kept.map(({ type }) => type)).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
      'refund.created',
      'charge.refunded',
    ]);
    const [end, ...others] = await endsOf(lesson, ordersOf([...kept.keys()]));
    expect(others).toEqual([]);
    expect(JSON.parse(end!)).toMatchObject({
      surprises: [],
      charge: ['partly_refunded 3801 1255 2546'],
      refunds: ['1255 succeeded'],
      transfers: ['sent 2291 0 0'],
    });
  });

  it('leads to the same end in orders drawn of a longer life (PY-05, PY-08)', async () => {
    const { kept } = await live(longLife);
    expect(kept.length).toBeGreaterThan(12);
    const places = [...kept.keys()];
    const anyOrder = fc.shuffledSubarray(places, { minLength: places.length });
    const orders = fc.sample(anyOrder, { numRuns: 100, seed: 20_261_123 });
    const [end, ...others] = await endsOf(longLife, orders);
    expect(others).toEqual([]);
    expect(JSON.parse(end!)).toMatchObject({
      surprises: [],
      charge: ['partly_refunded 3801 2096 1705'],
      refunds: ['1255 succeeded', '841 succeeded'],
      transfers: ['partly_reversed 2291 757 0'],
    });
  });
});
