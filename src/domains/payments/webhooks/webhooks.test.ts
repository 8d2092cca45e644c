import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signedEvents } from '../../../../test/support/payment-events.ts';
import {
  expectBooksToBalance,
  type PaymentsWorld,
  type SignedEvent,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { sql } from '../../../platform/db/index.ts';
import { sweep } from '../sweep.ts';

let world: PaymentsWorld;
let signed: ReturnType<typeof signedEvents>;

beforeAll(async () => {
  world = await startPaymentsWorld();
  signed = signedEvents(world);
});
afterEach(async () => {
  await world.takeEvents();
  await expectBooksToBalance(world);
});
afterAll(() => world.close());

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
    expect(await signed.stored(id)).toMatchObject({
      status: 'received',
      attempts: 0,
      payload: JSON.parse(first!.body),
    });
    expect(await world.chargeStatus(charge.id)).toBe('open');
    await world.runJobs();
    expect(await signed.stored(id)).toMatchObject({ status: 'processed', attempts: 1 });
    expect(others.length).toBeGreaterThan(1);
  });

  const forgeries: [string, (event: SignedEvent) => { body: string; signature: string }][] = [
    [
      'signed with another secret',
      ({ body }) => ({
        body,
        signature: signed.sign(body, signed.nowSeconds(), 'whsec_of_somebody_else'),
      }),
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
      ({ body }) => ({ body, signature: signed.sign(body, signed.nowSeconds() - 301) }),
    ],
    [
      'from more than five minutes ahead',
      ({ body }) => ({ body, signature: signed.sign(body, signed.nowSeconds() + 301) }),
    ],
    ['from the far future', ({ body }) => ({ body, signature: signed.sign(body, 99_999_999_999) })],
    [
      'without a time',
      ({ body }) => ({ body, signature: signed.sign(body).replace(/^t=\d+,/, '') }),
    ],
    [
      'with a time that is no number',
      ({ body }) => ({ body, signature: signed.sign(body).replace(/^t=\d+/, 't=soon') }),
    ],
    ['without a signature', ({ body }) => ({ body, signature: `t=${signed.nowSeconds()}` })],
    [
      'with an older scheme alone',
      ({ body }) => ({ body, signature: signed.sign(body).replace('v1=', 'v0=') }),
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
    expect(await signed.stored((JSON.parse(event.body) as { id: string }).id)).toBeUndefined();
    expect(await world.chargeStatus(charge.id)).toBe('open');
  });

  it('is taken up to five minutes from our clock, either way (PY-05)', async () => {
    for (const seconds of [-299, 299]) {
      const { body } = signed.anEvent({ object: 'payment_intent', id: 'pi_of_nobody' });
      expect(
        (await world.deliver({ body, signature: signed.sign(body, signed.nowSeconds() + seconds) }))
          .statusCode,
      ).toBe(200);
    }
    await world.runJobs();
  });

  it('that is no event, no JSON, too large or without a header is refused, never with a 5xx (PY-05)', async () => {
    for (const body of [
      'null',
      '[]',
      '{}',
      '{"id":1,"type":2}',
      '{"id":"evt_1"',
      'NaN',
      '"\\u0000"',
    ])
      expect([body, (await signed.send(body)).statusCode]).toEqual([body, 400]);
    expect(
      (
        await signed.send(
          JSON.stringify({ id: 'evt_large', type: 'x', padding: 'x'.repeat(600_000) }),
        )
      ).statusCode,
    ).toBe(413);
    const plain = { method: 'POST', url: '/api/v1/webhooks/payments' } as const;
    const json = { 'content-type': 'application/json' };
    expect((await world.inject({ ...plain, headers: json, payload: '{}' })).statusCode).toBe(400);
    expect(
      (
        await world.inject({
          ...plain,
          headers: { ...json, 'stripe-signature': signed.sign('') },
          payload: '',
        })
      ).statusCode,
    ).toBe(400);
    expect(
      (
        await world.inject({
          ...plain,
          headers: {
            'stripe-signature': signed.sign('a=b'),
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload: 'a=b',
        })
      ).statusCode,
    ).toBe(415);
  });

  it('with a text that no jsonb column takes is kept all the same (PY-05)', async () => {
    const { id, body } = signed.anEvent({
      object: 'payment_intent',
      id: 'pi_x',
      description: 'a\u0000b',
    });
    expect((await signed.send(body)).statusCode).toBe(200);
    await world.runJobs();
    expect(await signed.stored(id)).toMatchObject({ status: 'parked' });
  });

  it('does not need our site as its origin', async () => {
    const { body } = signed.anEvent({ object: 'payment_intent', id: 'pi_y' });
    const headers = {
      'content-type': 'application/json',
      origin: 'https://elsewhere.example',
      'stripe-signature': signed.sign(body),
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
    expect(await world.chargeStatus(charge.id)).toBe('authorised');
  });
});
