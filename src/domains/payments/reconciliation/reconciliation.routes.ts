import { type App, Problem } from '../../../platform/http/index.ts';
import { Type } from 'typebox';
import * as schemas from '../operations/schemas.ts';
import { told } from '../operations/told.ts';
import { closeCase } from './close-case.ts';
import { listCases, listReconciliations } from './list-cases.ts';
import { reconcileAll } from './reconcile.ts';
import { getReconciliation, type Reconciliation } from './reconciliations.queries.ts';

const tags = ['operators: payments'];
const config = { access: 'operator:payments' } as const;

export function reconciliationRoutes(app: App): void {
  reportRoutes(app);
  caseRoutes(app);
}

const view = (row: Reconciliation) =>
  told({
    id: row.id,
    platform: row.platform,
    status: row.status,
    from: row.from_at,
    until: row.until_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    movements: row.movements,
    opened: row.opened,
    closed: row.closed,
    totals: row.totals,
    error: row.error,
  });

function reportRoutes(app: App): void {
  app.get(
    '/api/v1/operator/reconciliations',
    {
      config,
      schema: {
        tags,
        operationId: 'listReconciliations',
        summary: 'Comparisons of our books with the provider’s, the newest first',
        querystring: schemas.CursorQuery,
        response: { 200: schemas.ReconciliationsPage, default: Problem },
      },
    },
    async ({ ctx, query: { cursor, limit = 25 } }) => {
      const page = await listReconciliations(ctx, { cursor, limit });
      return { ...page, items: page.items.map(view) };
    },
  );
  app.get(
    '/api/v1/operator/reconciliations/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'getReconciliation',
        summary: 'The report of one comparison',
        params: schemas.IdParams,
        response: { 200: schemas.Reconciliation, default: Problem },
      },
    },
    async ({ ctx, params }) => view(await getReconciliation(ctx, params.id)),
  );
  app.post(
    '/api/v1/operator/reconciliations',
    {
      config: {
        ...config,
        rateLimit: { name: 'reconcile', points: 12, windowSeconds: 3600 },
      },
      schema: {
        tags,
        operationId: 'startReconciliation',
        summary: 'Compare the books now, rather than tonight',
        response: { 202: schemas.Asked, default: Problem },
      },
    },
    async ({ ctx }, reply) => {
      await reconcileAll(ctx);
      return reply.code(202).send({ asked: true as const });
    },
  );
}

function caseRoutes(app: App): void {
  app.get(
    '/api/v1/operator/reconciliation-cases',
    {
      config,
      schema: {
        tags,
        operationId: 'listReconciliationCases',
        summary: 'Differences between our books and the provider’s, the newest first',
        querystring: schemas.CasesQuery,
        response: { 200: schemas.CasesPage, default: Problem },
      },
    },
    async ({ ctx, query: { state = 'open', limit = 25, ...rest } }) => {
      const page = await listCases(ctx, { state, limit, ...rest });
      return { ...page, items: page.items.map(told) };
    },
  );
  app.post(
    '/api/v1/operator/reconciliation-cases/:id/close',
    {
      config,
      schema: {
        tags,
        operationId: 'closeReconciliationCase',
        summary: 'Close a case with an explanation',
        params: schemas.IdParams,
        body: schemas.CloseBody,
        response: { 204: Type.Null(), default: Problem },
      },
    },
    async ({ ctx, params, body }, reply) => {
      await closeCase(ctx, { id: params.id, note: body.note });
      return reply.code(204).send(null);
    },
  );
}
