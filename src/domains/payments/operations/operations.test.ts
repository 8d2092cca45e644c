import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identityDomain } from '../../identity/index.ts';
import { type PaymentsWorld, startPaymentsWorld } from '../../../../test/support/payments.ts';
import { signIn } from '../../../../test/support/people.ts';
import { sql } from '../../../platform/db/index.ts';
import { checkCharge, settleCancelledCharge } from '../index.ts';
import { tables } from '../tables.ts';

let world: PaymentsWorld;
let cookie: string;
beforeAll(async () => {
  world = await startPaymentsWorld([identityDomain]);
  cookie = await fresh();
});
afterAll(() => world.close());

let operators = 0;
const fresh = async () =>
  (await signIn(world, `pay${(operators += 1)}@etude.example`, ['operator'], ['payments'])).cookie;

async function ask(method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const answer = await world.inject({
    method,
    url: `/api/v1/operator${path}`,
    headers: { cookie },
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, body: answer.body ? answer.json() : undefined };
}

async function taken(card?: string) {
  const charge = await world.paidCharge({ capture: 'automatic', ...(card && { card }) });
  await checkCharge(world.ctx, charge.id);
  return charge;
}

const refundOf = (amountMinor: number, expectedRefundedMinor = 0) => ({
  amountMinor,
  expectedRefundedMinor,
  reason: 'goodwill',
  note: 'The room was cold.',
});

describe('an operator’s refund', () => {
  it('of a part is given, with its reason, and the rest later (PY-04)', async () => {
    const { id } = await taken();
    expect((await ask('POST', `/payments/${id}/refunds`, refundOf(1200))).status).toBe(202);
    await world.runJobs();
    expect((await ask('POST', `/payments/${id}/refunds`, refundOf(2600, 1200))).status).toBe(202);
    await world.runJobs();
    const { body } = await ask('GET', `/payments/${id}`);
    expect(body.payment).toMatchObject({ status: 'refunded', refundedMinor: 3800, keptMinor: 0 });
    expect(body.operatorRefunds).toMatchObject([
      { amountMinor: 1200, reason: 'goodwill', note: 'The room was cold.' },
      { amountMinor: 2600 },
    ]);
    expect(body.refunds.map((one: { amountMinor: number }) => one.amountMinor)).toEqual([
      1200, 2600,
    ]);
  });

  it('is given once, however many press at once; the others hear why (PY-04 PY-10)', async () => {
    const { id } = await taken();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        ask('POST', `/payments/${id}/refunds`, refundOf(100 + n)),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([202, ...Array.from({ length: 19 }, () => 409)]);
    await world.runJobs();
    const won = 100 + answers.findIndex(({ status }) => status === 202);
    const { body } = await ask('GET', `/payments/${id}`);
    expect(body.payment.refundedMinor).toBe(won);
    expect(body.operatorRefunds).toHaveLength(1);
    const again = await ask('POST', `/payments/${id}/refunds`, refundOf(won));
    expect([again.status, again.body.code]).toEqual([409, 'charge_moved_on']);
  });

  it.each([
    ['more than there is', () => refundOf(3801), 422, 'amount_invalid'],
    ['more than a number can say', () => refundOf(2 ** 53), 400, undefined],
    ['as much as there never was', () => refundOf(99_999_999), 422, 'amount_invalid'],
    ['nothing', () => refundOf(0), 400, undefined],
    ['less than nothing', () => refundOf(-1), 400, undefined],
    ['a fraction', () => refundOf(1.5), 400, undefined],
    ['without a reason', () => ({ ...refundOf(1), reason: undefined }), 400, undefined],
    ['with a reason of one’s own', () => ({ ...refundOf(1), reason: 'mood' }), 400, undefined],
    ['after another was seen', () => refundOf(1, 1), 409, 'charge_moved_on'],
  ])('of %s is refused, and writes nothing (PY-04)', async (_what, body, status, code) => {
    const { id } = await taken();
    const answer = await ask('POST', `/payments/${id}/refunds`, body());
    expect(answer.status).toBe(status);
    if (code) expect(answer.body.code).toBe(code);
    expect((await ask('GET', `/payments/${id}`)).body.operatorRefunds).toEqual([]);
  });

  it('waits for no untaken payment, and for no bank (PY-04 PY-09)', async () => {
    const open = await world.openCharge();
    const answer = await ask('POST', `/payments/${open.id}/refunds`, refundOf(100));
    expect(answer.body.code).toBe('charge_moved_on');
    const { id } = await taken('4000000000000259');
    world.clock.advance({ seconds: 6 });
    await world.deliverAll();
    const disputed = await ask('POST', `/payments/${id}/refunds`, refundOf(100));
    expect([disputed.status, disputed.body.code]).toEqual([409, 'charge_disputed']);
  });
});

describe('a payment', () => {
  it('is found by every name it has, and by nothing else (PY-08)', async () => {
    const { id, reference } = await taken();
    await settleCancelledCharge(world.ctx, { chargeId: id, keepMinor: 800, reason: 'test' });
    await world.runJobs();
    const { body: story } = await ask('GET', `/payments/${id}`);
    const names = [
      id,
      id.toUpperCase(),
      reference,
      reference.replace('booking:', ''),
      story.payment.sessionId,
      story.payment.intentId,
      story.payment.providerChargeId,
      story.refunds[0].id,
    ];
    for (const name of names) {
      const { body } = await ask('GET', `/payments?q=${encodeURIComponent(name)}`);
      expect(
        body.items.map((one: { id: string }) => one.id),
        name,
      ).toEqual([id]);
    }
    expect((await ask('GET', `/payments?q=${encodeURIComponent("' or 1=1")}`)).body.items).toEqual(
      [],
    );
  });

  it('tells its whole story: states, calls, postings, events (PY-08)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    await world.deliverAll();
    const { body } = await ask('GET', `/payments/${charge.id}`);
    expect(body.transitions.map((one: { to: string }) => one.to)).toEqual([
      'open',
      'authorised',
      'captured',
    ]);
    expect(body.calls).toMatchObject([{ operation: 'create_session', status: 'succeeded' }]);
    expect(body.postings.map((one: { kind: string }) => one.kind)).toEqual([
      'authorise',
      'capture',
      'fees',
    ]);
    for (const { lines } of body.postings)
      expect(
        lines.reduce((sum: number, line: { amountMinor: number }) => sum + line.amountMinor, 0),
      ).toBe(0);
    expect(body.events.length).toBeGreaterThan(0);
  });

  it('comes in pages without a gap (PY-08)', async () => {
    const all = (await ask('GET', '/payments?limit=100')).body.items;
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await ask('GET', `/payments?limit=3${cursor && `&cursor=${cursor}`}`);
      paged.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(paged).toEqual(all);
    expect((await ask('GET', '/payments?cursor=nothing')).status).toBe(422);
    const { body } = await ask('GET', '/payments?status=partly_refunded');
    expect(new Set(body.items.map((one: { status: string }) => one.status))).toEqual(
      new Set(['partly_refunded']),
    );
  });
});

