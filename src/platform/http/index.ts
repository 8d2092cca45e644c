import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import type { Actor, Ctx, Person } from '../context.ts';
import { forbidden, invalid, unauthenticated } from '../errors/index.ts';
import { requestLog } from '../telemetry/index.ts';
import { registerOpenApi } from './openapi.ts';
import { problemHandler, sendProblem } from './problem.ts';
import { type RateLimitRule, rateLimits } from './rate-limit.ts';
import { cookieNames, refuseCrossSite, securityHeaders } from './security.ts';
import { findNulByte, validatorCompiler } from './validation.ts';

export { decodeCursor, encodeCursor } from './cursor.ts';
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

export type Access = 'public' | 'signed_in' | 'instructor' | 'operator';

/** Finds the person whose session the cookie carries. */
export type SessionResolver = (ctx: Ctx, token: string) => Promise<Person | undefined>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call at all; what they may do with the object is the verb's policy. */
    access?: Access;
    rateLimit?: RateLimitRule | RateLimitRule[];
    /** false: not a browser's route, so the origin says nothing (webhooks). */
    csrf?: boolean;
    /** false: the route never asks who calls, so no session is looked up. */
    actor?: boolean;
  }
  interface FastifyRequest {
    ctx: Ctx;
  }
  interface FastifyInstance {
    setSessionResolver(resolve: SessionResolver): void;
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
    handlerTimeout: 30_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // An address that no route could take (a broken escape, an endless part) is refused in our words too.
    frameworkErrors: problemHandler as never,
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  }).withTypeProvider<TypeBoxTypeProvider>() as unknown as App;

  app.setValidatorCompiler(validatorCompiler as never);
  app.removeContentTypeParser('text/plain');
  await app.register(cookie);
  if (config.corsOrigins.length > 0)
    await app.register(cors, { origin: config.corsOrigins, credentials: true });
  await registerOpenApi(app, config);
  refuseUnlistedRoutes(app);
  addRequestHooks(app, base);
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
    const body = route.schema?.body as
      | { type?: string; additionalProperties?: unknown }
      | undefined;
    if (body?.type === 'object') body.additionalProperties ??= false;
  });
}

function addRequestHooks(app: App, base: Ctx): void {
  const { config } = base;
  const headers = securityHeaders(config);
  const names = cookieNames(config);
  const limits = rateLimits(config);
  let resolveSession: SessionResolver = async () => undefined;

  app.decorateRequest('ctx');
  app.decorate('setSessionResolver', (resolve: SessionResolver) => {
    resolveSession = resolve;
  });

  // Hooks call back instead of returning promises: most requests wait for nothing here, and four promises
  // would cost a short answer a fifth of its time.
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers).header('x-request-id', request.id);
    const { access, actor = true, csrf = true, rateLimit } = request.routeOptions.config;
    const guestKey = request.cookies[names.guest];
    request.ctx = {
      ...base,
      requestId: request.id,
      log: requestLog(base.log, request.id),
      actor: { kind: 'anonymous', ...(guestKey && { guestKey }) },
    };
    if (csrf) refuseCrossSite(request, config);
    const rules = rulesOf(rateLimit).filter((rule) => !rule.key);
    const token = actor ? request.cookies[names.session] : undefined;
    if (rules.length > 0 || token) return settle(admit(request, reply, rules, token), done);
    refuseStrangers(request.ctx.actor, access);
    done();
  });

  async function admit(
    request: FastifyRequest,
    reply: FastifyReply,
    rules: RateLimitRule[],
    token: string | undefined,
  ): Promise<void> {
    for (const rule of rules) await limits.consume(rule, request, reply);
    const { actor } = request.ctx;
    const guestKey = actor.kind === 'anonymous' && actor.guestKey;
    const person = token ? await resolveSession(request.ctx, token) : undefined;
    if (person)
      request.ctx = { ...request.ctx, actor: { ...person, ...(guestKey && { guestKey }) } };
    refuseStrangers(request.ctx.actor, request.routeOptions.config.access);
  }

  app.addHook('preValidation', (request, _reply, done) => {
    const field =
      findNulByte(request.body) ?? findNulByte(request.query) ?? findNulByte(request.params);
    if (field !== undefined)
      throw invalid(
        'bad_text',
        `${field || 'The request'} holds a character that can't be stored.`,
        { field },
      );
    done();
  });

  app.addHook('preHandler', (request, reply, done) => {
    const rules = rulesOf(request.routeOptions.config.rateLimit).filter((rule) => rule.key);
    if (rules.length === 0) return done();
    const consumeAll = async (): Promise<void> => {
      for (const rule of rules) await limits.consume(rule, request, reply);
    };
    settle(consumeAll(), done);
  });

  app.addHook('onResponse', (request, reply, done) => {
    done();
    const notable =
      reply.statusCode >= 400 ||
      !['GET', 'HEAD'].includes(request.method) ||
      reply.elapsedTime > 500;
    if (!notable && !base.log.isLevelEnabled('debug')) return;
    const log = request.ctx?.log ?? base.log;
    const line = {
      method: request.method,
      // Only the path: a query may hold a token or a person's wish.
      path: request.url.split('?', 1)[0],
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (notable) log.info(line, 'request');
    else log.debug(line, 'request');
  });

  app.addHook('onClose', async () => limits.close());
}

function rulesOf(rateLimit: RateLimitRule | RateLimitRule[] | undefined): RateLimitRule[] {
  return rateLimit === undefined ? [] : Array.isArray(rateLimit) ? rateLimit : [rateLimit];
}

function settle(work: Promise<void>, done: (error?: Error) => void): void {
  work.then(() => done(), done);
}

function refuseStrangers(actor: Actor, access: Access | undefined): void {
  if (access === undefined || access === 'public') return;
  if (actor.kind !== 'person') throw unauthenticated('sign_in_required', 'Sign in to go on.');
  if (access !== 'signed_in' && !actor.roles.includes(access))
    throw forbidden('not_allowed', `This is for ${access}s.`);
}
