import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Client, Ctx, OperatorScope, Person } from '../context.ts';
import { answerClientError } from './client-errors.ts';
import { registerOpenApi } from './openapi.ts';
import { problemHandler, sendProblem } from './problem.ts';
import type { RateLimitRule } from './rate-limit.ts';
import { addRequestHooks } from './request-hooks.ts';
import { serializerCompiler, validatorCompiler } from './validation.ts';

export { decodeCursor, decodeIdCursor, encodeCursor, pageById } from './cursor.ts';
export { requireFresh } from './admission.ts';
export type { RateLimitRule } from './rate-limit.ts';
export {
  Cursor,
  Instant,
  Limit,
  MoneySchema,
  Page,
  PlainDate,
  Problem,
  Text,
  TimeZone,
  Uuid,
} from './schemas.ts';
export { clearCookie, cookieNames, setHttpOnlyCookie } from './security.ts';

export type Access = 'public' | 'signed_in' | 'instructor' | `operator:${OperatorScope}`;

/** Finds the person whose session the cookie (a browser's) or the bearer token (a program's) names. */
export type SessionResolver = (
  ctx: Ctx,
  token: string,
  client: Client,
) => Promise<Person | undefined>;

/** Writes down that an operator asked for a change, before it happens. */
export type Auditor = (ctx: Ctx, asked: OperatorRequest) => Promise<void>;

export interface Room {
  /** Throws before the body is read when there is no room, so that a flood stays cheap. */
  refuseWhenFull(): void;
  /**
   * Throws alike, else takes a place: once the body is there, or whoever sends it slowly would hold one.
   * What it returns is called when the request has ended.
   */
  enter(): () => void;
}

export interface OperatorRequest {
  method: string;
  /** The route's pattern; its parameters stand beside it. */
  route: string;
  params: Record<string, string>;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call at all; what they may do with the object is the verb's policy. */
    access?: Access;
    /** true: identity must have been proved within the last 10 minutes, else 403 fresh_sign_in_required. */
    fresh?: boolean;
    rateLimit?: RateLimitRule | RateLimitRule[];
    /** false: not a browser's route, so the origin says nothing (webhooks). */
    csrf?: boolean;
    /** false: the route never asks who calls, so no session is looked up. */
    actor?: boolean;
    /** The answer is at hand: no timer watches over its handler, which would cost a tenth of it. */
    atHand?: boolean;
    /** For routes that can take only so many requests at once. */
    room?: Room;
  }
  interface FastifyRequest {
    ctx: Ctx;
  }
  interface FastifyInstance {
    setSessionResolver(resolve: SessionResolver): void;
    setAuditor(audit: Auditor): void;
  }
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

const bodyBytesMax = 64 * 1024;
const handlerTimeoutMs = 30_000;

/** The HTTP application, without any route yet. Routes without `config.access` are refused. */
export async function createHttp(base: Ctx): Promise<App> {
  const { config } = base;
  const app = Fastify({
    loggerInstance: base.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger, // each request has its own, see requestLog
    genReqId: ({ headers }) => acceptableId(headers['x-request-id']) ?? randomUUID(),
    trustProxy: config.trustedProxies.length > 0 ? config.trustedProxies : false,
    bodyLimit: bodyBytesMax,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: (error, socket) => answerClientError(base.log, error, socket),
    routerOptions: { maxParamLength: 200 },
    // An address that no route could take (a broken escape, an endless part) is refused in our words too.
    frameworkErrors: problemHandler as never,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as App;

  app.setValidatorCompiler(validatorCompiler as never);
  app.setSerializerCompiler(serializerCompiler as never);
  app.removeContentTypeParser('text/plain');
  await app.register(cookie, { hook: false }); // read by our own hook, see request-hooks.ts
  if (config.corsOrigins.length > 0)
    await app.register(cors, { origin: config.corsOrigins, credentials: true });
  await registerOpenApi(app, config);
  refuseUnlistedRoutes(app);
  await addRequestHooks(app, base);
  app.setErrorHandler(problemHandler);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, code: 'not_found', detail: 'There is nothing here.' }),
  );
  return app;
}

function acceptableId(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[\w-]{8,64}$/.test(header) ? header : undefined;
}

function refuseUnlistedRoutes(app: App): void {
  app.addHook('onRoute', (route) => {
    if (!route.config?.access)
      throw new Error(`${route.method} ${route.url} does not say who may call it (config.access)`);
    if (!route.config.atHand) route.handlerTimeout ??= handlerTimeoutMs;
    const body = route.schema?.body as
      | { type?: string; additionalProperties?: unknown }
      | undefined;
    if (body?.type === 'object') body.additionalProperties ??= false;
  });
}
