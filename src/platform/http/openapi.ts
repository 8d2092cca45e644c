import swagger from '@fastify/swagger';
import type { Config } from '../config/index.ts';
import type { App } from './index.ts';
import { withComponents } from './openapi-components.ts';

/** Collects the OpenAPI 3.1 document from the routes' own schemas. */
export async function registerOpenApi(app: App, config: Config): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Etude',
        version: '1',
        description: 'Find an instructor, book a lesson, pay, meet, practise.',
      },
      servers: [{ url: config.publicUrl }],
    },
    transform: ({ schema, url }) => ({
      url,
      schema: url.startsWith('/api/v1/') ? schema : { ...schema, hide: true },
    }),
    transformObject: (description) =>
      'openapiObject' in description
        ? withComponents(description.openapiObject as never)
        : description.swaggerObject,
  });
}
