import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import { errorCodes, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Bus } from '../../platform/bus/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { randomToken } from '../../platform/crypto/index.ts';
import type { App } from '../../platform/http/index.ts';
import { openApiClient } from './api-client.ts';
import { serveAssets } from './assets.ts';
import { watchChanges } from './changes.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { openMemory, type Remember } from './memory.ts';
import { openPageCache, pageKeyOf, type PageCache } from './page-cache.ts';
import { servePracticeWorker } from './practice-worker.ts';
import { timeZoneOf, visitorOf, webRequestOf } from './web-request.ts';
import type { WebRequest } from './request-context.ts';

/** A page's form, at most: the longest is a sequence of 500 steps, each with a sentence. */
const formBytesMax = 512 * 1024;
/** The kinds of body that pages take: what forms send. Anything else is answered 415. */
const formType = 'application/x-www-form-urlencoded';
const fileFormType = 'multipart/form-data';
/** The pages whose forms may hold a picture, or evidence for a bank. */
const filePages =
  /^\/(teach\/(portrait|library\/[0-9a-f-]{36})|operate\/payments\/disputes\/[0-9a-f-]{36})\/?(\?|$)/;
/** Such a form, at most; who sends one is signed in. */
const fileFormBytesMax = 10 * 1024 * 1024 + formBytesMax;

export interface WebOptions {
  config: Config;
  bus: Bus;
  /** Where `bin/build` has put the pages; default `build` in the working directory. */
  buildDirectory?: string;
}

type PageHandler = (request: Request, web: WebRequest) => Promise<Response>;

interface Web {
  render: PageHandler;
  cache: PageCache;
  remember: Remember;
  publicUrl: string;
  enhanceUrl: string;
  /** Where forms may lead to outside; separated by spaces. */
  paymentOrigins: string;
  app: App;
}

/** Where the provider's pages are: to pay, to be paid, and to look after a subscription. */
const stripePages =
  'https://checkout.stripe.com https://connect.stripe.com https://billing.stripe.com';

/** Serves the built pages and their assets for every path that no other route answers. */
export async function mountWeb(
  app: App,
  { config, bus, buildDirectory = 'build' }: WebOptions,
): Promise<void> {
  const changes = watchChanges(bus);
  const web: Web = {
    render: lazyPageHandler(resolve(buildDirectory, 'server', 'index.js')),
    cache: openPageCache(changes),
    remember: openMemory(changes),
    publicUrl: config.publicUrl.replace(/\/$/, ''),
    enhanceUrl: await enhanceUrlIn(join(buildDirectory, 'client')),
    paymentOrigins: config.stripe.apiUrl ? new URL(config.stripe.apiUrl).origin : stripePages,
    app,
  };
  await app.register(async (scope) => {
    await serveAssets(scope, join(buildDirectory, 'client'));
    await servePracticeWorker(scope, join(buildDirectory, 'client'));
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      formType,
      { parseAs: 'buffer', bodyLimit: formBytesMax },
      (_request, body, done) => done(null, body),
    );
    scope.addContentTypeParser(
      fileFormType,
      { parseAs: 'buffer', bodyLimit: fileFormBytesMax },
      (_request, body, done) => done(null, body),
    );
    // Before its body is read: a file is taken by few pages, and from no stranger.
    scope.addHook('preParsing', (request, reply, payload, done) => {
      if (!isFileForm(request)) return done(null, payload);
      if (!filePages.test(request.url))
        return done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(fileFormType));
      if (request.ctx.actor.kind !== 'person') return void reply.redirect('/sign-in?ended=1', 303);
      done(null, payload);
    });
    scope.route({
      method: ['GET', 'POST'],
      url: '/*',
      schema: { hide: true },
      config: { access: 'public' },
      handler: (request, reply) =>
        request.url.startsWith('/api/') ? reply.callNotFound() : answerPage(web, request, reply),
    });
  });
}

/** The server bundle is loaded by the first page, so that start-up and API-only use don't wait for it. */
function lazyPageHandler(file: string): PageHandler {
  let handler: Promise<PageHandler> | undefined;
  const load = async (): Promise<PageHandler> => {
    const build = (await import(pathToFileURL(file).href)) as ServerBuild & {
      entry: { module: { createPageHandler(build: ServerBuild): PageHandler } };
    };
    return build.entry.module.createPageHandler(build);
  };
  return async (request, web) => {
    handler ??= load();
    return (await handler)(request, web);
  };
}

