import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import type { Logger } from '../context.ts';

const refusals: Record<string, { status: number; code: string; detail: string }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'headers_too_large',
    detail: 'The headers (often: the cookies) are larger than we accept.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request_timeout',
    detail: 'The request took too long to arrive.',
  },
};
const unreadable = {
  status: 400,
  code: 'bad_request',
  detail: 'This is not a request that we can read.',
};

/** Answers what never became a request (too large, too slow, no HTTP) in the words of all other refusals. */
export function answerClientError(
  log: Logger,
  error: Error & { code?: string },
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, code, detail } = refusals[error.code ?? ''] ?? unreadable;
  log.info({ status, code: error.code }, 'refused before it was a request');
  const body = JSON.stringify({
    type: 'about:blank',
    title: STATUS_CODES[status],
    status,
    code,
    detail,
    requestId: 'none',
  });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      'content-type: application/problem+json; charset=utf-8',
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
