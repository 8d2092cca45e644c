import { Type } from 'typebox';
import { type App, Cursor, Limit, Page, Problem, Uuid } from '../../../platform/http/index.ts';
import { listAuditLog, listSecurityLog } from '../audit/list-audit.ts';
import * as audit from '../audit/schemas.ts';
import { personOf, tags } from './common.ts';

export function auditRoutes(app: App): void {
  app.get(
    '/api/v1/me/security-log',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listSecurityLog',
        summary: 'What touched the safety of one’s own account, newest first',
        querystring: Type.Object({ cursor: Cursor, limit: Limit(20) }),
        response: { 200: Page(audit.SecurityLogEntry), default: Problem },
      },
    },
    async (request, reply) => {
      const { cursor, limit = 20 } = request.query;
      const { id: personId } = personOf(request);
      const page = await listSecurityLog(request.ctx, { personId, cursor, limit });
      reply.header('cache-control', 'private, no-store');
      return { items: page.items.map(audit.withText), nextCursor: page.nextCursor };
    },
  );
  app.get(
    '/api/v1/operator/audit-log',
    {
      config: { access: 'operator:people' },
      schema: {
        tags: ['operators'],
        operationId: 'listAuditLog',
        summary: 'What touched the safety of accounts, and what operators did, newest first',
        querystring: Type.Object({
          personId: Type.Optional(Uuid),
          cursor: Cursor,
          limit: Limit(50),
        }),
        response: { 200: Page(audit.AuditEntry), default: Problem },
      },
    },
    async (request, reply) => {
      const { personId, cursor, limit = 50 } = request.query;
      const page = await listAuditLog(request.ctx, { personId, cursor, limit });
      reply.header('cache-control', 'private, no-store');
      return { items: page.items.map(audit.withText), nextCursor: page.nextCursor };
    },
  );
}
