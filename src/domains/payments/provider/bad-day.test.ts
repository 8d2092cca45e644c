import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  atProvider,
  sessionsOf,
  expectBooksToBalance,
  type PaymentsWorld,
  startPaymentsWorld,
} from '../../../../test/support/payments.ts';
import { captureCharge, checkCharge, settleCancelledCharge } from '../index.ts';
import { sweep } from '../sweep.ts';

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

describe('a bad day of the provider', () => {
  it.each([1, 2, 5, 7])(
    '(seed %i) delays money, never doubles or loses it (PY-05, PY-10)',
    async (seed) => {
      world.provider.faults.seed(seed, {
        drop_before: 0.12,
        drop_after: 0.12,
        server_error: 0.08,
        rate_limit: 0.08,
        duplicate: 0.2,
        reorder: 0.2,
      });
      const charge = await world.openCharge({ capture: seed % 2 ? 'manual' : 'automatic' });
      const patiently = async <T>(what: () => Promise<T>): Promise<T> => {
        for (let tries = 0; ; tries++) {
          try {
            return await what();
          } catch (error) {
            if (tries > 20) throw error;
          }
        }
      };
      const settled = async (status: string) => {
        for (let minute = 0; (await world.chargeStatus(charge.id)) !== status; minute++) {
          expect(minute).toBeLessThan(300);
          await world.runJobs().catch(() => {});
          world.clock.advance({ minutes: minute < 20 ? 1 : 30 });
          if (minute % 20 === 19) await sweep(world.ctx);
        }
      };
      await world.pay(await patiently(() => world.startCheckout(charge.id)));
      await patiently(() => checkCharge(world.ctx, charge.id));
      await settled(seed % 2 ? 'authorised' : 'captured');
      if (seed % 2) await captureCharge(world.ctx, charge.id);
      await settled('captured');
      await settleCancelledCharge(world.ctx, {
        chargeId: charge.id,
        keepMinor: 1900,
        reason: 'late',
      });
      await settled('partly_refunded');
      world.provider.faults.clear();
      expect(await atProvider(world, charge.id)).toEqual({
        status: 'succeeded',
        received: 3800,
        refunded: [1900],
      });
      await world.runJobs();
      expect(world.told(charge.id)).toEqual(['authorised', 'captured 3800', 'refunded 1900']);
      expect(
        (await sessionsOf(world, charge.id)).filter(({ status }) => status === 'complete'),
      ).toHaveLength(1);
    },
  );
});
