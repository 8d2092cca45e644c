import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  expectPlusBooks,
  type PlusWorld,
  startPlusWorld,
  type Subscriber,
  watchDue,
} from '../../../../test/support/plus.ts';
import { sql } from '../../../platform/db/index.ts';
import { hasPlus } from '../index.ts';

let world: PlusWorld;
beforeAll(async () => {
  world = await startPlusWorld();
});
afterEach(() => expectPlusBooks(world));
afterAll(() => world.close());

const month = 'plus_gb_month_1';
const year = 'plus_gb_year_1';
const entitled = ({ personId }: Subscriber) => hasPlus(world.ctx, personId);
const statusOf = async (ada: Subscriber) => (await ada.call('GET', '/plus')).subscription?.status;

async function parked(): Promise<{ type: string; note: string }[]> {
  const { rows } = await sql<{ type: string; note: string }>`
    select type, note from payments.webhook_events where status = 'parked'
    and type not in ('product.created', 'price.created', 'invoice_payment.paid')`.execute(
    world.ctx.db,
  );
  return rows;
}

describe('a subscription to Etude Plus (PY-06)', () => {
  it('begins with a trial, is known at once on return, and is charged when the trial ends', async () => {
    const ada = await world.newcomer();
    expect(await ada.call('GET', '/plus')).toEqual({
      hasPlus: false,
      mayTry: true,
      subscription: null,
    });
    await ada.subscribe(month);
    expect(await ada.call('POST', '/plus/check')).toMatchObject({
      hasPlus: true,
      mayTry: false,
      subscription: { status: 'trialing', plan: { id: month, interval: 'month' } },
    });
    await world.settle();
    expect((await ada.call('GET', '/payments')).items).toEqual([]);
    await world.pass(ada, 14 * 24 + 2);
    expect(await ada.call('GET', '/plus')).toMatchObject({
      hasPlus: true,
      subscription: { status: 'active', card: { brand: 'visa', last4: '4242' } },
    });
    const { items } = await ada.call('GET', '/payments');
    expect(items).toMatchObject([
      { kind: 'plus', status: 'paid', amount: { minor: 799, currency: 'GBP' }, hasReceipt: true },
    ]);
    expect(await parked()).toEqual([]);
  });

  it('gives the same page until it is paid, another for another plan, and then none', async () => {
    const ada = await world.newcomer();
    const { url } = await ada.call('POST', '/plus', { plan: month });
    expect((await ada.call('POST', '/plus', { plan: month })).url).toBe(url);
    const { url: other } = await ada.call('POST', '/plus', { plan: year });
    expect(other).not.toBe(url);
    expect((await world.pay(url)).outcome).toBe('closed');
    expect((await world.pay(other)).outcome).toBe('paid');
    expect(await ada.call('POST', '/plus', { plan: month })).toMatchObject({ code: 'plus_exists' });
    expect((await ada.call('GET', '/plus')).subscription.plan.id).toBe(year);
  });

  it('offers the plans of one’s own market only, and the trial once', async () => {
    const ada = await world.newcomer();
    for (const plan of ['plus_us_month_1', 'plus_gb_week_1'])
      expect(await ada.call('POST', '/plus', { plan })).toMatchObject({ code: 'plan_not_found' });
    await ada.subscribe(month);
    await ada.call('POST', '/plus/check');
    const { at, refund } = await ada.call('GET', '/plus/cancellation');
    expect(refund.minor).toBe(0);
    const ended = await ada.call('POST', '/plus/cancel', {
      when: 'now',
      expectedRefundMinor: 0,
      at,
    });
    expect(ended).toMatchObject({ hasPlus: false, subscription: { status: 'ended' } });
    await ada.subscribe(month);
    expect((await ada.call('POST', '/plus/check')).subscription.status).toBe('active');
  });

  it('renews, and goes on through the provider’s hour', async () => {
    const ada = await world.paidSubscriber();
    await world.pass(ada, 31 * 24 - 1);
    expect(await entitled(ada)).toBe(true);
    await world.pass(ada, 2);
    const paid = (await ada.call('GET', '/payments')).items;
    expect(paid.map(({ amount }: { amount: { minor: number } }) => amount.minor)).toEqual([
      799, 799,
    ]);
    expect(await entitled(ada)).toBe(true);
  });
});

