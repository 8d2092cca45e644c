/** What went wrong, in the product's words. `platform/http` alone turns a kind into a status. */
export type ErrorKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_many'
  | 'unavailable';

export interface ErrorExtra {
  /** The input field that is at fault. */
  field?: string;
  /** Facts the caller may show; they go out with the problem document. */
  details?: Record<string, unknown>;
  retryAfterSeconds?: number;
  cause?: unknown;
}

export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly field: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(kind: ErrorKind, code: string, message: string, extra: ErrorExtra = {}) {
    super(message, { cause: extra.cause });
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.field = extra.field;
    this.details = extra.details;
    this.retryAfterSeconds = extra.retryAfterSeconds;
  }
}

const ofKind = (kind: ErrorKind) => (code: string, message: string, extra?: ErrorExtra) =>
  new DomainError(kind, code, message, extra);

/** Not a request we can read at all; `invalid` is one that we can, with wrong values. */
export const malformed = ofKind('malformed');
export const invalid = ofKind('invalid');
export const unauthenticated = ofKind('unauthenticated');
export const forbidden = ofKind('forbidden');
export const notFound = ofKind('not_found');
export const conflict = ofKind('conflict');
export const tooMany = ofKind('too_many');
export const unavailable = ofKind('unavailable');
