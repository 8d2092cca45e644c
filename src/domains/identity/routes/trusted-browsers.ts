import { type Static, Type } from 'typebox';
import {
  type App,
  clearCookie,
  cookieNames,
  Cursor,
  Instant,
  Limit,
  Page,
  Problem,
  Uuid,
} from '../../../platform/http/index.ts';
import { Empty } from '../schemas.ts';
import { browserOf } from '../sign-in/browser.ts';
import { listTrustedBrowsers } from '../trusted-browsers/list-trusted-browsers.ts';
import {
  revokeTrustedBrowser,
  revokeTrustedBrowsers,
} from '../trusted-browsers/revoke-trusted-browsers.ts';
import { personOf, tags } from './common.ts';

const TrustedBrowser = Type.Object({
  id: Uuid,
  browser: Type.String({ description: 'as in "Firefox on Linux"' }),
  createdAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  current: Type.Boolean({ description: 'the one that asks' }),
});

export function trustedBrowserRoutes(app: App): void {
  app.get(
    '/api/v1/auth/trusted-browsers',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'listTrustedBrowsers',
        summary: 'Browsers that are not asked for a second step, newest first',
        querystring: Type.Object({ cursor: Cursor, limit: Limit(20) }),
        response: { 200: Page(TrustedBrowser), default: Problem },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store');
      const { cursor, limit = 20 } = request.query;
      const { items, nextCursor } = await listTrustedBrowsers(request.ctx, {
        personId: personOf(request).id,
        trustToken: browserOf(request).trustToken,
        cursor,
        limit,
      });
      return { items: items.map(viewOf), nextCursor };
    },
  );
  app.delete(
    '/api/v1/auth/trusted-browsers/:browserId',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'revokeTrustedBrowser',
        summary: 'Ask this browser for the second step again',
        params: Type.Object({ browserId: Uuid }),
        response: { 204: Empty, default: Problem },
      },
    },
    async (request, reply) => {
      const { id: personId } = personOf(request);
      await revokeTrustedBrowser(request.ctx, { personId, id: request.params.browserId });
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/auth/trusted-browsers/revoke-all',
    {
      config: { access: 'signed_in' },
      schema: {
        tags,
        operationId: 'revokeTrustedBrowsers',
        summary: 'Ask every browser for the second step again',
        response: { 200: Type.Object({ revoked: Type.Integer() }), default: Problem },
      },
    },
    async (request, reply) => {
      const { ctx } = request;
      const revoked = await revokeTrustedBrowsers(ctx, personOf(request).id);
      clearCookie(reply, ctx.config, cookieNames(ctx.config).trust);
      return { revoked };
    },
  );
}

const viewOf = ({
  createdAt,
  lastUsedAt,
  expiresAt,
  ...trusted
}: Awaited<ReturnType<typeof listTrustedBrowsers>>['items'][number]): Static<
  typeof TrustedBrowser
> => ({
  ...trusted,
  createdAt: createdAt.toString(),
  lastUsedAt: lastUsedAt.toString(),
  expiresAt: expiresAt.toString(),
});
