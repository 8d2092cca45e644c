import type { Decline } from '../cards.ts';

/** The provider's error object, as it travels inside `{ "error": … }`. */
export interface ErrorBody {
  type: 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';
  message: string;
  code?: string;
  param?: string;
  decline_code?: string;
  charge?: string;
  payment_intent?: object;
  payment_method?: object;
  setup_intent?: object;
  doc_url?: string;
  request_log_url?: string;
}

/** Thrown anywhere below the API; the call pipeline turns it into the error envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = 'ApiError';
    this.status = status;
    this.body = body.code
      ? {
          ...body,
          doc_url: `https://stripe.com/docs/error-codes/${body.code.replaceAll('_', '-')}`,
        }
      : body;
  }
}

/** A card that was refused: 402, with what it was refused for. */
export function cardError(
  decline: Decline,
  about: Pick<ErrorBody, 'charge' | 'payment_intent' | 'payment_method' | 'setup_intent'>,
): ApiError {
  return new ApiError(402, {
    type: 'card_error',
    code: decline.code,
    decline_code: decline.declineCode,
    message: decline.message,
    ...structuredClone(about),
  });
}

interface Details {
  code?: string;
  param?: string;
  status?: number;
}

export function invalidRequest(message: string, details: Details = {}): ApiError {
  const { status = 400, ...rest } = details;
  return new ApiError(status, { type: 'invalid_request_error', message, ...rest });
}

export function missingResource(kind: string, id: string, param = 'id'): ApiError {
  return invalidRequest(`No such ${kind}: '${id}'`, {
    code: 'resource_missing',
    param,
    status: 404,
  });
}
