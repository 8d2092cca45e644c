import { Type } from 'typebox';
import { type App, Problem } from '../../../platform/http/index.ts';
import * as schemas from '../plus-schemas.ts';
import { getPayment, listPayments, type PaymentView } from './list-payments.ts';
import { type PaperKind, paymentPdf } from './payment-paper.ts';

const tags = ['payments'];
/** Drawing a paper takes some 20 ms of the processor. */
const papers = { name: 'papers', points: 60, windowSeconds: 600 };

export function receiptsRoutes(app: App): void {
  app.get(
    '/api/v1/me/payments',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listMyPayments',
        summary: 'What I have paid, newest first',
        querystring: schemas.ListQuery,
        response: { 200: schemas.PaymentPage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 20 } }) => {
      const { items, nextCursor } = await listPayments(ctx, { cursor, limit });
      return { items: items.map(view), nextCursor };
    },
  );
  app.get(
    '/api/v1/me/payments/:id',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'getMyPayment',
        summary: 'One payment of mine',
        params: schemas.IdParams,
        response: { 200: schemas.PaymentView, default: Problem },
      },
    },
    async ({ ctx, params }) => view((await getPayment(ctx, params.id)).view),
  );
  paperRoute(app, 'receipt', 'getReceipt');
  paperRoute(app, 'invoice', 'getInvoice');
}

function paperRoute(app: App, kind: PaperKind, operationId: string): void {
  app.get(
    `/api/v1/me/payments/:id/${kind}.pdf`,
    {
      config: { access: 'signed_in', rateLimit: papers },
      schema: {
        tags,
        operationId,
        summary: `The ${kind} of a payment of mine as PDF`,
        params: schemas.IdParams,
        response: {
          200: {
            description: 'PDF',
            content: { 'application/pdf': { schema: Type.String({ format: 'binary' }) } },
          },
          default: Problem,
        },
      },
    },
    async ({ ctx, params }, reply) => {
      const { name, file } = await paymentPdf(ctx, { id: params.id, kind });
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'private, no-store')
        .send(file as never);
    },
  );
}

const view = (payment: PaymentView) => ({
  ...payment,
  at: payment.at.toString(),
  refunds: payment.refunds.map(({ at, arrivesBy, ...refund }) => ({
    ...refund,
    at: at.toString(),
    arrivesBy: arrivesBy.toString(),
  })),
});
