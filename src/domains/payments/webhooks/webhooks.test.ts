import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  type SignedEvent,
  startPaymentsWorld,
  webhookSecret,
} from '../../../../test/support/payments.ts';
import { newId, sql } from '../../../platform/db/index.ts';
import { getCharge } from '../index.ts';
import { tables } from '../tables.ts';
import { sweep } from '../sweep.ts';
import { processEvent } from './process-event.ts';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await startPaymentsWorld();
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

const at = async (chargeId: string) => (await getCharge(world.ctx, chargeId)).status;
const nowSeconds = () => Math.floor(world.clock.now().epochMilliseconds / 1000);

function sign(body: string, seconds = nowSeconds(), secret = webhookSecret): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

function anEvent(object: object, type = 'payment_intent.succeeded'): { id: string; body: string } {
  const id = `evt_${newId(world.clock)}`;
  return { id, body: JSON.stringify({ id, object: 'event', type, data: { object } }) };
}

const storedEvent = (id: string) =>
  tables(world.ctx)
    .selectFrom('payments.webhook_events')
    .select(['status', 'note', 'attempts', 'payload'])
    .where('id', '=', id)
    .executeTakeFirst();

describe('a webhook', () => {
  it('is stored as it was signed, answered at once, and worked on later (PY-05)', async () => {
    const charge = await world.paidCharge();
    const [first, ...others] = await world.takeEvents();
    const answer = await world.deliver(first!);
    expect({ status: answer.statusCode, body: answer.json() }).toEqual({
      status: 200,
      body: { received: true },
    });
    const { id } = JSON.parse(first!.body) as { id: string };
    expect(await storedEvent(id)).toMatchObject({
      status: 'received',
      attempts: 0,
      payload: JSON.parse(first!.body),
    });
    expect(await at(charge.id)).toBe('open');
    await world.runJobs();
    expect(await storedEvent(id)).toMatchObject({ status: 'processed', attempts: 1 });
    expect(others.length).toBeGreaterThan(1);
  });

  const forgeries: [string, (event: SignedEvent) => { body: string; signature: string }][] = [
    [
      'signed with another secret',
      ({ body }) => ({ body, signature: sign(body, nowSeconds(), 'whsec_of_somebody_else') }),
    ],
    [
      'changed by one byte',
      ({ body, signature }) => ({
        body: body.replace('"amount":3800', '"amount":3801'),
        signature,
      }),
    ],
    [
      'with the same JSON in another shape',
      ({ body, signature }) => ({ body: JSON.stringify(JSON.parse(body), null, 1), signature }),
    ],
    [
      'older than five minutes',
      ({ body }) => ({ body, signature: sign(body, nowSeconds() - 301) }),
    ],
    [
      'from more than five minutes ahead',
      ({ body }) => ({ body, signature: sign(body, nowSeconds() + 301) }),
    ],
    ['from the far future', ({ body }) => ({ body, signature: sign(body, 99_999_999_999) })],
    ['without a time', ({ body }) => ({ body, signature: sign(body).replace(/^t=\d+,/, '') })],
    [
      'with a time that is no number',
      ({ body }) => ({ body, signature: sign(body).replace(/^t=\d+/, 't=soon') }),
    ],
    ['without a signature', ({ body }) => ({ body, signature: `t=${nowSeconds()}` })],
    [
      'with an older scheme alone',
      ({ body }) => ({ body, signature: sign(body).replace('v1=', 'v0=') }),
    ],
    ['with a signature that is nonsense', ({ body }) => ({ body, signature: 'x' })],
  ];
  it.each(forgeries)('%s is refused with 400 and leaves nothing (PY-05)', async (_title, forge) => {
    const charge = await world.paidCharge();
    const event = (await world.takeEvents()).find(
      ({ type }) => type === 'payment_intent.amount_capturable_updated',
    )!;
    const answer = await world.deliver(forge(event));
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      code: 'signature_invalid',
      errors: [{ field: 'stripe-signature' }],
    });
    await world.runJobs();
    expect(await storedEvent((JSON.parse(event.body) as { id: string }).id)).toBeUndefined();
    expect(await at(charge.id)).toBe('open');
  });

  it('is taken up to five minutes from our clock, either way (PY-05)', async () => {
    for (const seconds of [-299, 299]) {
      const { body } = anEvent({ object: 'payment_intent', id: 'pi_of_nobody' });
      expect(
        (await world.deliver({ body, signature: sign(body, nowSeconds() + seconds) })).statusCode,
      ).toBe(200);
    }
    await world.runJobs();
  });

  it('that is no event, no JSON, too large or without a header is refused, never with a 5xx (PY-05)', async () => {
    const signed = (body: string) => world.deliver({ body, signature: sign(body) });
    for (const body of [
      'null',
      '[]',
      '{}',
      '{"id":1,"type":2}',
      '{"id":"evt_1"',
      'NaN',
      '"\\u0000"',
    ])
      expect([body, (await signed(body)).statusCode]).toEqual([body, 400]);
    expect(
      (await signed(JSON.stringify({ id: 'evt_large', type: 'x', padding: 'x'.repeat(600_000) })))
        .statusCode,
    ).toBe(413);
    const plain = { method: 'POST', url: '/api/v1/webhooks/payments' } as const;
    const json = { 'content-type': 'application/json' };
    expect((await world.inject({ ...plain, headers: json, payload: '{}' })).statusCode).toBe(400);
    expect(
      (
        await world.inject({
          ...plain,
          headers: { ...json, 'stripe-signature': sign('') },
          payload: '',
        })
      ).statusCode,
    ).toBe(400);
    expect(
      (
        await world.inject({
          ...plain,
          headers: {
            'stripe-signature': sign('a=b'),
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: 'a=b',
        })
      ).statusCode,
    ).toBe(415);
  });

  it('with a text that no jsonb column takes is kept all the same (PY-05)', async () => {
    const { id, body } = anEvent({ object: 'payment_intent', id: 'pi_x', description: 'a\u0000b' });
    expect((await world.deliver({ body, signature: sign(body) })).statusCode).toBe(200);
    await world.runJobs();
    expect(await storedEvent(id)).toMatchObject({ status: 'parked' });
  });

  it('does not need our site as its origin', async () => {
    const { body } = anEvent({ object: 'payment_intent', id: 'pi_y' });
    const headers = {
      'content-type': 'application/json',
      origin: 'https://elsewhere.example',
      'stripe-signature': sign(body),
    };
    expect(
      (
        await world.inject({
          method: 'POST',
          url: '/api/v1/webhooks/payments',
          headers,
          payload: body,
        })
      ).statusCode,
    ).toBe(200);
    await world.runJobs();
  });
});

