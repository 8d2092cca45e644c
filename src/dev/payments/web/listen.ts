import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answered, WebRequest } from './message.ts';

const formBytesMax = 256 * 1024;
const fileBytesMax = 6 * 1024 * 1024;
const requestMs = 30_000;

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Undefined when there is more than the limit. */
async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bytesMax) chunks.push(chunk);
  }
  return size > bytesMax ? undefined : Buffer.concat(chunks);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const error = { type: status < 500 ? 'invalid_request_error' : 'api_error', message };
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error }, null, 2));
}

async function answer(
  handle: (request: WebRequest) => Promise<Answered>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const type = request.headers['content-type'] ?? '';
  const isFile = type.startsWith('multipart/form-data');
  const body = await readBody(request, isFile ? fileBytesMax : formBytesMax);
  if (!body) return refuse(response, 413, 'The request body is too large.');
  if (
    body.length > 0 &&
    !/^(application\/x-www-form-urlencoded|multipart\/form-data|application\/json)\b/.test(type)
  ) {
    return refuse(response, 415, `Unsupported content type: ${type.slice(0, 60)}`);
  }
  const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
  const answered = await handle({
    method: request.method ?? 'GET',
    path,
    query,
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
    body,
  });
  if (answered === 'hang') return undefined;
  if (answered === 'drop') return void request.socket.destroy();
  response.writeHead(answered.status, answered.headers);
  response.end(answered.body);
  return undefined;
}

/** Listens on this address; throws when the port is taken. */
export async function listen(
  { port, host }: { port: number; host: string },
  handle: (request: WebRequest) => Promise<Answered>,
): Promise<Listening> {
  const server = createServer({ requestTimeout: requestMs, headersTimeout: requestMs });
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(handle, request, response).catch(() => {
      if (response.headersSent || request.socket.destroyed) request.socket.destroy();
      else refuse(response, 500, 'Something went wrong inside the payment emulator.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
