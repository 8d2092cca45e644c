import type Stripe from 'stripe';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  atProvider,
  expectBooksToBalance,
  type PaymentsWorld,
  sessionsOf,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { captureCharge, checkCharge, getCharge, settleCancelledCharge } from '../index.ts';
import { tables } from '../tables.ts';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  world.provider.faults.clear();
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

/** From now on calls to a path are carried out, and answered with that. */
function answerWith(body: string | undefined, method: 'GET' | 'POST', path: string, times = 1) {
  for (let time = 0; time < times; time += 1)
    world.provider.faults.call({ kind: 'garbage', ...(body && { body }) }, { method, path });
}

const rowOf = (chargeId: string) =>
  tables(world.ctx)
    .selectFrom('payments.charges')
    .select(['provider_session_id', 'provider_intent_id'])
    .where('id', '=', chargeId)
    .executeTakeFirstOrThrow();

const postingsOf = async (chargeId: string) =>
  (
    await tables(world.ctx)
      .selectFrom('payments.ledger_transactions')
      .select('kind')
      .where('charge_id', '=', chargeId)
      .where('kind', '<>', 'fees')
      .orderBy('id')
      .execute()
  ).map(({ kind }) => kind);

const nonsense: [string, string | undefined][] = [
  ['a page of HTML', undefined],
  ['nothing', ' '],
  ['JSON that is cut off', '{"id": "pi_1", "object": "pay'],
  ['an object without fields', '{}'],
  ['a list', '{"object": "list", "data": []}'],
  ['another’s object', '{"id": "pi_of_nobody", "object": "payment_intent", "metadata": {}}'],
];

describe('a provider that answers nonsense', () => {
  it.each(nonsense)(
    '(%s) to a payment page leaves it unknown, and the page that was made is found (PY-10)',
    async (_what, body) => {
      const charge = await world.openCharge();
      answerWith(body, 'POST', '/v1/checkout/sessions');
      await expect(world.startCheckout(charge.id)).rejects.toMatchObject({ kind: 'unavailable' });
      expect(await world.chargeStatus(charge.id)).toBe('unknown');
      expect((await world.pay(await world.startCheckout(charge.id))).outcome).toBe('paid');
      await world.deliverAll();
      expect(await world.chargeStatus(charge.id)).toBe('authorised');
      expect(await sessionsOf(world, charge.id)).toHaveLength(1);
    },
  );

  it.each(nonsense)(
    '(%s) to a capture is asked again, and takes the money once (PY-10)',
    async (_what, body) => {
      const charge = await world.paidCharge();
      await world.deliverAll();
      const { provider_intent_id: intent } = await rowOf(charge.id);
      await captureCharge(world.ctx, charge.id);
      answerWith(body, 'POST', `/v1/payment_intents/${intent}/capture`);
      await world.runJobs();
      await world.takeEvents();
      world.clock.advance({ minutes: 2 });
      await world.runJobs();
      expect(await world.chargeStatus(charge.id)).toBe('captured');
      expect(await atProvider(world, charge.id)).toMatchObject({ received: 3800, refunded: [] });
      expect(await postingsOf(charge.id)).toEqual(['authorise', 'capture']);
    },
  );

  it('is told by a person who looks that it can’t be known now, and nothing moves (PY-10)', async () => {
    const charge = await world.paidCharge();
    const { provider_session_id: session } = await rowOf(charge.id);
    for (const [, body] of nonsense) {
      answerWith(body, 'GET', `/v1/checkout/sessions/${session}`);
      await expect(checkCharge(world.ctx, charge.id)).rejects.toMatchObject({
        kind: 'unavailable',
        code: 'payment_provider_unavailable',
      });
      expect(await world.chargeStatus(charge.id)).toBe('open');
    }
    expect((await checkCharge(world.ctx, charge.id)).status).toBe('authorised');
  });
});

type Lie = (session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent) => void;

const lies: [string, Lie][] = [
  ['another amount', (_session, intent) => void (intent.amount = 38)],
  ['a page of another amount', (session) => void (session.amount_total = 380_000)],
  ['another currency', (_session, intent) => void (intent.currency = 'jpy')],
  ['more taken than asked for', (_session, intent) => void (intent.amount_received = 9_999_999)],
  ['less than nothing taken', (_session, intent) => void (intent.amount_received = -3800)],
  ['a fraction taken', (_session, intent) => void (intent.amount_received = 0.1)],
  ['another’s payment', (_session, intent) => void (intent.metadata = { charge_id: 'x' })],
];

describe('a provider that shows another payment than ours', () => {
  it.each(lies)(
    '(%s) is not believed: its events are parked, nothing is booked (PY-05, PY-08)',
    async (_what, lie) => {
      const charge = await world.paidCharge({ capture: 'automatic' });
      const { provider_session_id: id } = await rowOf(charge.id);
      const events = await world.takeEvents();
      const session = await world.stripe.checkout.sessions.retrieve(id!, {
        expand: ['payment_intent.latest_charge.balance_transaction', 'setup_intent'],
      });
      lie(session, session.payment_intent as Stripe.PaymentIntent);
      const path = `/v1/checkout/sessions/${id}`;
      answerWith(JSON.stringify(session), 'GET', path, events.length + 1);
      for (const event of events) expect((await world.deliver(event)).statusCode).toBe(200);
      await world.runJobs();
      await expect(checkCharge(world.ctx, charge.id)).rejects.toMatchObject({
        kind: 'unavailable',
      });
      expect([await world.chargeStatus(charge.id), await postingsOf(charge.id)]).toEqual([
        'open',
        [],
      ]);
      const parked = await tables(world.ctx)
        .selectFrom('payments.webhook_events')
        .select('note')
        .where('subject_id', '=', charge.id)
        .where('status', '=', 'parked')
        .execute();
      expect(parked.length).toBeGreaterThan(0);
      world.provider.faults.clear();
      expect((await checkCharge(world.ctx, charge.id)).status).toBe('captured');
    },
  );

  it.each([
    ['of more than was taken', { amount: 380_000 }],
    ['of less than nothing', { amount: -100 }],
    ['in another currency', { currency: 'usd' }],
  ])(
    'with a refund %s books none of it, and calls a person in the end (PY-04, PY-08)',
    async (_what, lie) => {
      const charge = await world.paidCharge({ capture: 'automatic' });
      await checkCharge(world.ctx, charge.id);
      await settleCancelledCharge(world.ctx, {
        chargeId: charge.id,
        keepMinor: 1900,
        reason: 'upheld',
      });
      const { provider_intent_id: intent } = await rowOf(charge.id);
      const made = await world.stripe.refunds.create({ payment_intent: intent!, amount: 100 });
      const list = { object: 'list', url: '/v1/refunds', has_more: false };
      const body = JSON.stringify({ ...list, data: [{ ...made, ...lie }] });
      answerWith(body, 'GET', '/v1/refunds', 30);
      await world.takeEvents();
      await world.runJobs().catch(() => undefined);
      for (const minutes of [1, 5, 15, 60]) {
        world.clock.advance({ minutes });
        await world.runJobs().catch(() => undefined);
      }
      expect(await postingsOf(charge.id)).toEqual(['authorise', 'capture']);
      world.provider.faults.clear();
      world.clock.advance({ hours: 2 });
      await world.runJobs();
      await checkCharge(world.ctx, charge.id);
      await world.runJobs();
      expect((await getCharge(world.ctx, charge.id)).refunded.minor).toBe(1900);
    },
  );
});