describe('an event whose jobs have all failed', () => {
  it('is taken up again by the sweep (PY-05)', async () => {
    const charge = await world.paidCharge();
    for (const event of await world.takeEvents()) await world.deliver(event);
    await sql`delete from jobs.job where name = 'payments.process-event'`.execute(world.ctx.db);
    world.clock.advance({ hours: 4 });
    await sweep(world.ctx);
    await world.runJobs();
    expect(await at(charge.id)).toBe('authorised');
  });
});

describe('events about nothing we know', () => {
  it('are parked with the reason, never dropped (PY-05)', async () => {
    const unknown = [
      anEvent({ object: 'payout', id: 'po_1' }, 'payout.paid'),
      anEvent({
        object: 'payment_intent',
        id: 'pi_of_nobody',
        metadata: { charge_id: newId(world.clock) },
      }),
      anEvent({
        object: 'payment_intent',
        id: 'pi_of_nobody',
        metadata: { charge_id: "'; drop table payments.charges; --" },
      }),
    ];
    for (const { body } of unknown)
      expect((await world.deliver({ body, signature: sign(body) })).statusCode).toBe(200);
    await world.runJobs();
    for (const { id } of unknown)
      expect(await storedEvent(id)).toMatchObject({
        status: 'parked',
        note: expect.stringMatching(/\w/),
      });
  });

  it('are parked when they name a charge of ours for a payment of another amount (PY-05)', async () => {
    const charge = await world.openCharge();
    const session = await world.stripe.checkout.sessions.create({
      mode: 'payment',
      success_url: 'http://localhost:4600/',
      metadata: { charge_id: charge.id },
      line_items: [
        {
          quantity: 1,
          price_data: { currency: 'gbp', unit_amount: 100, product_data: { name: 'Cheaper' } },
        },
      ],
      payment_intent_data: { capture_method: 'manual', metadata: { charge_id: charge.id } },
    });
    expect((await world.pay(session.url!)).outcome).toBe('paid');
    await world.deliverAll();
    expect(await at(charge.id)).toBe('created');
    expect(world.told(charge.id)).toEqual([]);
    const parked = await tables(world.ctx)
      .selectFrom('payments.webhook_events')
      .select('note')
      .where('object_id', '=', session.id)
      .execute();
    expect(parked).toEqual([{ note: expect.stringContaining('amount') }]);
  });

  it('can be run again once they make sense (PY-05)', async () => {
    const chargeId = newId(world.clock);
    const { id, body } = anEvent({
      object: 'payment_intent',
      id: 'pi_early',
      metadata: { charge_id: chargeId },
    });
    await world.deliver({ body, signature: sign(body) });
    await world.runJobs();
    const now = world.clock.now().toString();
    const row = {
      id: chargeId,
      reference: `booking:${chargeId}`,
      market_code: 'gb',
      currency: 'GBP',
      amount_minor: 3800,
      fee_minor: 380,
      capture: 'manual' as const,
      status: 'created' as const,
      last_known_status: 'created' as const,
      expires_at: now,
      created_at: now,
      updated_at: now,
    };
    await tables(world.ctx).insertInto('payments.charges').values(row).execute();
    await processEvent(world.ctx, { eventId: id });
    expect(await storedEvent(id)).toMatchObject({
      attempts: 2,
      note: expect.stringContaining('pi_early'),
    });
  });
});
