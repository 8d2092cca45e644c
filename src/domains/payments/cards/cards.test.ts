import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PlusWorld, startPlusWorld, type Subscriber } from '../../../../test/support/plus.ts';
import { inTransaction, sql } from '../../../platform/db/index.ts';
import { findDefaultCard } from '../customers/find-default-card.ts';
import { customerOf, paymentsDomain } from '../index.ts';

let world: PlusWorld;
beforeAll(async () => {
  world = await startPlusWorld();
});
afterAll(() => world?.close());

const cardsOf = async (ada: Subscriber) => (await ada.call('GET', '/cards')).items;

async function save(ada: Subscriber, card = '4242424242424242'): Promise<void> {
  const { url } = await ada.call('POST', '/cards');
  expect((await world.pay(url, { card })).outcome).toBe('paid');
  await world.settle();
}

describe('a saved card (PY-01)', () => {
  it('is known after the provider’s page, and used first as the only one', async () => {
    const ada = await world.newcomer();
    expect(await cardsOf(ada)).toEqual([]);
    await save(ada);
    expect(await cardsOf(ada)).toMatchObject([
      { brand: 'visa', last4: '4242', expMonth: 12, expYear: 2040, isDefault: true },
    ]);
    const { customer, method } = (await findDefaultCard(world.ctx, {
      personId: ada.personId,
      platform: 'main',
    }))!;
    expect(await world.stripe.customers.retrieve(customer)).toMatchObject({
      email: ada.email,
      invoice_settings: { default_payment_method: method },
    });
  });

  it('is found on return, before the provider has told of it', async () => {
    const ada = await world.newcomer();
    const { url } = await ada.call('POST', '/cards');
    expect((await ada.call('POST', '/cards')).url).toBe(url);
    await world.pay(url);
    expect((await ada.call('POST', '/cards/check')).items).toHaveLength(1);
    expect((await ada.call('POST', '/cards')).url).not.toBe(url);
    await world.settle();
  });

  it('gives way to another, and leaves the provider when it is removed', async () => {
    const ada = await world.newcomer();
    await save(ada);
    await save(ada, '5555555555554444');
    const [first, second] = await cardsOf(ada);
    expect([first.isDefault, second.isDefault]).toEqual([true, false]);
    await ada.call('PUT', `/cards/${second.id}/default`);
    expect((await cardsOf(ada)).map((card: { isDefault: boolean }) => card.isDefault)).toEqual([
      false,
      true,
    ]);
    await ada.call('DELETE', `/cards/${second.id}`);
    await world.settle();
    expect(await cardsOf(ada)).toMatchObject([{ id: first.id, isDefault: true }]);
    const customer = await customerOf(world.ctx, { personId: ada.personId, market: 'gb' });
    const { data } = await world.stripe.customers.listPaymentMethods(customer);
    expect(data).toHaveLength(1);
  });

  it('that pays for Plus stays until another does', async () => {
    const ada = await world.newcomer();
    await ada.subscribe('plus_gb_month_1');
    await ada.call('POST', '/plus/check');
    await world.settle();
    const [paying] = await cardsOf(ada);
    expect(paying).toMatchObject({ isDefault: true, paysPlus: true });
    expect(await ada.call('DELETE', `/cards/${paying.id}`)).toMatchObject({ code: 'card_in_use' });
    await save(ada, '5555555555554444');
    await ada.call('DELETE', `/cards/${paying.id}`);
    await world.settle();
    expect(await cardsOf(ada)).toMatchObject([{ last4: '4444', isDefault: true, paysPlus: true }]);
  });

  it('is nobody else’s', async () => {
    const [ada, eve] = [await world.newcomer(), await world.newcomer()];
    await save(ada);
    const [{ id }] = await cardsOf(ada);
    for (const [method, path] of [
      ['DELETE', `/cards/${id}`],
      ['PUT', `/cards/${id}/default`],
    ] as const)
      expect(await eve.call(method, path)).toMatchObject({ code: 'card_not_found' });
    expect(await cardsOf(ada)).toHaveLength(1);
  });

  it('never brings its number to us', async () => {
    const ada = await world.newcomer();
    await save(ada, '5555555555554444');
    const { rows } = await sql<{ found: number }>`
      select count(*)::int as found from payments.webhook_events
      where payload::text like '%5555555555554444%'`.execute(world.ctx.db);
    expect(rows).toEqual([{ found: 0 }]);
  });
});

describe('a customer (PY-01)', () => {
  it('is made once, though the answer is lost', async () => {
    const ada = await world.newcomer();
    const { personId } = ada;
    // The SDK itself asks once more.
    const making = { method: 'POST', path: '/v1/customers' } as const;
    for (let drop = 0; drop < 2; drop++) world.provider.faults.call({ kind: 'drop_after' }, making);
    await expect(customerOf(world.ctx, { personId, market: 'gb' })).rejects.toMatchObject({
      kind: 'unavailable',
    });
    const made = await customerOf(world.ctx, { personId, market: 'gb' });
    const { data } = await world.stripe.customers.list({ email: ada.email });
    expect(data.map(({ id }) => id)).toEqual([made]);
  });

  it('gets its default card when a lost call is asked about, not by one job after another until then', async () => {
    const ada = await world.newcomer();
    const choosing = { method: 'POST', path: /^\/v1\/customers\/cus_\w+$/ } as const;
    for (let drop = 0; drop < 2; drop++)
      world.provider.faults.call({ kind: 'drop_before' }, choosing);
    await save(ada);
    expect(await cardsOf(ada)).toMatchObject([{ isDefault: false }]);
    const { rows } = await sql<{ looks: number }>`select looks_begun as looks
      from payments.customers where person_id = ${ada.personId}`.execute(world.ctx.db);
    expect(rows[0]!.looks).toBeLessThan(20);
    world.clock.advance({ minutes: 2 });
    await world.settle();
    await ada.signInAgain();
    expect(await cardsOf(ada)).toMatchObject([{ isDefault: true }]);
  });

  it('is forgotten by the provider too, and by what it told of that (ID-17)', async () => {
    const ada = await world.newcomer();
    await save(ada);
    const customer = await customerOf(world.ctx, { personId: ada.personId, market: 'gb' });
    await inTransaction(world.ctx, (ctx) => paymentsDomain.erasePerson!(ctx, ada.personId));
    await world.settle();
    await expect(world.stripe.customers.retrieve(customer)).rejects.toMatchObject({
      statusCode: 404,
    });
    const { rows } = await sql<{ told: number; named: number }>`
      select count(*) filter (where type = 'customer.deleted')::int as told,
        count(*) filter (where payload::text like ${`%${ada.email}%`})::int as named
      from payments.webhook_events where object_id = ${customer}`.execute(world.ctx.db);
    expect(rows).toEqual([{ told: 1, named: 0 }]);
  });
});
