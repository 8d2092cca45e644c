import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const year = '365d';

/** A worker lives by the policy of its own file, not of the page: the map's fetches our geography. */
const workerPolicy =
  "default-src 'none'; connect-src 'self'; script-src 'self'; frame-ancestors 'none'";

/**
 * Serves the built scripts, styles, fonts and drawings. Their names carry a hash of their content,
 * so browsers keep them for good; `bin/build` has left a .br and a .gz beside each.
 */
export async function serveAssets(scope: FastifyInstance, clientDirectory: string): Promise<void> {
  const root = resolve(clientDirectory);
  await scope.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    decorateReply: true,
  });
  scope.route<{ Params: { '*': string } }>({
    method: 'GET',
    url: '/assets/*',
    schema: { hide: true },
    config: { access: 'public', actor: false },
    handler: (request, reply) =>
      reply
        .header('content-security-policy', workerPolicy)
        .sendFile(`assets/${request.params['*']}`, { maxAge: year, immutable: true }),
  });
  for (const [file, maxAge] of [['favicon.svg', '1d']] as const) {
    scope.route({
      method: 'GET',
      url: `/${file}`,
      schema: { hide: true },
      config: { access: 'public', actor: false },
      handler: (_request, reply) => reply.sendFile(file, { maxAge }),
    });
  }
}
