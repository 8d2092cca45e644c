import { type App, Problem } from '../../platform/http/index.ts';
import { cardsRoutes } from './cards/cards.routes.ts';
import { disputesRoutes } from './disputes/disputes.routes.ts';
import { earningsRoutes } from './earnings/earnings.routes.ts';
import { operationsRoutes } from './operations/operations.routes.ts';
import { payoutsRoutes } from './payouts/payouts.routes.ts';
import { mainPlatform } from './provider/platforms.ts';
import { reconciliationRoutes } from './reconciliation/reconciliation.routes.ts';
import { receiptsRoutes } from './receipts/receipts.routes.ts';
import { PlatformParams, WebhookAnswer, WebhookHeaders } from './schemas.ts';
import { plusRoutes } from './subscriptions/plus.routes.ts';
import { receiveEvent } from './webhooks/receive-event.ts';

/** Events carry whole objects, larger than what our own clients send. */
const eventBytesMax = 512 * 1024;

export function paymentsRoutes(app: App): void {
  app.register(async (scope: App) => webhookRoutes(scope));
  payoutsRoutes(app);
  operationsRoutes(app);
  disputesRoutes(app);
  reconciliationRoutes(app);
  earningsRoutes(app);
  receiptsRoutes(app);
  cardsRoutes(app);
  plusRoutes(app);
}

function webhookRoutes(scope: App): void {
  // The signature covers the exact bytes, so here, and only here, the body stays unparsed.
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  const shared = {
    tags: ['payments'],
    headers: WebhookHeaders,
    response: { 200: WebhookAnswer, default: Problem },
  };
  const config = { access: 'public', csrf: false, actor: false } as const;
  scope.post(
    '/api/v1/webhooks/payments',
    {
      bodyLimit: eventBytesMax,
      config,
      schema: {
        ...shared,
        operationId: 'receivePaymentEvent',
        summary: 'Receive a signed event of the payment provider',
      },
    },
    async ({ ctx, body, headers }) => {
      const signature = headers['stripe-signature'];
      await receiveEvent(ctx, { platform: mainPlatform, rawBody: body as Buffer, signature });
      return { received: true };
    },
  );
  scope.post(
    '/api/v1/webhooks/payments/:platform',
    {
      bodyLimit: eventBytesMax,
      config,
      schema: {
        ...shared,
        operationId: 'receivePlatformPaymentEvent',
        summary: 'Receive a signed event for the platform account of one market',
        params: PlatformParams,
      },
    },
    async ({ ctx, body, headers, params }) => {
      const signature = headers['stripe-signature'];
      await receiveEvent(ctx, { ...params, rawBody: body as Buffer, signature });
      return { received: true };
    },
  );
}
