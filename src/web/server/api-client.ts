import createClient, { type Client } from 'openapi-fetch';
import type { FastifyRequest, InjectOptions } from 'fastify';
import type { App } from '../../platform/http/index.ts';
import type { paths } from '../api/schema.d.ts';
import { PlainRequest, plainResponse } from './plain-exchange.ts';

/** What the API should know of the browser's request, when a page asks in its name. */
const passedOn = [
  'cookie',
  'accept-language',
  'user-agent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'cf-ipcountry',
  'x-country-code',
];

/** Where a form came from. A page that is only opened may come from anywhere: a mail, the payment page. */
const sentFrom = ['origin', 'sec-fetch-site'];

/**
 * The API's client for one page: calls are dispatched in-process, without a socket, in the name of
 * the browser that asked. Cookies that the API sets are collected for the page's answer.
 */
export function openApiClient(app: App, page: FastifyRequest, setCookies: string[]): Client<paths> {
  const headers = headersFrom(page);
  // The proxy's own address, so that what it says of the browser is trusted as much as it was here.
  const address = page.raw.socket.remoteAddress ?? page.ip;
  const dispatch = async (asked: PlainRequest) => {
    const answer = await app.inject(injectOptions(asked, headers, address));
    const lines = answer.headers['set-cookie'];
    if (lines !== undefined) setCookies.push(...(Array.isArray(lines) ? lines : [lines]));
    return plainResponse(answer.statusCode, answer.headers, answer.payload);
  };
  return createClient<paths>({
    baseUrl: '',
    Request: PlainRequest as unknown as typeof Request,
    fetch: dispatch as unknown as (request: Request) => Promise<Response>,
  });
}

function headersFrom(page: FastifyRequest): Record<string, string> {
  const headers: Record<string, string> = {
    host: page.headers.host ?? page.host,
    'x-request-id': page.ctx.requestId,
  };
  for (const name of page.method === 'GET' ? passedOn : [...passedOn, ...sentFrom]) {
    const value = page.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}

function injectOptions(
  asked: PlainRequest,
  headers: Record<string, string>,
  remoteAddress: string,
): InjectOptions {
  const options: InjectOptions = {
    method: asked.method as NonNullable<InjectOptions['method']>,
    url: asked.url,
    headers,
    remoteAddress,
  };
  if (asked.body === undefined) return options;
  const isText = typeof asked.body === 'string';
  const type = isText ? 'application/json' : 'application/octet-stream';
  return {
    ...options,
    payload: isText ? asked.body : Buffer.from(asked.body),
    headers: { ...headers, 'content-type': type },
  };
}
