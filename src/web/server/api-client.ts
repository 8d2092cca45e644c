import createClient, { type Client } from 'openapi-fetch';
import type { FastifyRequest, InjectOptions } from 'fastify';
import type { App } from '../../platform/http/index.ts';
import type { paths } from '../api/schema.d.ts';

/** What the API should know of the browser's request, when a page asks in its name. */
const passedOn = ['cookie', 'accept-language', 'origin', 'user-agent', 'sec-fetch-site', 'cf-ipcountry', 'x-country'];

/**
 * The API's client for one page: calls are dispatched in-process, without a socket, in the name of
 * the browser that asked. Cookies that the API sets are collected for the page's answer.
 */
export function openApiClient(app: App, request: FastifyRequest, setCookies: string[]): Client<paths> {
  const base = `${request.protocol}://${request.host}`;
  return createClient<paths>({
    baseUrl: base,
    fetch: async (asked) => {
      const answer = await app.inject(await injectOptions(asked, request));
      const lines = answer.headers['set-cookie'];
      if (lines !== undefined) setCookies.push(...(Array.isArray(lines) ? lines : [lines]));
      return responseOf(answer.statusCode, answer.headers, answer.rawPayload);
    },
  });
}

async function injectOptions(asked: Request, page: FastifyRequest): Promise<InjectOptions> {
  const headers: Record<string, string> = { host: page.host, 'x-request-id': page.ctx.requestId };
  for (const name of passedOn) {
    const value = page.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  const type = asked.headers.get('content-type');
  if (type !== null) headers['content-type'] = type;
  const options: InjectOptions = {
    method: asked.method as NonNullable<InjectOptions['method']>,
    url: asked.url.slice(asked.url.indexOf('/', 8)),
    headers,
    remoteAddress: page.ip,
  };
  if (asked.body) options.payload = await asked.text();
  return options;
}

const empty = new Set([101, 204, 205, 304]);

function responseOf(status: number, from: Record<string, unknown>, payload: Buffer): Response {
  const headers = new Headers();
  for (const name of ['content-type', 'content-length', 'retry-after', 'x-request-id']) {
    const value = from[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  return new Response(empty.has(status) ? null : new Uint8Array(payload), { status, headers });
}