describe('the end of Plus (PY-06)', () => {
  it('comes with the period, and can be taken back until then', async () => {
    const ada = await world.paidSubscriber();
    const ending = await ada.call('POST', '/plus/cancel', { when: 'period_end' });
    expect(ending).toMatchObject({ hasPlus: true, subscription: { status: 'cancelling' } });
    expect(ending.subscription.endsAt).toBe(ending.subscription.periodEndsAt);
    expect((await ada.call('POST', '/plus/resume')).subscription).toMatchObject({
      status: 'active',
      endsAt: null,
    });
    expect(await ada.call('POST', '/plus/resume')).toMatchObject({ code: 'plus_moved_on' });
    await ada.call('POST', '/plus/cancel', { when: 'period_end' });
    await world.pass(ada, 31 * 24);
    expect([await statusOf(ada), await entitled(ada)]).toEqual(['ended', false]);
  });

  it('comes at once, and the card gets back what is not used up (PY-04)', async () => {
    const ada = await world.paidSubscriber();
    await world.pass(ada, 15 * 24 - 2);
    const { refund, at } = await ada.call('GET', '/plus/cancellation');
    expect(refund.minor).toBeGreaterThan(390);
    expect(refund.minor).toBeLessThan(415);
    const cancel = (expectedRefundMinor: number) =>
      ada.call('POST', '/plus/cancel', { when: 'now', expectedRefundMinor, at });
    expect(await cancel(refund.minor + 1)).toMatchObject({ code: 'quote_changed' });
    expect(await cancel(refund.minor)).toMatchObject({
      hasPlus: false,
      subscription: { status: 'ended' },
    });
    await world.settle();
    const [payment] = (await ada.call('GET', '/payments')).items;
    expect(payment).toMatchObject({
      status: 'partly_refunded',
      refunded: refund,
      refunds: [{ amount: refund, status: 'succeeded' }],
    });
    await world.settle();
    expect(await world.stripe.refunds.list({ limit: 1 })).toMatchObject({
      data: [{ amount: refund.minor }],
    });
  });

  it('is told by the provider’s own pages too', async () => {
    const ada = await world.paidSubscriber();
    const { url } = await ada.call('POST', '/plus/portal');
    expect(url).toMatch(/^http/);
    const { rows } = await sql<{ id: string }>`
      select provider_subscription_id as id from payments.subscriptions
      where person_id = ${ada.personId}`.execute(world.ctx.db);
    await world.stripe.subscriptions.update(rows[0]!.id, { cancel_at_period_end: true });
    await world.settle();
    expect(await statusOf(ada)).toBe('cancelling');
  });
});

describe('a payment that fails (PY-06)', () => {
  it('leaves a week of grace, then switches Plus off until it is paid', async () => {
    const ada = await world.paidSubscriber();
    await ada.useFailingCard();
    await world.pass(ada, 31 * 24);
    const { subscription, hasPlus: has } = await ada.call('GET', '/plus');
    expect([subscription.status, has]).toEqual(['grace', true]);
    expect(subscription.payUrl).toMatch(/^http/);
    expect((await ada.call('GET', '/payments')).items[0]).toMatchObject({ status: 'due' });
    await world.pass(ada, 7 * 24 - 2);
    expect(await entitled(ada)).toBe(true);
    await world.pass(ada, 3);
    expect(await entitled(ada)).toBe(false);
    await watchDue(world);
    expect(await statusOf(ada)).toBe('past_due');
    expect((await world.pay(subscription.payUrl)).outcome).toBe('paid');
    await world.settle();
    expect([await statusOf(ada), await entitled(ada)]).toEqual(['active', true]);
  });

  it('ends Plus when nobody pays', async () => {
    const ada = await world.paidSubscriber();
    await ada.useFailingCard();
    for (let day = 0; day < 50; day += 5) await world.pass(ada, 5 * 24);
    expect(await statusOf(ada)).toBe('ended');
  });
});
