import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectPlusBooks, type PlusWorld, startPlusWorld } from '../../../../test/support/plus.ts';

let world: PlusWorld;
beforeAll(async () => {
  world = await startPlusWorld();
});
afterEach(() => expectPlusBooks(world));
afterAll(() => world.close());

const month = 'plus_gb_month_1';
const year = 'plus_gb_year_1';

describe('another plan (PY-06)', () => {
  it('shows the proration before the click, and charges just that', async () => {
    const ada = await world.paidSubscriber();
    await world.pass(ada, 10 * 24);
    const shown = await ada.call('GET', `/plus/change?plan=${year}`);
    expect(shown).toMatchObject({ change: 'now', plan: { id: year } });
    const [credit, whole] = shown.lines.map(
      ({ amount }: { amount: { minor: number } }) => amount.minor,
    );
    expect([whole, credit + whole]).toEqual([6399, shown.dueNow.minor]);
    expect(credit).toBeLessThan(0);
    const { at, dueNow } = shown;
    const changed = await ada.call('POST', '/plus/change', {
      plan: year,
      expectedDueMinor: dueNow.minor,
      at,
    });
    expect(changed.subscription).toMatchObject({ status: 'active', plan: { id: year } });
    await world.settle();
    const [newest] = (await ada.call('GET', '/payments')).items;
    expect(newest.amount).toEqual(dueNow);
  });

  it('is refused for another amount than was shown, or long after it was', async () => {
    const ada = await world.paidSubscriber();
    const { at, dueNow } = await ada.call('GET', `/plus/change?plan=${year}`);
    const change = (body: object) => ada.call('POST', '/plus/change', { plan: year, at, ...body });
    for (const expectedDueMinor of [0, dueNow.minor - 1, 99_999_999])
      expect(await change({ expectedDueMinor })).toMatchObject({ code: 'quote_changed' });
    for (const wrong of ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'])
      expect(await change({ expectedDueMinor: dueNow.minor, at: wrong })).toMatchObject({
        code: 'quote_changed',
      });
    expect(await change({ expectedDueMinor: -1 })).toMatchObject({ status: 400 });
    world.clock.advance({ minutes: 16 });
    expect(await change({ expectedDueMinor: dueNow.minor })).toMatchObject({
      code: 'quote_changed',
    });
    expect((await ada.call('GET', '/plus')).subscription.plan.id).toBe(month);
  });

  it('changes nothing when the card is declined', async () => {
    const ada = await world.paidSubscriber();
    await ada.useFailingCard();
    const { at, dueNow } = await ada.call('GET', `/plus/change?plan=${year}`);
    const body = { plan: year, expectedDueMinor: dueNow.minor, at };
    expect(await ada.call('POST', '/plus/change', body)).toMatchObject({ code: 'card_declined' });
    await world.settle();
    expect((await ada.call('GET', '/plus')).subscription).toMatchObject({
      status: 'active',
      plan: { id: month },
    });
  });

  it('lets a paid year run out before the month begins, unless that is called off', async () => {
    const ada = await world.paidSubscriber(year);
    const change = async (plan: string) => {
      const { at, dueNow, ...shown } = await ada.call('GET', `/plus/change?plan=${plan}`);
      expect(dueNow.minor).toBe(0);
      const body = { plan, expectedDueMinor: 0, at };
      return { ...shown, after: (await ada.call('POST', '/plus/change', body)).subscription };
    };
    const end = (await ada.call('GET', '/plus')).subscription.periodEndsAt;
    const down = await change(month);
    expect(down).toMatchObject({ change: 'later', startsAt: end });
    const pending = { status: 'active', plan: { id: year }, nextPlan: { id: month } };
    expect(down.after).toMatchObject({ ...pending, periodEndsAt: end });
    expect((await change(year)).after).toMatchObject({ plan: { id: year }, nextPlan: null });
    await change(month);
    await world.pass(ada, 366 * 24);
    expect((await ada.call('GET', '/plus')).subscription).toMatchObject({
      status: 'active',
      plan: { id: month },
      nextPlan: null,
    });
    const [newest] = (await ada.call('GET', '/payments')).items;
    expect(newest.amount.minor).toBe(799);
  });

  it('that the provider has already changed to is not reckoned again', async () => {
    const ada = await world.paidSubscriber();
    const customer = (await world.stripe.customers.list({ email: ada.email })).data[0]!.id;
    const there = (await world.stripe.subscriptions.list({ customer })).data[0]!;
    const [price] = (await world.stripe.prices.list({ lookup_keys: [year] })).data;
    await world.stripe.subscriptions.update(there.id, {
      items: [{ id: there.items.data[0]!.id, price: price!.id }],
      proration_behavior: 'always_invoice',
    });
    expect(await ada.call('GET', `/plus/change?plan=${year}`)).toMatchObject({
      status: 409,
      code: 'plus_moved_on',
    });
    await world.settle();
    expect((await ada.call('GET', '/plus')).subscription.plan.id).toBe(year);
  });

  it('costs nothing during the trial', async () => {
    const ada = await world.newcomer();
    await ada.subscribe(month);
    await ada.call('POST', '/plus/check');
    const { at, dueNow, change } = await ada.call('GET', `/plus/change?plan=${year}`);
    expect([change, dueNow.minor]).toEqual(['swap', 0]);
    const body = { plan: year, expectedDueMinor: 0, at };
    expect((await ada.call('POST', '/plus/change', body)).subscription).toMatchObject({
      status: 'trialing',
      plan: { id: year },
    });
  });
});
