import { readFile } from 'node:fs/promises';
import type Stripe from 'stripe';
import { expect, it } from 'vitest';
import { automatic, startWorld } from '../test-world.ts';
import { idOf } from '../ids.ts';

const fixtures = process.env['STRIPE_FIXTURES'];

/** Only there when asked for with `expand`. */
const optional: Record<string, readonly string[]> = {
  charge: ['refunds'],
};

/** One of each kind, made over HTTP. */
async function makeObjects(): Promise<Record<string, object>> {
  const world = await startWorld();
  try {
    const customer = await world.stripe.customers.create({ email: 'a@example.com' });
    const { session, intent } = await world.pay(automatic, { card: '4000000000000259' });
    const charge = await world.stripe.charges.retrieve(idOf(intent.latest_charge));
    const second = await world.pay(automatic);
    const refund = await world.stripe.refunds.create({ payment_intent: second.intent.id });
    const { data: transactions } = await world.stripe.balanceTransactions.list();
    world.advance({ seconds: 5 });
    const { data: disputes } = await world.stripe.disputes.list();
    const { data: events } = await world.stripe.events.list();
    const method = await world.stripe.paymentMethods.retrieve(idOf(intent.payment_method));
    return {
      customer,
      charge,
      refund,
      'checkout.session': session,
      payment_intent: intent,
      payment_method: method,
      balance_transaction: transactions[0]!,
      dispute: disputes[0]!,
      event: events[0]!,
    };
  } finally {
    await world.close();
  }
}

it('every object names itself and its time', async () => {
  const objects = await makeObjects();
  for (const [name, object] of Object.entries(objects)) {
    const { id, object: kind, created } = object as Stripe.Charge;
    expect({ kind, id: typeof id, created: typeof created }).toEqual({
      kind: name,
      id: 'string',
      created: 'number',
    });
  }
});

it.skipIf(!fixtures)(
  'objects have the keys and types of the published examples (needs STRIPE_FIXTURES)',
  async () => {
    const { resources } = JSON.parse(await readFile(fixtures!, 'utf8')) as {
      resources: Record<string, Record<string, unknown>>;
    };
    for (const [name, made] of Object.entries(await makeObjects())) {
      const ours = made as Record<string, unknown>;
      for (const [key, example] of Object.entries(resources[name]!)) {
        if (optional[name]?.includes(key)) continue;
        expect(Object.keys(ours), `${name}.${key}`).toContain(key);
        const value = ours[key];
        if (value === null || value === undefined || example === null) continue;
        expect(typeof value, `${name}.${key}`).toBe(typeof example);
        expect(Array.isArray(value), `${name}.${key}`).toBe(Array.isArray(example));
      }
    }
  },
);
