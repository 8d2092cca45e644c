import type { WebAnswer, WebRequest } from '../web/message.ts';
import type { Routed } from '../web/router.ts';

/** One page, or what a form on it is sent to. */
export interface Page extends Routed {
  method: 'GET' | 'POST';
  answer(request: WebRequest, ...values: string[]): WebAnswer;
}

const originOf = (url: string | null | undefined) =>
  url === null || url === undefined ? '' : ` ${new URL(url).origin}`;

/** Browsers hold a form's redirects to `form-action` too: the shop's own address must be in it. */
export function sendPage(status: number, body: string, returnsTo?: string | null): WebAnswer {
  return {
    status,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'self'; img-src data:; form-action 'self'${originOf(returnsTo)}; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-type': 'text/html; charset=utf-8',
    },
    body,
  };
}

export const formOf = (request: WebRequest): URLSearchParams =>
  new URLSearchParams(request.body.toString('utf8'));
