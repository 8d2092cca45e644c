import { createHmac } from 'node:crypto';
import { tables } from '../../src/domains/payments/tables.ts';
import { newId } from '../../src/platform/db/index.ts';
import { type PaymentsWorld, webhookSecret } from './payments.ts';

/** Events as the provider would sign them, of whatever content and time a test wants. */
export function signedEvents(world: PaymentsWorld) {
  const nowSeconds = () => Math.floor(world.clock.now().epochMilliseconds / 1000);
  const sign = (body: string, seconds = nowSeconds(), secret = webhookSecret): string =>
    `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
  return {
    nowSeconds,
    sign,
    anEvent(object: object, type = 'payment_intent.succeeded', account?: string) {
      const id = `evt_${newId(world.clock)}`;
      const body = JSON.stringify({ id, object: 'event', type, account, data: { object } });
      return { id, body };
    },
    send: (body: string) => world.deliver({ body, signature: sign(body) }),
    stored: (id: string) =>
      tables(world.ctx)
        .selectFrom('payments.webhook_events')
        .select(['status', 'note', 'attempts', 'payload'])
        .where('id', '=', id)
        .executeTakeFirst(),
  };
}
