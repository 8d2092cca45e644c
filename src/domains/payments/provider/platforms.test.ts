import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type PaymentsWorld,
  startPaymentsWorld,
  webhookSecret,
} from '../../../../test/support/payments.ts';
import { newId } from '../../../platform/db/index.ts';
import { money } from '../../../platform/money/index.ts';
import { openCharge } from '../index.ts';
import { tables } from '../tables.ts';
import { getChargeRow } from '../charges/charges.queries.ts';
import { provider } from './stripe.ts';

const secretOfIndia = 'whsec_of_the_account_of_india';
const secretOfConnected = 'whsec_of_accounts_connected_to_it';

let world: PaymentsWorld;
beforeAll(async () => {
  world = await startPaymentsWorld([], {
    env: {
      STRIPE_PLATFORMS: JSON.stringify({
        in: {
          secretKey: 'sk_test_of_the_account_of_india',
          webhookSecret: secretOfIndia,
          connectWebhookSecret: secretOfConnected,
        },
      }),
    },
  });
});
afterAll(() => world.close());

const open = (market: string, currency: string) =>
  openCharge(world.ctx, {
    reference: `booking:${newId(world.clock)}`,
    market,
    amount: money(90_000, currency),
    fee: money(9000, currency),
    capture: 'manual',
    expiresAt: world.clock.now().add({ minutes: 15 }),
  });

const platformOf = async (chargeId: string) => (await getChargeRow(world.ctx, chargeId)).platform;

async function send(path: string, secret: string, chargeId = newId(world.clock)) {
  const object = { object: 'payment_intent', id: 'pi_x', metadata: { charge_id: chargeId } };
  const id = `evt_${newId(world.clock)}`;
  const payload = JSON.stringify({
    id,
    object: 'event',
    type: 'payment_intent.created',
    data: { object },
  });
  const at = Math.floor(world.clock.now().epochMilliseconds / 1000);
  const v1 = createHmac('sha256', secret).update(`${at}.${payload}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'stripe-signature': `t=${at},v1=${v1}` };
  const url = `/api/v1/webhooks/payments${path}`;
  return { id, answer: await world.inject({ method: 'POST', url, headers, payload }) };
}

describe('a market with a provider account of its own', () => {
  it('opens its payments there, and they stay there for life (MK-01, PY-01)', async () => {
    const own = await open('in', 'INR');
    const shared = await open('gb', 'GBP');
    expect([await platformOf(own.id), await platformOf(shared.id)]).toEqual(['in', 'main']);
    expect(provider(world.ctx, 'in')).not.toBe(provider(world.ctx, 'main'));
    expect(provider(world.ctx, 'in')).toBe(provider(world.ctx, 'in'));
    expect(() => provider(world.ctx, 'nowhere')).toThrow('STRIPE_PLATFORMS names no account');
  });

  it.each([
    ['/in', secretOfIndia, 200],
    ['/in', secretOfConnected, 200],
    ['', webhookSecret, 200],
    ['/main', webhookSecret, 200],
    ['', secretOfIndia, 400],
    ['/in', webhookSecret, 400],
    ['/gb', webhookSecret, 400],
    ['/constructor', secretOfIndia, 400],
  ])(
    'hears at its own address what is signed with its own secret: %s %s → %i (PY-05)',
    async (path, secret, status) => {
      expect((await send(path, secret)).answer.statusCode).toBe(status);
      await world.runJobs();
    },
  );

  it('can say nothing about the payments of another account (PY-05)', async () => {
    const { id: chargeId } = await open('gb', 'GBP');
    const { id } = await send('/in', secretOfIndia, chargeId);
    await world.runJobs();
    const event = await tables(world.ctx)
      .selectFrom('payments.webhook_events')
      .select(['status', 'note', 'platform'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      status: 'parked',
      platform: 'in',
      note: 'signed for another platform account than its own',
    });
  });
});
