// A limit: the least that could answer with the same bytes. Its work comes as a file, see `Limit`.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { deserialize } from 'node:v8';
import Fastify from 'fastify';
import pg from 'pg';

export interface Limit {
  kind: 'node:http' | 'fastify';
  port: number;
  body: Uint8Array;
  /** What else than `body` is answered, by path with query. */
  bodies?: ReadonlyMap<string, Uint8Array>;
  contentType: string;
  /** Run one after the other before each answer, straight through `pg`. */
  queries: Query[];
  databaseUrl: string;
}

export interface Query {
  text: string;
  values: unknown[];
}

async function serve({
  kind,
  port,
  body,
  bodies = new Map(),
  contentType,
  queries,
  databaseUrl,
}: Limit): Promise<void> {
  const bytes = Buffer.from(body);
  if (kind === 'node:http') {
    const headers = { 'content-type': contentType, 'content-length': bytes.length };
    createServer((_request, response) => response.writeHead(200, headers).end(bytes)).listen(
      port,
      '127.0.0.1',
    );
    return;
  }
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  const app = Fastify();
  const byPath = new Map([...bodies].map(([path, other]) => [path, Buffer.from(other)]));
  app.get('/*', async (request, reply) => {
    for (const { text, values } of queries) await pool.query(text, values);
    return reply.header('content-type', contentType).send(byPath.get(request.url) ?? bytes);
  });
  await app.listen({ port, host: '127.0.0.1' });
}

const file = process.argv[2];
if (file && import.meta.filename === process.argv[1])
  await serve(deserialize(readFileSync(file)) as Limit);
