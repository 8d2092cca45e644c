import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import type { Actor, Ctx } from '../context.ts';
import { invalid } from '../errors/index.ts';
import { requestLog } from '../telemetry/index.ts';
import {
  bearerOf,
  operatorRequestOf,
  refuseStrangers,
  requireFresh,
  scopeOf,
  tokenInvalid,
} from './admission.ts';
import type { App, Auditor, SessionResolver } from './index.ts';
import { type RateLimitRule, rateLimits } from './rate-limit.ts';
import { cookieNames, documentHeaders, refuseCrossSite, securityHeaders } from './security.ts';
import { findNulByte } from './validation.ts';

type Done = (error?: Error) => void;

/**
 * What happens around every handler: context, origin, limits, session, access, log. Hooks call back
 * instead of returning promises, and a route gets only those it needs: most requests wait for nothing
 * here, and a promise for each hook would cost a short answer a fifth of its time.
 */
export async function addRequestHooks(app: App, base: Ctx): Promise<void> {
  const { config } = base;
  const apiHeaders = securityHeaders(config);
  const otherHeaders = documentHeaders(config);
  const names = cookieNames(config);
  const limits = await rateLimits(config);
  let resolveSession: SessionResolver = async () => undefined;
  let audit: Auditor = async () => {
    throw new Error('an operator route needs somebody who writes it down (app.setAuditor)');
  };

  app.decorateRequest('ctx');
  app.decorate('setAuditor', (auditor: Auditor) => {
    audit = auditor;
  });
  app.decorate('setSessionResolver', (resolve: SessionResolver) => {
    resolveSession = resolve;
  });

  app.addHook('onRequest', (request, reply, done) => {
    const headers = request.url.startsWith('/api/v1/') ? apiHeaders : otherHeaders;
    reply.headers(headers).header('x-request-id', request.id);
    const { cookie, authorization } = request.headers;
    // Who comes with a token comes without cookies, so that nothing of a browser's is used by mistake.
    const byToken = authorization !== undefined && bearerOf(request) !== undefined;
    request.cookies = cookie && !byToken ? app.parseCookie(cookie) : {};
    const guestKey = request.cookies[names.guest];
    request.ctx = {
      ...base,
      requestId: request.id,
      log: requestLog(base.log, request.id),
      sender: request,
      actor: { kind: 'anonymous', ...(guestKey && { guestKey }) },
    };
    done();
  });

  app.addHook('onRoute', (route) => {
    const {
      access = 'signed_in',
      actor = true,
      csrf = true,
      fresh = false,
      rateLimit,
      room,
    } = route.config ?? {};
    const rules = [rateLimit ?? []].flat();
    const byAddress = rules.filter((rule) => !rule.key);
    const byKey = rules.filter((rule) => rule.key);

    const admit = (request: FastifyRequest, reply: FastifyReply, done: Done): void => {
      const bearer = bearerOf(request);
      if (csrf && bearer === undefined) refuseCrossSite(request, config);
      room?.refuseWhenFull();
      const token = actor ? (bearer ?? request.cookies[names.session]) : undefined;
      if (token !== undefined || byAddress.length > 0)
        return settle(admitSlowly(request, reply, token, bearer !== undefined), done);
      refuseStrangers(request.ctx.actor, access);
      done();
    };
    const admitSlowly = async (
      request: FastifyRequest,
      reply: FastifyReply,
      token: string | undefined,
      isBearer: boolean,
    ): Promise<void> => {
      if (byAddress.length > 0) await consume(byAddress, request, reply);
      const person =
        token === undefined
          ? undefined
          : await resolveSession(request.ctx, token, isBearer ? 'api' : 'browser');
      if (person) {
        request.ctx = { ...request.ctx, actor: withGuestKey(person, request.ctx.actor) };
        // What is said to a person is for nobody's cache; a route that knows better says so.
        reply.header('cache-control', 'private, no-store');
      } else if (isBearer && access !== 'public') {
        reply.header('www-authenticate', 'Bearer error="invalid_token"');
        throw tokenInvalid();
      }
      refuseStrangers(request.ctx.actor, access);
      if (fresh) requireFresh(request.ctx);
    };

    route.onRequest = [admit, ...[route.onRequest ?? []].flat()];
    if (takesInput(route))
      route.preValidation = [refuseNulBytes, ...[route.preValidation ?? []].flat()];
    if (room)
      route.preValidation = [
        (_request: FastifyRequest, reply: FastifyReply, done: Done): void => {
          reply.raw.once('close', room.enter());
          done();
        },
        ...[route.preValidation ?? []].flat(),
      ];
    if (scopeOf(access) && changes(route))
      route.preHandler = [
        (request: FastifyRequest, _reply: FastifyReply, done: Done): void =>
          settle(audit(request.ctx, operatorRequestOf(request)), done),
        ...[route.preHandler ?? []].flat(),
      ];
    if (byKey.length > 0) {
      const limit = (request: FastifyRequest, reply: FastifyReply, done: Done): void =>
        settle(consume(byKey, request, reply), done);
      route.preHandler = [limit, ...[route.preHandler ?? []].flat()];
    }
  });

  async function consume(
    rules: RateLimitRule[],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    for (const rule of rules) await limits.consume(rule, request, reply);
  }

  app.addHook('onResponse', (request, reply, done) => {
    logAnswer(base, request, reply);
    done();
  });
  app.addHook('onClose', async () => limits.close());
}

function settle(work: Promise<void>, done: Done): void {
  work.then(() => done(), done);
}

function withGuestKey(person: Actor & { kind: 'person' }, before: Actor): Actor {
  const guestKey = before.kind === 'anonymous' && before.guestKey;
  return guestKey ? { ...person, guestKey } : person;
}

function changes({ method }: RouteOptions): boolean {
  return [method].flat().some((one) => !['GET', 'HEAD', 'OPTIONS'].includes(one));
}

/** A plain GET of a fixed address without a query reads nothing that a client sent. */
function takesInput({ method, url, schema }: RouteOptions): boolean {
  return method !== 'GET' || /[:*]/.test(url) || schema?.querystring !== undefined;
}

function refuseNulBytes(request: FastifyRequest, _reply: FastifyReply, done: Done): void {
  const field =
    findNulByte(request.body) ?? findNulByte(request.query) ?? findNulByte(request.params);
  if (field !== undefined)
    throw invalid('bad_text', `${field || 'The request'} holds a character that can't be stored.`, {
      field,
    });
  done();
}

function logAnswer(base: Ctx, request: FastifyRequest, reply: FastifyReply): void {
  const notable =
    reply.statusCode >= 400 || !['GET', 'HEAD'].includes(request.method) || reply.elapsedTime > 500;
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
}
