import Fastify, { type FastifyInstance } from 'fastify';
import { handleCall, errorAnswer, type CallContext } from './api/call.ts';
import { ApiError, invalidRequest } from './api/errors.ts';
import { apiRoutes } from './api/routes.ts';
import { registerPages } from './pages/page-routes.ts';

const bodyBytesMax = 256 * 1024;
const requestMs = 30_000;

/** Framework errors (too large, wrong type) in the provider's envelope. */
function translate(error: unknown): unknown {
  const status = (error as { statusCode?: number }).statusCode;
  if (error instanceof ApiError || status === undefined || status >= 500) return error;
  return invalidRequest((error as Error).message, { status });
}

/** The provider's HTTP side: `/v1` for the SDK, `/c/pay` for people. */
export function buildServer(context: CallContext, merchantName: string): FastifyInstance {
  const app = Fastify({
    bodyLimit: bodyBytesMax,
    requestTimeout: requestMs,
    connectionTimeout: requestMs,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  for (const route of apiRoutes) {
    app.route({
      method: route.method,
      url: route.path,
      handler: (request, reply) => handleCall(context, route, request, reply),
    });
  }
  registerPages(app, context, merchantName);

  app.setNotFoundHandler(async (request, reply) => {
    const message = `The payment emulator knows no ${request.method} ${request.url.split('?', 1)[0]}.`;
    const answer = errorAnswer(invalidRequest(message, { status: 404 }), context.log);
    return reply.code(answer.status).type('application/json').send(answer.body);
  });
  app.setErrorHandler(async (error, _request, reply) => {
    const answer = errorAnswer(translate(error), context.log);
    return reply.code(answer.status).type('application/json').send(answer.body);
  });
  return app;
}
