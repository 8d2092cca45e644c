import { setTimeout } from 'node:timers/promises';
import { copyOf } from '../copy.ts';
import type { Core } from '../core.ts';
import type { CallFault, FaultSource } from '../faults.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';
import { apiVersion } from '../objects/event.ts';
import { findScope, type Platform, type Scope } from '../platform.ts';
import type { Answered, WebAnswer, WebRequest } from '../web/message.ts';
import { createRouter, type Found } from '../web/router.ts';
import { authenticate } from './authenticate.ts';
import { readBody, type CallBody } from './body.ts';
import { ApiError, invalidRequest } from './errors.ts';
import { expand } from './expand.ts';
import { createIdempotency, type Idempotency } from './idempotency.ts';
import { readParams } from './params.ts';
import { apiRoutes } from './routes.ts';
import type { ApiRoute } from './route.ts';

interface ApiContext {
  core: Core;
  faults: FaultSource;
  log: Log;
  /** How a late answer is waited for. */
  sleep?: (milliseconds: number) => Promise<void>;
}

interface Call {
  route: ApiRoute;
  ids: string[];
  request: WebRequest;
  requestId: string;
  scope: Scope;
  body: CallBody;
  fault: CallFault | undefined;
}

interface Answer {
  status: number;
  data: object;
  /** Whether an idempotency key remembers it: only what began to run is kept. */
  keep: boolean;
  headers?: Record<string, string>;
}

function errorAnswer(error: unknown, log: Log, keep = false): Answer {
  if (error instanceof ApiError) {
    return { status: error.status, data: { error: error.body }, keep };
  }
  log.error({ err: error }, 'payment emulator failed');
  const said = { type: 'api_error', message: 'Something went wrong inside the payment emulator.' };
  return { status: 500, data: { error: said }, keep };
}

/** The account a call is made for: that of the key, or one that is connected to it. */
function scopeOf(request: WebRequest, platforms: readonly Platform[]): Scope {
  const platform = authenticate(request.header('authorization'), platforms);
  const version = request.header('stripe-version');
  if (version !== undefined && !/^\d{4}-\d{2}-\d{2}(\.[a-z]+)?$/.test(version)) {
    throw invalidRequest(`Invalid Stripe API version: ${version}`);
  }
  const account = request.header('stripe-account');
  const scope = account === undefined ? platform.own : findScope(platform, account);
  if (scope) return scope;
  throw invalidRequest(`This key has no access to account '${account}', or there is none.`, {
    code: 'account_invalid',
    status: 403,
  });
}

function execute({ core, log }: ApiContext, call: Call): Answer {
  const { route, ids, request, requestId, scope, body } = call;
  let keep = false;
  try {
    const params = readParams(body.form, body.upload);
    const expanded = params.texts('expand');
    const run = route.prepare(params, ...ids);
    params.close();
    keep = true;
    const idempotencyKey = request.header('idempotency-key') ?? null;
    const result = run(core.begin(scope, { requestId, idempotencyKey }));
    // As it is now: what happens before it is sent does not reach it.
    return { status: 200, data: copyOf(expand(scope, result, expanded)), keep };
  } catch (error) {
    return errorAnswer(error, log, keep);
  }
}

const brokenAnswer: Answer = {
  status: 500,
  data: { error: { type: 'api_error', message: 'An injected server error.' } },
  keep: true,
  headers: { 'stripe-should-retry': 'false' },
};

async function answerOnce(context: ApiContext, call: Call): Promise<Answer> {
  const { fault } = call;
  if (fault?.kind === 'server_error') {
    if (fault.done) execute(context, call);
    return brokenAnswer;
  }
  const answer = execute(context, call);
  if (fault?.kind === 'delay') await (context.sleep ?? setTimeout)(fault.milliseconds);
  return answer;
}

async function answerKeyed(
  context: ApiContext,
  idempotency: Idempotency,
  call: Call,
  key: string,
): Promise<Answer> {
  const { request, requestId, body } = call;
  const { now } = context.core.begin(call.scope);
  const stored = idempotency.begin(key, request.path, body.text, now);
  if (stored) {
    const headers = { 'idempotent-replayed': 'true', 'original-request': stored.requestId };
    const data = JSON.parse(stored.body) as object;
    return { status: stored.status, data, keep: false, headers };
  }
  let answer: Answer | undefined;
  try {
    answer = await answerOnce(context, call);
    return { ...answer, headers: { ...answer.headers, 'original-request': requestId } };
  } finally {
    const kept = answer?.keep
      ? { status: answer.status, body: JSON.stringify(answer.data), requestId, createdAt: now }
      : undefined;
    idempotency.finish(key, kept);
  }
}

function notFound(request: WebRequest): ApiError {
  return invalidRequest(`The payment emulator knows no ${request.method} ${request.path}.`, {
    status: 404,
  });
}

const route = createRouter(apiRoutes);

/** The way of every API call: faults, key, version, idempotency, parameters, the step, expansion, headers. */
export function createApi(context: ApiContext): (request: WebRequest) => Promise<Answered> {
  const { core, faults, log } = context;
  const memories = new Map<string, Idempotency>();

  const memoryOf = ({ account, store }: Scope): Idempotency => {
    const known = memories.get(account) ?? createIdempotency(store.answers);
    memories.set(account, known);
    return known;
  };

  const answerCall = async (
    request: WebRequest,
    found: Found<ApiRoute> | undefined,
    requestId: string,
    fault: CallFault | undefined,
  ): Promise<Answer> => {
    try {
      const scope = scopeOf(request, core.platforms);
      if (!found) throw notFound(request);
      if (fault?.kind === 'rate_limit') {
        throw invalidRequest('Too many requests: slow down.', { code: 'rate_limit', status: 429 });
      }
      const body = await readBody(request);
      const { route: matched, values: ids } = found;
      const call: Call = { route: matched, ids, request, requestId, scope, body, fault };
      const key = request.method === 'POST' ? request.header('idempotency-key') : undefined;
      return key
        ? await answerKeyed(context, memoryOf(scope), call, key)
        : await answerOnce(context, call);
    } catch (error) {
      return errorAnswer(error, log);
    }
  };

  const toWeb = (request: WebRequest, answer: Answer, requestId: string): WebAnswer => {
    const key = request.header('idempotency-key');
    const account = request.header('stripe-account');
    return {
      status: answer.status,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'no-cache, no-store',
        'request-id': requestId,
        'stripe-version': request.header('stripe-version') ?? apiVersion,
        ...(key !== undefined && { 'idempotency-key': key }),
        ...(account !== undefined && { 'stripe-account': account }),
        ...answer.headers,
      },
      data: answer.data,
      get body() {
        return JSON.stringify(answer.data);
      },
    };
  };

  return async (request) => {
    const requestId = newId('req', 14);
    const { method, path } = request;
    const fault = faults.drawForCall(method, path);
    if (fault?.kind === 'drop_before') return 'drop';
    if (fault?.kind === 'time_out' && !fault.done) return 'hang';
    core.runDue();
    const answer = await answerCall(request, route(method, path), requestId, fault);
    log.info({ method, path, status: answer.status, requestId }, 'payment call');
    if (fault?.kind === 'drop_after') return 'drop';
    if (fault?.kind === 'time_out') return 'hang';
    const web = toWeb(request, answer, requestId);
    if (fault?.kind !== 'garbage') return web;
    const { status, headers } = web;
    return { status, headers, body: fault.body ?? '<html><body>Bad gateway</body></html>' };
  };
}
