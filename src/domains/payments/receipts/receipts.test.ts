import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlusWorld, startPlusWorld, type Subscriber } from '../../../../test/support/plus.ts';
import { money } from '../../../platform/money/index.ts';
import { openCharge, settleCancelledCharge, startCheckout } from '../index.ts';
import { newId } from '../../../platform/db/index.ts';
import type { PaymentRow } from './my-payments.queries.ts';
import { linesOf, paperNumber } from './payment-paper.ts';

let world: PlusWorld;
beforeAll(async () => {
  world = await startPlusWorld();
});
afterAll(() => world?.close());

async function lesson(ada: Subscriber, minor = 3800): Promise<string> {
  const { id } = await openCharge(world.ctx, {
    reference: `booking:${newId(world.clock)}`,
    market: 'gb',
    amount: money(minor, 'GBP'),
    fee: money(380, 'GBP'),
    capture: 'automatic',
    expiresAt: world.clock.now().add({ minutes: 15 }),
  });
  const url = await startCheckout(world.ctx, {
    chargeId: id,
    description: 'Guitar · 60 minutes',
    email: ada.email,
    payerId: ada.personId,
    successUrl: 'http://localhost:4600/done',
    cancelUrl: 'http://localhost:4600/back',
  });
  expect((await world.pay(url)).outcome).toBe('paid');
  await world.settle();
  return id;
}

describe('my payments (PY-07)', () => {
  it('are lessons and Plus in one list, newest first, page by page', async () => {
    const ada = await world.paidSubscriber();
    await lesson(ada);
    world.clock.advance({ minutes: 1 });
    await lesson(ada);
    const first = await ada.call('GET', '/payments?limit=2');
    expect(first.items).toMatchObject([
      { kind: 'lesson', status: 'paid', description: 'Guitar · 60 minutes' },
      { kind: 'lesson', status: 'paid', amount: { minor: 3800, currency: 'GBP' } },
    ]);
    const rest = await ada.call('GET', `/payments?limit=2&cursor=${first.nextCursor}`);
    expect(rest).toMatchObject({ items: [{ kind: 'plus', status: 'paid' }], nextCursor: null });
    expect(await ada.call('GET', '/payments?cursor=nonsense')).toMatchObject({
      code: 'bad_cursor',
    });
  });

  it('say what went back, why, and by when it should be there (PY-04)', async () => {
    const ada = await world.newcomer();
    const chargeId = await lesson(ada);
    const reason = 'cancelled_by_learner';
    await settleCancelledCharge(world.ctx, { chargeId, keepMinor: 1900, reason });
    await world.settle();
    const at = world.clock.now();
    expect(await ada.call('GET', `/payments/${chargeId}`)).toMatchObject({
      status: 'partly_refunded',
      amount: { minor: 3800 },
      refunded: { minor: 1900 },
      reason,
      refunds: [
        {
          amount: { minor: 1900 },
          status: 'succeeded',
          arrivesBy: at.add({ hours: 240 }).toString(),
        },
      ],
    });
  });

  it('have papers, for whoever paid and for nobody else', async () => {
    const [ada, eve] = [await world.newcomer(), await world.newcomer()];
    const id = await lesson(ada);
    for (const kind of ['receipt', 'invoice']) {
      const url = `/api/v1/me/payments/${id}/${kind}.pdf`;
      const { headers } = ada;
      const paper = await world.inject({ method: 'GET', url, headers });
      expect(paper.statusCode).toBe(200);
      expect(paper.headers['content-type']).toBe('application/pdf');
      expect(paper.headers['content-disposition']).toMatch(
        new RegExp(`^attachment; filename="etude-${kind}-L2026-[0-9A-F]{10}\\.pdf"$`),
      );
      expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      const other = await world.inject({ method: 'GET', url, headers: eve.headers });
      expect(other.json().code).toBe('payment_not_found');
    }
  });
});

describe('the lines of a paper (PY-07)', () => {
  const day = (at: Temporal.Instant) => at.toString().slice(0, 10);
  const row = (changes: Partial<PaymentRow>): PaymentRow => ({
    id: '01a207a2-3280-7717-8cd4-e9ec8ed7c7c9',
    kind: 'plus',
    reference: 'ETUDE-0007',
    description: null,
    status: 'paid',
    marketCode: 'gb',
    currency: 'GBP',
    amountMinor: 5884,
    paidMinor: 5884,
    refundedMinor: 0,
    reason: null,
    cardBrand: 'visa',
    cardLast4: '4242',
    payUrl: null,
    lines: [],
    at: Temporal.Instant.from('2026-12-17T11:00:00Z'),
    ...changes,
  });
  const line = (amountMinor: number, proration: boolean, until: string) => ({
    description: '',
    amountMinor,
    from: '2026-12-17T11:00:00Z',
    until,
    proration,
  });

  it('tell a year from a month and from what a change took back, and add up', () => {
    const lines = [
      line(-515, true, '2027-01-07T11:00:00Z'),
      line(6399, false, '2027-12-17T11:00:00Z'),
    ];
    expect(linesOf(row({ lines }), { day })).toEqual([
      ['Unused part of the earlier plan', '2026-12-17 – 2027-01-07', -515],
      ['Etude Plus, a year', '2026-12-17 – 2027-12-17', 6399],
    ]);
  });

  it('name credit that paid a part', () => {
    const lines = [line(799, false, '2027-01-17T11:00:00Z')];
    const shown = linesOf(row({ lines, paidMinor: 300 }), { day });
    expect(shown.map(([what, , minor]) => [what, minor])).toEqual([
      ['Etude Plus, a month', 799],
      ['Credit used', -499],
    ]);
  });

  it('say when only a share of a lesson was kept', () => {
    const kept = row({ kind: 'lesson', description: 'Lute', amountMinor: 3800, paidMinor: 1900 });
    expect(linesOf(kept, { day })[0]![0]).toBe('Lute (Kept by the cancellation policy)');
    expect(paperNumber(kept)).toBe('L2026-EC8ED7C7C9');
  });
});
