import { Type } from 'typebox';
import { personOf } from '../../../platform/context.ts';
import { type App, Problem, type RateLimitRule } from '../../../platform/http/index.ts';
import * as schemas from '../earning-schemas.ts';
import { getStatement, listStatements } from '../statements/statement.ts';
import { statementCsv } from '../statements/statement-csv.ts';
import { statementPdf } from '../statements/statement-pdf.ts';
import { listEarnings, summariseEarnings } from './list-earnings.ts';

const tags = ['earnings'];
/** A paper takes more work than a page. */
const papers: RateLimitRule = { name: 'statements', points: 60, windowSeconds: 600 };

export function earningsRoutes(app: App): void {
  listRoutes(app);
  statementRoutes(app);
}

function listRoutes(app: App): void {
  app.get(
    '/api/v1/earnings',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'listEarnings',
        summary: 'What my lessons bring, with every deduction, the latest first',
        description: 'price − returned − commission − netted = earned',
        querystring: schemas.CursorQuery,
        response: { 200: schemas.EarningsPage, default: Problem },
      },
    },
    async ({ ctx, query }) => {
      const { items, nextCursor } = await listEarnings(ctx, personOf(ctx).id, query.cursor);
      return {
        nextCursor,
        items: items.map(({ startsAt, transferAt, ...earning }) => ({
          ...earning,
          startsAt: startsAt.toString(),
          transferAt: transferAt?.toString() ?? null,
        })),
      };
    },
  );
  app.get(
    '/api/v1/earnings/summary',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'summariseEarnings',
        summary: 'What I have to come, by currency',
        response: { 200: schemas.EarningsSummaryAnswer, default: Problem },
      },
    },
    async ({ ctx }) => ({ items: await summariseEarnings(ctx, personOf(ctx).id) }),
  );
}

function statementRoutes(app: App): void {
  app.get(
    '/api/v1/earnings/statements',
    {
      config: { access: 'instructor' },
      schema: {
        tags,
        operationId: 'listStatements',
        summary: 'Months in which something moved, the latest first',
        querystring: schemas.CursorQuery,
        response: { 200: schemas.StatementsPage, default: Problem },
      },
    },
    async ({ ctx, query }) => listStatements(ctx, personOf(ctx).id, query.cursor),
  );
  app.get(
    '/api/v1/earnings/statements/:month/statement.csv',
    {
      config: { access: 'instructor', rateLimit: papers },
      schema: {
        tags,
        operationId: 'getStatementCsv',
        summary: 'A month’s statement for a spreadsheet',
        params: schemas.MonthParams,
        response: {
          200: {
            description: 'RFC 4180, in UTF-8',
            content: { 'text/csv': { schema: Type.String() } },
          },
          default: Problem,
        },
      },
    },
    async ({ ctx, params: { month } }, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="etude-${month}.csv"`)
        .send(statementCsv(await getStatement(ctx, personOf(ctx).id, month))),
  );
  app.get(
    '/api/v1/earnings/statements/:month/statement.pdf',
    {
      config: { access: 'instructor', rateLimit: papers },
      schema: {
        tags,
        operationId: 'getStatementPdf',
        summary: 'A month’s statement as PDF',
        params: schemas.MonthParams,
        response: {
          200: {
            description: 'PDF',
            content: {
              'application/pdf': {
                schema: Type.Unsafe<Buffer>({ type: 'string', format: 'binary' }),
              },
            },
          },
          default: Problem,
        },
      },
    },
    async ({ ctx, params: { month } }, reply) =>
      reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="etude-${month}.pdf"`)
        .send(await statementPdf(await getStatement(ctx, personOf(ctx).id, month))),
  );
}
