import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core.ts';
import type { CallFault, FaultSource } from '../faults.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { apiVersion } from '../objects/event.ts';
import { authenticate } from './authenticate.ts';
import { ApiError, invalidRequest } from './errors.ts';
import { expand } from './expand.ts';
import { parseForm } from './form.ts';
import type { Idempotency } from './idempotency.ts';
import { readParams } from './params.ts';
import type { ApiRoute } from './routes.ts';

export interface CallContext {
  core: Core;
  faults: FaultSource;
  idempotency: Idempotency;
  secretKey: string;
  log: Log;
}

interface Answer {
  status: number;
  body: string;
  /** Whether an idempotency key remembers it: only what began to run is kept. */
  keep: boolean;
  headers?: Record<string, string>;
}

const header = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

export function errorAnswer(error: unknown, log: Log, keep = false): Answer {
  if (error instanceof ApiError) {
    return { status: error.status, body: JSON.stringify({ error: error.body }, null, 2), keep };
  }
  log.error({ err: error }, 'payment emulator failed');
  const body = { type: 'api_error', message: 'Something went wrong inside the payment emulator.' };
  return { status: 500, body: JSON.stringify({ error: body }, null, 2), keep };
}

function checkHeaders(request: FastifyRequest, secretKey: string): void {
  authenticate(header(request, 'authorization'), secretKey);
  const version = header(request, 'stripe-version');
  if (version !== undefined && !/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw invalidRequest(`Invalid Stripe API version: ${version}`);
  }
  const account = header(request, 'stripe-account');
  if (account !== undefined) {
    throw invalidRequest(`This key has no access to account '${account}', or there is none.`, {
      code: 'account_invalid',
      status: 403,
    });
  }
}

/** The text that carries the parameters: the query of a GET, the body of a POST. */
function formText(request: FastifyRequest): string {
  if (request.method === 'GET') return request.url.split('?', 2)[1] ?? '';
  return typeof request.body === 'string' ? request.body : '';
}

function execute(
  context: CallContext,
  route: ApiRoute,
  request: FastifyRequest,
  requestId: string,
): Answer {
  const { core, log } = context;
  let keep = false;
  try {
    const params = readParams(parseForm(formText(request)));
    const expanded = params.texts('expand');
    const run = route.prepare(params, (request.params as { id?: string }).id ?? '');
    params.close();
    keep = true;
    const idempotencyKey = header(request, 'idempotency-key') ?? null;
    const result = run(core.begin({ requestId, idempotencyKey }));
    const body = JSON.stringify(expand(core.store, result, expanded), null, 2);
    return { status: 200, body, keep };
  } catch (error) {
    return errorAnswer(error, log, keep);
  }
}

const brokenAnswer: Answer = {
  status: 500,
  body: JSON.stringify({ error: { type: 'api_error', message: 'An injected server error.' } }),
  keep: true,
  headers: { 'stripe-should-retry': 'false' },
};

async function answerOnce(
  context: CallContext,
  route: ApiRoute,
  request: FastifyRequest,
  requestId: string,
  fault: CallFault | undefined,
): Promise<Answer> {
  const answer =
    fault?.kind === 'server_error' ? brokenAnswer : execute(context, route, request, requestId);
  if (fault?.kind === 'delay') await sleep(fault.milliseconds);
  return answer;
}

async function answerKeyed(
  context: CallContext,
  route: ApiRoute,
  request: FastifyRequest,
  requestId: string,
  fault: CallFault | undefined,
  key: string,
): Promise<Answer> {
  const { idempotency, core } = context;
  const path = request.url.split('?', 1)[0] ?? '';
  const { now } = core.begin();
  const stored = idempotency.begin(key, path, formText(request), now);
  if (stored) {
    const headers = { 'idempotent-replayed': 'true', 'original-request': stored.requestId };
    return { status: stored.status, body: stored.body, keep: false, headers };
  }
  let answer: Answer | undefined;
  try {
    answer = await answerOnce(context, route, request, requestId, fault);
    return { ...answer, headers: { ...answer.headers, 'original-request': requestId } };
  } finally {
    const kept = answer?.keep
      ? { status: answer.status, body: answer.body, requestId, createdAt: now }
      : undefined;
    idempotency.finish(key, kept);
  }
}

async function answerCall(
  context: CallContext,
  route: ApiRoute,
  request: FastifyRequest,
  requestId: string,
  fault: CallFault | undefined,
): Promise<Answer> {
  try {
    checkHeaders(request, context.secretKey);
    if (fault?.kind === 'rate_limit') {
      throw invalidRequest('Too many requests: slow down.', { code: 'rate_limit', status: 429 });
    }
    const key = request.method === 'POST' ? header(request, 'idempotency-key') : undefined;
    return key
      ? await answerKeyed(context, route, request, requestId, fault, key)
      : await answerOnce(context, route, request, requestId, fault);
  } catch (error) {
    return errorAnswer(error, context.log);
  }
}

function drop(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}

/** The way of every API call: faults, key, version, idempotency, parameters, the step, expansion, headers. */
export async function handleCall(
  context: CallContext,
  route: ApiRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const requestId = newId('req', 14);
  const path = request.url.split('?', 1)[0] ?? '';
  const fault = context.faults.drawForCall(request.method, path);
  if (fault?.kind === 'drop_before') return drop(request, reply);
  context.core.runDue();
  const answer = await answerCall(context, route, request, requestId, fault);
  context.log.info(
    { method: request.method, path, status: answer.status, requestId },
    'payment call',
  );
  if (fault?.kind === 'drop_after') return drop(request, reply);
  const key = header(request, 'idempotency-key');
  await reply
    .code(answer.status)
    .headers({
      'content-type': 'application/json',
      'cache-control': 'no-cache, no-store',
      'request-id': requestId,
      'stripe-version': header(request, 'stripe-version') ?? apiVersion,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...answer.headers,
    })
    .send(answer.body);
  return undefined;
}