describe('what is stuck', () => {
  it('is listed, and tried again at once when an operator says so (PY-10)', async () => {
    const { id } = await taken();
    world.provider.faults.call({ kind: 'server_error' }, { path: '/v1/refunds', method: 'POST' });
    await ask('POST', `/payments/${id}/refunds`, refundOf(500));
    await world.runJobs();
    const { body } = await ask('GET', '/payment-calls');
    const call = body.items.find((one: { chargeId: string }) => one.chargeId === id);
    expect(call).toMatchObject({ operation: 'refund', status: 'unknown', errorCode: 'api_error' });
    expect((await ask('GET', `/payments/${id}`)).body.payment.status).toBe('unknown');
    expect((await ask('POST', `/payment-calls/${call.id}/retry`)).status).toBe(202);
    await world.runJobs();
    expect((await ask('GET', `/payments/${id}`)).body.payment).toMatchObject({
      status: 'partly_refunded',
      refundedMinor: 500,
    });
    const done = await ask('POST', `/payment-calls/${call.id}/retry`);
    expect([done.status, done.body.code]).toEqual([409, 'provider_call_done']);
  });
});

describe('a parked event', () => {
  it('is read, and worked on again once what it speaks of is known (PY-05)', async () => {
    const charge = await world.paidCharge({ capture: 'automatic' });
    const kept = await tables(world.ctx)
      .selectFrom('payments.charges')
      .select('platform')
      .where('id', '=', charge.id)
      .executeTakeFirstOrThrow();
    await sql`update payments.charges set platform = 'jp' where id = ${charge.id}`.execute(
      world.ctx.db,
    );
    await world.deliverAll();
    const { body } = await ask('GET', '/payment-events');
    expect(body.items.length).toBeGreaterThan(0);
    const event = (await ask('GET', `/payment-events/${body.items[0].id}`)).body;
    expect(event).toMatchObject({ status: 'parked', payload: { object: 'event' } });
    await sql`update payments.charges set platform = ${kept.platform} where id = ${charge.id}`.execute(
      world.ctx.db,
    );
    for (const { id } of body.items)
      expect((await ask('POST', `/payment-events/${id}/replay`)).status).toBe(202);
    await world.runJobs();
    expect((await ask('GET', `/payments/${charge.id}`)).body.payment.status).toBe('captured');
    expect((await ask('GET', '/payment-events')).body.items).toEqual([]);
    const again = await ask('POST', `/payment-events/${body.items[0].id}/replay`);
    expect([again.status, again.body.code]).toEqual([409, 'event_not_parked']);
    expect((await ask('POST', '/payment-events/evt_none/replay')).status).toBe(404);
  });
});

describe('the books', () => {
  it('are compared when asked, and a difference is closed with a note (PY-08)', async () => {
    expect((await ask('POST', '/reconciliations')).status).toBe(202);
    await world.runJobs();
    const { body } = await ask('GET', '/reconciliations');
    expect(body.items[0]).toMatchObject({ status: 'done', platform: 'main', opened: 0 });
    const report = await ask('GET', `/reconciliations/${body.items[0].id}`);
    expect(report.body.totals).toMatchObject([{ currency: 'GBP' }]);
    expect((await ask('GET', '/reconciliation-cases?state=open')).body.items).toEqual([]);
    const none = await ask('POST', `/reconciliation-cases/${body.items[0].id}/close`, {
      note: 'x',
    });
    expect([none.status, none.body.code]).toEqual([404, 'case_not_found']);
  });
});
