import { renderToString } from 'react-dom/server';
import {
  createRequestHandler,
  isRouteErrorResponse,
  RouterContextProvider,
  ServerRouter,
  type EntryContext,
  type ServerBuild,
} from 'react-router';
import { requestOf, webRequest } from './context.ts';
import { pageHandleOf } from './page-handle.ts';
import type { WebRequest } from './server/request-context.ts';

/**
 * Renders a page in one go. Pages have no deferred data, so the hand-over to the browser is
 * complete before rendering starts and follows the markup as plain scripts; pages that are not
 * hydrated do without it.
 */
export default async function renderPage(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const web = requestOf(context);
  const { hydrate, cacheTopics } = pageHandleOf(
    entry.staticHandlerContext.matches,
    entry.routeModules,
  );
  const handover = hydrate ? await readHandover(entry, web.nonce) : '';
  // The stream is read above or not at all: the router's own component would wait for it.
  const complete = Object.create(entry, {
    serverHandoffStream: { value: undefined },
  }) as EntryContext;
  const markup = renderToString(
    <ServerRouter context={complete} url={request.url} nonce={web.nonce} />,
  );
  headers.set('content-type', 'text/html; charset=utf-8');
  if (cacheTopics && status === 200) headers.set('etude-cache-topics', cacheTopics.join(' '));
  const end = markup.lastIndexOf('</body>');
  web.html = `<!DOCTYPE html>${markup.slice(0, end)}${handover}${markup.slice(end)}`;
  return new Response(null, { status, headers });
}

async function readHandover(entry: EntryContext, nonce: string): Promise<string> {
  const stream = entry.serverHandoffStream;
  if (!stream) return '';
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  const value = JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, escapeForScript);
  const controller = 'window.__reactRouterContext.streamController';
  return `<script nonce="${nonce}">${controller}.enqueue(${value});${controller}.close();</script>`;
}

function escapeForScript(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: unknown },
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  const provider = context instanceof RouterContextProvider ? context : undefined;
  if (provider) requestOf(provider).reportError(error);
}

/** Used by the server that mounts the pages: answers one request. */
export function createPageHandler(
  build: ServerBuild,
): (request: Request, web: WebRequest) => Promise<Response> {
  const handler = createRequestHandler(build, 'production');
  return (request, web) => {
    const context = new RouterContextProvider();
    context.set(webRequest, web);
    return handler(request, context);
  };
}