async function enhanceUrlIn(clientDirectory: string): Promise<string> {
  const file = join(clientDirectory, '.vite', 'manifest.json');
  if (!existsSync(file))
    throw new Error(`the pages are not built (${file} is missing): run bin/build`);
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, { file: string }>;
  const entry = manifest['src/web/enhance/enhance.ts'];
  if (!entry) throw new Error(`${file} does not name the enhancement script`);
  return `/${entry.file}`;
}

async function answerPage(
  web: Web,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const key = pageKeyOf(request);
  const cached = key === undefined ? undefined : web.cache.get(key);
  if (cached) return sendPage(web, reply, cached.status, cached.withNonce);
  const nonce = key === undefined ? randomToken(16) : web.cache.nonceMark;
  const ticket = web.cache.ticket();
  const cookies: string[] = [];
  const described = describeRequest(web, request, nonce, cookies);
  const response = await web.render(fetchRequestOf(request), described);
  const setCookies = [...cookies, ...response.headers.getSetCookie()];
  copyHeaders(response.headers, reply);
  if (setCookies.length > 0) void reply.header('set-cookie', setCookies);
  if (described.html === undefined) return sendOther(reply, request, response);
  const body = Buffer.from(described.html);
  // A person's own page is asked for anew on the way back too: a paid lesson is no held one any more.
  if (key === undefined)
    return sendPage(
      web,
      reply.header('cache-control', 'private, no-store'),
      response.status,
      () => ({ html: body, nonce }),
    );
  const page = web.cache.page(response.status, body);
  const topics = response.headers.get('etude-cache-topics');
  if (topics !== null && setCookies.length === 0)
    web.cache.keep(key, page, topics.split(' '), ticket);
  return sendPage(web, reply, response.status, page.withNonce);
}

function describeRequest(
  web: Web,
  request: FastifyRequest,
  nonce: string,
  cookies: string[],
): WebRequest {
  return webRequestOf({
    client: openApiClient(web.app, request, cookies),
    visitor: visitorOf(request.ctx.actor),
    timeZone: timeZoneOf(request),
    nonce,
    request,
    cookies,
    publicUrl: web.publicUrl,
    enhanceUrl: web.enhanceUrl,
    remember: web.remember,
  });
}

function sendPage(
  web: Web,
  reply: FastifyReply,
  status: number,
  withNonce: () => { html: Buffer; nonce: string },
): FastifyReply {
  const { html, nonce } = withNonce();
  return reply
    .code(status)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-security-policy', contentSecurityPolicy(nonce, web.paymentOrigins))
    .header('cache-control', reply.getHeader('cache-control') ?? 'private, no-cache')
    .header('vary', 'cookie, accept-language')
    .send(html);
}

const isFileForm = ({ headers }: FastifyRequest): boolean =>
  headers['content-type']?.startsWith(fileFormType) ?? false;

function fetchRequestOf(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && !name.startsWith(':')) headers.set(name, value);
  }
  // A form without any field has no body, and then some clients name no type.
  if (request.method === 'POST' && !isFileForm(request)) headers.set('content-type', formType);
  const sent = request.body instanceof Buffer ? new Uint8Array(request.body) : new Uint8Array();
  const body = request.method === 'POST' ? sent : null;
  return new Request(new URL(request.url, `${request.protocol}://${request.host}`), {
    method: request.method,
    headers,
    body,
  });
}

/** What is no page: a redirect, a drawing, a sitemap, the data of a hydrated page. */
async function sendOther(
  reply: FastifyReply,
  request: FastifyRequest,
  response: Response,
): Promise<FastifyReply> {
  const body = Buffer.from(await response.arrayBuffer());
  return reply.code(response.status).send(body.length > 0 ? body : plainBody(response, request));
}

const ownHeaders = new Set(['content-length', 'set-cookie', 'etude-cache-topics', 'content-type']);

function copyHeaders(headers: Headers, reply: FastifyReply): void {
  for (const [name, value] of headers) if (!ownHeaders.has(name)) void reply.header(name, value);
  const type = headers.get('content-type');
  if (type) void reply.type(type);
}

/** The last words when a page could not even be rendered. */
function plainBody(response: Response, request: FastifyRequest): string | undefined {
  if (response.status < 400) return undefined;
  return `Sorry, this page could not be made. Please try again; if it stays so, quote ${request.ctx.requestId}.`;
}
