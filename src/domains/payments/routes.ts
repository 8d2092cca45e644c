import { type App, Problem } from '../../platform/http/index.ts';
import { WebhookAnswer, WebhookHeaders } from './schemas.ts';
import { receiveEvent } from './webhooks/receive-event.ts';

/** Events carry whole objects, larger than what our own clients send. */
const eventBytesMax = 512 * 1024;

export function paymentsRoutes(app: App): void {
  app.register(async (scope: App) => {
    // The signature covers the exact bytes, so here, and only here, the body stays unparsed.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
      done(null, body),
    );
    scope.post(
      '/api/v1/webhooks/payments',
      {
        bodyLimit: eventBytesMax,
        config: { access: 'public', csrf: false, actor: false },
        schema: {
          tags: ['payments'],
          operationId: 'receivePaymentEvent',
          summary: 'Receive a signed event of the payment provider',
          headers: WebhookHeaders,
          response: { 200: WebhookAnswer, default: Problem },
        },
      },
      async (request) => {
        await receiveEvent(
          request.ctx,
          request.body as Buffer,
          request.headers['stripe-signature'],
        );
        return { received: true };
      },
    );
  });
}
