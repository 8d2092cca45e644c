import { describe, expect, it } from 'vitest';
import { judge, live } from './real/life.ts';
import { untilQuiet } from './real/rest.ts';
import type { Stage } from './real/stage.ts';

const seed = 20_261_121;

/** Somebody is charged once more for the same at the provider, past our books. */
async function chargeAgain({ stripe }: Stage): Promise<void> {
  const [paid] = (await stripe.paymentIntents.list({ limit: 100 })).data.filter(
    ({ status, metadata }) => status === 'succeeded' && metadata['charge_id'],
  );
  await stripe.paymentIntents.create({
    amount: paid!.amount,
    currency: paid!.currency,
    metadata: paid!.metadata,
    payment_method: 'pm_card_visa',
    confirm: true,
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  });
}

describe('money in a product that is killed', () => {
  it(
    'adds up once all has come to rest, and would not if somebody had paid twice (PY-03, PY-08, PY-10, PF-04)',
    { timeout: 180_000 },
    async ({ skip }) => {
      skip(!process.env['DATABASE_URL'], 'needs DATABASE_URL: an embedded database dies with it');
      let caught: string[] = [];
      const life = await live({
        seed,
        chapters: 1,
        async afterwards(stage) {
          await chargeAgain(stage);
          await stage.advance(24 * 3_600);
          await untilQuiet(stage);
          caught = await judge(stage);
        },
      });
      expect(life.broken).toEqual([]);
      expect([life.kills, life.restarts]).toEqual([2, 2]);
      expect(Math.min(life.charges, life.calls, life.events, life.faults)).toBeGreaterThan(0);
      for (const told of [/paid 2 times/, /^balance in/, /^reconciliation: not_booked/])
        expect(caught).toContainEqual(expect.stringMatching(told));
    },
  );
});
