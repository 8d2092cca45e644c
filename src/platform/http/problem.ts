import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorKind } from '../errors/index.ts';

interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  requestId: string;
  errors?: { field: string; code: string; detail: string }[];
  details?: Record<string, unknown>;
}

const statusByKind: Record<ErrorKind, number> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
};

const titles: Record<number, string> = {
  400: 'The request is not right',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Not possible here',
  409: 'Not possible any more',
  413: 'Too large',
  415: 'Not a format we read',
  422: 'Please check what you entered',
  429: 'Too many tries',
  431: 'Too large',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

export function sendProblem(
  reply: FastifyReply,
  problem: Omit<ProblemBody, 'type' | 'title' | 'requestId'>,
): FastifyReply {
  const body: ProblemBody = {
    type: 'about:blank',
    title: titles[problem.status] ?? 'Not possible',
    ...problem,
    requestId: reply.request.id,
  };
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(body);
}

/** Turns whatever was thrown into a problem document; only our own faults are logged as errors. */
export function problemHandler(
  error: FastifyError | DomainError,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  if (error instanceof DomainError) return sendDomainError(error, reply);
  if (error.validation) return sendValidation(error, reply);
  const status = error.statusCode ?? statusOfDatabaseError(error);
  if (status < 500) {
    logOf(request).info({ code: error.code, status }, 'refused');
    return sendProblem(reply, {
      status,
      code: wireCode(error.code, status),
      detail: plainDetail(error, status),
    });
  }
  logOf(request).error({ err: error }, 'request failed');
  if (status === 503)
    return sendProblem(reply, {
      status,
      code: 'unavailable',
      detail: 'This took too long. Please try again in a moment.',
    });
  return sendProblem(reply, {
    status: 500,
    code: 'internal',
    detail: `We have been told about it. If you write to us, mention ${request.id}.`,
  });
}

/** A request whose address no route could take has no context yet. */
const logOf = (request: FastifyRequest) => request.ctx?.log ?? request.log;

function sendDomainError(error: DomainError, reply: FastifyReply): FastifyReply {
  if (error.retryAfterSeconds !== undefined)
    reply.header('retry-after', Math.ceil(error.retryAfterSeconds));
  if (error.kind === 'unavailable') logUnavailable(error, reply.request);
  const { code, message: detail, field, details } = error;
  return sendProblem(reply, {
    status: statusByKind[error.kind],
    code,
    detail,
    ...(field && { errors: [{ field, code, detail }] }),
    ...(details && { details }),
  });
}

/** What failed behind us needs its story; being too busy does not, and a flood of it must stay cheap. */
function logUnavailable(error: DomainError, request: FastifyRequest): void {
  if (error.cause) logOf(request).warn({ err: error }, 'unavailable');
  else logOf(request).info({ code: error.code }, 'unavailable');
}

function sendValidation(error: FastifyError, reply: FastifyReply): FastifyReply {
  const errors = error.validation!.map(({ instancePath, params, keyword, message }) => {
    const { missingProperty, additionalProperty } = params as {
      missingProperty?: string;
      additionalProperty?: string;
    };
    const path = [...instancePath.split('/').slice(1), missingProperty ?? additionalProperty]
      .filter(Boolean)
      .join('.');
    const code = additionalProperty
      ? 'unknown_field'
      : missingProperty
        ? 'required'
        : `bad_${keyword}`;
    const detail = additionalProperty
      ? 'is not a field of this request'
      : missingProperty
        ? 'is required'
        : (message ?? 'is not right');
    return { field: path || (error.validationContext ?? 'body'), code, detail };
  });
  const first = errors[0]!;
  return sendProblem(reply, {
    status: 400,
    code: 'invalid_request',
    detail: `${first.field} ${first.detail}.`,
    errors,
  });
}

/**
 * Class 22 is "data exception": a value that no column takes is the sender's, not ours. Classes 08,
 * 53 and 57 and a refused socket mean that the database is away, which passes.
 */
function statusOfDatabaseError({ code, message }: FastifyError): number {
  if (/^22[0-9A-Z]{3}$/.test(code ?? '')) return 400;
  const away =
    /^(08|53|57)[0-9A-Z]{3}$|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/.test(code ?? '') ||
    /^(timeout exceeded when trying to connect|Connection terminated)/.test(message);
  return away ? 503 : 500;
}

function wireCode(code: string | undefined, status: number): string {
  if (status === 413) return 'body_too_large';
  if (status === 415) return 'unsupported_media_type';
  if (code?.startsWith('FST_ERR_CTP') || code === 'SyntaxError') return 'bad_body';
  return 'invalid_request';
}

function plainDetail(error: FastifyError, status: number): string {
  if (status === 413) return 'The request is larger than we accept.';
  if (status === 415) return 'Send JSON, with the header content-type: application/json.';
  return error.code?.startsWith('22') ? 'A value is out of range.' : error.message;
}
