import { type App, Problem } from '../../../platform/http/index.ts';
import { jobNames } from '../job-names.ts';
import { findPayments } from './find-payments.ts';
import { getPaymentEvent, listParkedEvents, replayEvent } from './parked-events.ts';
import { getPaymentStory, type PaymentStory } from './payment-story.ts';
import { refundPayment } from './refund-payment.ts';
import * as schemas from './schemas.ts';
import { told } from './told.ts';
import { listWaitingCalls, retryCall } from './waiting-calls.ts';
import { getChargeRow } from '../charges/charges.queries.ts';

const tags = ['operators: payments'];
const config = { access: 'operator:payments' } as const;

/** What operators who look after payments may see and do. Every change is written down by the audit. */
export function operationsRoutes(app: App): void {
  paymentRoutes(app);
  refundRoute(app);
  callRoutes(app);
  eventRoutes(app);
}

function paymentRoutes(app: App): void {
  app.get(
    '/api/v1/operator/payments',
    {
      config,
      schema: {
        tags,
        operationId: 'listPayments',
        summary: 'Payments, the newest first',
        querystring: schemas.PaymentsQuery,
        response: { 200: schemas.PaymentsPage, default: Problem },
      },
    },
    async ({ ctx, query }) => {
      const { limit = 25, ...rest } = query;
      const page = await findPayments(ctx, { limit, ...rest });
      return { ...page, items: page.items.map(told) };
    },
  );
  app.get(
    '/api/v1/operator/payments/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getPaymentStory',
        summary: 'One payment with everything that happened to it',
        params: schemas.IdParams,
        response: { 200: schemas.Story, default: Problem },
      },
    },
    async ({ ctx, params }) => viewStory(await getPaymentStory(ctx, params.id)),
  );
  app.post(
    '/api/v1/operator/payments/:id/check',
    {
      config,
      schema: {
        tags,
        operationId: 'checkPayment',
        summary: 'Look at the provider again, and do what is still to be done',
        params: schemas.IdParams,
        response: { 202: schemas.Asked, default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      const { id } = await getChargeRow(ctx, params.id);
      await ctx.jobs.enqueue(ctx, jobNames.carryOut, { kind: 'charge', id });
      return reply.code(202).send({ asked: true as const });
    },
  );
}

const viewStory = ({ payment, ...lists }: PaymentStory) => ({
  payment: told(payment),
  transitions: lists.transitions.map(told),
  calls: lists.calls.map(told),
  postings: lists.postings.map(told),
  events: lists.events.map(told),
  refunds: lists.refunds.map(told),
  operatorRefunds: lists.operatorRefunds.map(told),
  transfers: lists.transfers.map(told),
  holds: lists.holds.map(told),
  disputes: lists.disputes.map(told),
});

function refundRoute(app: App): void {
  app.post(
    '/api/v1/operator/payments/:id/refunds',
    {
      config: { ...config, fresh: true },
      schema: {
        tags,
        operationId: 'refundPayment',
        summary: 'Give back a part or all of a payment, for a reason',
        params: schemas.IdParams,
        body: schemas.RefundBody,
        response: { 202: schemas.Asked, default: Problem },
      },
    },
    async ({ ctx, params, body }, reply) => {
      await refundPayment(ctx, { chargeId: params.id, ...body });
      return reply.code(202).send({ asked: true as const });
    },
  );
}

function callRoutes(app: App): void {
  app.get(
    '/api/v1/operator/payment-calls',
    {
      config,
      schema: {
        tags,
        operationId: 'listWaitingPaymentCalls',
        summary: 'Calls to the provider that have no known end, or that a person must look at',
        querystring: schemas.CursorQuery,
        response: { 200: schemas.WaitingCallsPage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 25 } }) => {
      const page = await listWaitingCalls(ctx, { cursor, limit });
      return { ...page, items: page.items.map(told) };
    },
  );
  app.post(
    '/api/v1/operator/payment-calls/:id/retry',
    {
      config,
      schema: {
        tags,
        operationId: 'retryPaymentCall',
        summary: 'Try again now',
        params: schemas.IdParams,
        response: { 202: schemas.Asked, default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await retryCall(ctx, params.id);
      return reply.code(202).send({ asked: true as const });
    },
  );
}

function eventRoutes(app: App): void {
  app.get(
    '/api/v1/operator/payment-events',
    {
      config,
      schema: {
        tags,
        operationId: 'listParkedPaymentEvents',
        summary: 'Events of the provider that fitted nothing of ours',
        querystring: schemas.CursorQuery,
        response: { 200: schemas.ParkedEventsPage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 25 } }) => {
      const page = await listParkedEvents(ctx, { cursor, limit });
      return { ...page, items: page.items.map(told) };
    },
  );
  app.get(
    '/api/v1/operator/payment-events/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getPaymentEvent',
        summary: 'One event as the provider sent it',
        params: schemas.EventParams,
        response: { 200: schemas.PaymentEvent, default: Problem },
      },
    },
    async ({ ctx, params }) => told(await getPaymentEvent(ctx, params.id)),
  );
  app.post(
    '/api/v1/operator/payment-events/:id/replay',
    {
      config,
      schema: {
        tags,
        operationId: 'replayPaymentEvent',
        summary: 'Have a parked event worked on again',
        params: schemas.EventParams,
        response: { 202: schemas.Asked, default: Problem },
      },
    },
    async ({ ctx, params }, reply) => {
      await replayEvent(ctx, params.id);
      return reply.code(202).send({ asked: true as const });
    },
  );
}
